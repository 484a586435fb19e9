import Diagnostics
import Files
import Library
import Site
import Testing
import TestSupport

@Suite struct PagesTests {
  private let demo = "modules/workflows/demo/"

  @Test func `every link of every page leads to a file and an anchor of the site`() throws {
    #expect(try SiteReader(SampleLibrary.text).brokenLinks == [])
  }

  @Test func `two renderings of one library are the same bytes`() throws {
    let (one, two) = (try SiteReader(SampleLibrary.text), try SiteReader(SampleLibrary.text))
    #expect(one.files == two.files)
    #expect(one.order == two.order)
  }

  @Test func `every page has a title and a description of its own, and the skip link first`() throws {
    let pages = try SiteReader(SampleLibrary.text).pages
    let titles = pages.compactMap { $0.html.firstMatch(of: /<title>(.+)<\/title>/)?.1 }
    #expect(titles.count == pages.count && Set(titles).count == pages.count, "\(titles)")
    for page in pages {
      #expect(page.html.contains(/<meta name="description" content="[^"]+">/), "\(page.path)")
      #expect(page.html.contains("<body>\n<a class=\"skip\"") || page.html.contains("<body class=\"home\">\n<a class=\"skip\""))
    }
  }

  @Test func `a page has one script, which is ours, and no inline script, inline style, or anything of another host`() throws {
    for page in try SiteReader(SampleLibrary.text).pages {
      #expect(page.html.matches(of: /<script src="(\.\.\/)*assets\/augury\.js"><\/script>/).count == 1, "\(page.path)")
      #expect(page.html.ranges(of: "<script").count == 1, "\(page.path)")
      #expect(!page.html.contains("<style") && !page.html.contains(" style=") && !page.html.contains("javascript:"), "\(page.path)")
      #expect(SiteReader.values(of: "src", in: page.html).allSatisfy { !$0.contains("//") }, "\(page.path)")
      #expect(page.html.ranges(of: /<[^>]+ on[a-z]+=/).isEmpty, "\(page.path)")
    }
  }

  @Test func `the sidebar marks the page that is shown, once`() throws {
    for page in try SiteReader(SampleLibrary.text).pages where page.path.hasPrefix("modules/") {
      let marks = page.html.matches(of: /<a href="([^"]+)" aria-current="page">/).map { String($0.1) }
      #expect(marks.count == 1, "\(page.path): \(marks)")
      #expect(marks.first.map { Path.resolve($0, from: Path.folder(page.path)) } == Location.encoded(page.path), "\(page.path): \(marks)")
    }
  }

  @Test func `references become links, broken ones become marked text`() throws {
    let readme = try SiteReader(SampleLibrary.text).page(demo + "README.html")
    #expect(readme.contains(#"<a href="../../../modules/workflows/demo/rules/go-workflow.html#plan">the guide</a>"#))
    #expect(readme.contains(#"<a href="../../../modules/workflows/demo/examples/run.html"><code>examples/run.md</code></a>"#))
    #expect(readme.contains(#"<span class="broken" title="Nothing lies at workflows/demo/rules/gone.md">gone</span>"#))
    #expect(readme.contains(#"<span class="broken" title="This leads out of the library">out</span>"#))
    #expect(readme.contains(#"<a href="../../../modules/domain-rules/other/index.html"><code>domain-rules/other</code></a>"#))
    #expect(readme.contains(#"<a href="../../../modules/workflows/demo/index.html#guides">list</a>"#))
  }

  @Test func `files that could run in a browser are only shown as text`() throws {
    let site = try SiteReader(SampleLibrary.text)
    #expect(site.files[demo + "drawing.svg"] == nil)
    #expect(site.files[demo + "drawing.svg.txt"] != nil && site.files[demo + "data.sql.txt"] == "SELECT 1;\n")
    #expect(site.files[demo + "picture.png"] != nil)
    let readme = site.page(demo + "README.html")
    #expect(readme.contains("drawing.svg.txt") && readme.contains("<img src=\"../../../modules/workflows/demo/picture.png\""))
    #expect(readme.contains("A picture on another host"))
  }

  @Test func `a tree links what exists and strikes out what does not`() throws {
    let readme = try SiteReader(SampleLibrary.text).page(demo + "README.html")
    #expect(readme.contains(#"├── <a href="../../../modules/workflows/demo/rules/go-workflow.html">go-workflow.md</a>"#))
    #expect(readme.contains(#"└── <s>gone.md</s> <span class="missing-note">(missing)</span>"#))
  }

  @Test func `a prompt is a card whose slots lead to what is said about them`() throws {
    let site = try SiteReader(SampleLibrary.text)
    let card = site.page(demo + "workflows/go-workflow.html")
    #expect(card.contains(##"<a class="slot" href="../../../../modules/workflows/demo/prompts/go-start.html#slot:place">[place]</a>"##))
    let page = site.page(demo + "prompts/go-start.html")
    #expect(page.contains(##"<a class="slot" href="#slot:place">[place]</a>"##) && page.contains(#"<div class="field" id="slot:place""#))
    #expect(site.page(demo + "README.html").contains("<code>go-start</code>"))
  }

  @Test func `the page of a prompt file says each thing once`() throws {
    let page = try SiteReader(SampleLibrary.text).page(demo + "prompts/ask.html")
    #expect(page.ranges(of: "Tell me about").count == 1)
    #expect(page.ranges(of: "What it is about").count == 1)
    #expect(!page.contains("AI Prompt Template") && page.contains("It answers."))
  }

  @Test func `a workflow shows its steps with their details, and its heading leads to it`() throws {
    let site = try SiteReader(SampleLibrary.text)
    let page = site.page(demo + "workflows/go-workflow.html")
    #expect(page.contains(#"<li><p class="step-title">Plan</p><p class="step-detail">what, when</p></li>"#))
    #expect(page.contains("Always."))
    let link = #"<a class="to-workflow" href="../../../modules/workflows/demo/workflows/go-workflow.html">"#
    #expect(site.page(demo + "README.html").contains(link))
  }

  @Test func `headings skip no level and the first is the page's title`() throws {
    let guide = try SiteReader(SampleLibrary.text).page(demo + "rules/go-workflow.html")
    #expect(guide.contains(#"<h1 id="going" dir="auto">Going</h1>"#) && guide.contains(#"<h2 id="plan">Plan"#))
    #expect(guide.contains(#"<h2 id="plan-1">Plan"#) && guide.contains(#"<h2 id="another-beginning">"#))
    #expect(guide.ranges(of: "<h1").count == 1)
  }

  @Test func `a page names the pages that speak of it`() throws {
    let site = try SiteReader(SampleLibrary.text)
    let start = try #require(site.page(demo + "index.html").firstRange(of: "Referenced by"))
    #expect(site.page(demo + "index.html")[start.upperBound...].contains("domain-rules/other/README.html"))
    #expect(site.page(demo + "workflows/go-workflow.html").contains("No title of level one</a><span class=\"kind\">Example</span>"))
  }

  @Test func `a page leads to where its source is edited, where the site says so`() throws {
    let settings = SourceFile(path: "site.yml", bytes: Array("edit: https://example.org/edit/main".utf8))
    let site = try SiteReader(SampleLibrary.text, configuration: SiteConfiguration(settings))
    let link = { (path: String) in #"<a href="https://example.org/edit/main/\#(path)">Edit source</a>"# }
    #expect(site.page(demo + "rules/go-workflow.html").contains(link("workflows/demo/rules/go-workflow.md")))
    #expect(site.page(demo + "rules/a \"b\" #c? 100%.html").contains(link("workflows/demo/rules/a%20%22b%22%20%23c%3F%20100%25.md")))
    #expect(!site.page(demo + "index.html").contains("Edit source"))
    #expect(try !SiteReader(SampleLibrary.text).page(demo + "rules/go-workflow.html").contains("Edit source"))
  }

  @Test func `a module shows its facts, and says what it lacks`() throws {
    let site = try SiteReader(SampleLibrary.text)
    let demo = site.page(demo + "index.html")
    for fact in ["1.2.0", "workflows", "high", "domain-rules/other &gt;=1", "augx link workflows/demo", "% of 49,400"] {
      #expect(demo.contains(fact), "\(fact)")
    }
    let other = site.page("modules/domain-rules/other/index.html")
    #expect(other.contains("no version") && other.contains("no type") && other.contains("no priority"))
  }

  @Test func `a page with findings says so, with severity and line`() throws {
    let headline = "`rules/gone.md` does <not> exist"
    let finding = Finding(rule: "a", severity: .error, path: "workflows/demo/README.md", range: 30..<31, headline: headline)
    let site = try SiteReader(SampleLibrary.text, findings: [finding])
    let readme = site.page(demo + "README.html")
    #expect(readme.contains("This page has 1 finding") && readme.contains("<code>rules/gone.md</code> does &lt;not&gt; exist"))
    #expect(readme.contains(#"<span class="place">line 3</span>"#))
    #expect(site.page(demo + "index.html").contains("README.md, line 3"))
    #expect(!site.page(demo + "rules/go-workflow.html").contains("class=\"notice\""))
  }

  @Test func `each rule has a page with its reason and examples, and a finding leads to it`() throws {
    let rules = [
      RuleFacts(
        id: "a-rule",
        group: "links",
        severity: .warning,
        summary: "A link is `broken`",
        why: "It <leads> nowhere.",
        canBeLowered: true,
        since: "0.1.0",
        bad: "-- a/README.md --\n# A\n\n«[x](<y>)» z",
        good: "-- a/README.md --\n# A"
      ),
      RuleFacts(id: "b-rule", group: "format", severity: .error, summary: "No JSON", why: "W.", canBeLowered: false),
    ]
    let finding = Finding(rule: "a-rule", severity: .error, path: "workflows/demo/README.md", range: 30..<31, headline: "h")
    let library = LibraryText(SampleLibrary.text).library()
    let site = try SiteReader(Site(library: library, findings: [finding], rules: rules, templates: Templates()))
    let page = site.page("rules/a-rule.html")
    for text in [
      "A link is <code>broken</code>.", "It &lt;leads&gt; nowhere.", "<mark>[x](&lt;y&gt;)</mark> z", "<li>warning</li>", "  a-rule: off",
      "augury: ignore a-rule", "<figcaption>a/README.md</figcaption>", #"href="../rules/b-rule.html""#,
    ] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(site.page("rules/b-rule.html").contains("no setting lowers") && !site.page("rules/b-rule.html").contains("b-rule: off"))
    #expect(site.page("rules/index.html").contains(#"<a href="../rules/a-rule.html">a-rule</a>"#))
    #expect(site.page(demo + "README.html").contains(#"<a class="rule" href="../../../rules/a-rule.html">a-rule</a>"#))
    #expect(site.brokenLinks.isEmpty)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "<script>"), ("\"\u{301} onfocus=x", "\"\u{301} onfocus"), ("\u{600}\" onfocus=x", "\u{600}\" onfocus"),
    ("\u{1}", "\u{1}"),
  ])
  func `text that wants to be markup stays text, everywhere it is shown`(hostile: String, forbidden: String) throws {
    let json = hostile.replacing("\"", with: "\\\"").replacing("\u{1}", with: "\\u0001")
    let site = try SiteReader(
      """
      -- m/module.json --
      { "displayName": "\(json)", "version": "\(json)", "description": "\(json)", "tags": ["\(json)"], "type": "\(json)",
        "dependencies": ["\(json)"] }
      -- m/README.md --
      # \(hostile)

      \(hostile)

      ## \(hostile)

      **Purpose**: \(hostile)

      **Steps**:
      1. \(hostile)

      **Prompt** `\(hostile)`:
      ```
      \(hostile) [\(hostile)]
      ```
      """
    )
    for page in site.pages { #expect(page.html.utf8.firstRange(of: forbidden.utf8) == nil, "\(page.path)") }
  }

  @Test func `an empty library and an empty module still give whole pages`() throws {
    for text in ["", "-- m/module.json --\n\n-- m/README.md --\n"] {
      let site = try SiteReader(text)
      #expect(site.brokenLinks == [] && site.pages.allSatisfy { $0.html.hasSuffix("</html>\n") && $0.html.contains("<h1 ") })
    }
  }
}
