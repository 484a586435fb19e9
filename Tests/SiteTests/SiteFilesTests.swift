import Files
import Library
import Site
import Testing
import TestSupport

@Suite struct SiteFilesTests {
  private func configuration(_ text: String) throws(SiteConfiguration.Fault) -> SiteConfiguration {
    try SiteConfiguration(SourceFile(path: "site.yml", bytes: Array(text.utf8)))
  }

  @Test func `without an address there is no sitemap and llms.txt has relative links`() throws {
    let site = try SiteReader(SampleLibrary.text)
    #expect(site.files["sitemap.xml"] == nil)
    #expect(site.page("llms.txt").contains("- [Demo & more](modules/workflows/demo/README.md): What the demo is for.\n"))
  }

  @Test func `with an address both name whole addresses, and the page for wrong ones works at any depth`() throws {
    let site = try SiteReader(SampleLibrary.text, configuration: configuration("base-url: https://example.org/docs"))
    let address = "https://example.org/docs/modules/workflows/demo/rules/a%20%22b%22%20%23c%3F%20100%25"
    #expect(site.page("sitemap.xml").contains("<loc>\(address).html</loc>"))
    #expect(site.page("llms.txt").contains("(\(address).md)"))
    #expect(site.page("404.html").contains("href=\"/docs/assets/augury.css\""))
    #expect(site.page("index.html").contains(#"<link rel="canonical" href="https://example.org/docs/index.html">"#))
  }

  @Test func `llms.txt has the form that its parser reads, whatever titles hold`() throws {
    let text = try SiteReader("-- m/module.json --\n{}\n-- m/README.md --\n# A [b](c)\n\nD [e] (f)").page("llms.txt")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix("# ") && lines[2].hasPrefix("> ") && !lines[4].isEmpty && !lines[4].hasPrefix("#"))
    for line in lines where line.hasPrefix("- ") {
      #expect(line.wholeMatch(of: /- \[[^\[\]()]+\]\([^()]+\)(: [^\[\]()]+)?/) != nil, "\(line)")
    }
  }

  @Test(arguments: [
    ("titel: x", "1:1 unknown key `titel`; did you mean `title`?"),
    ("title: x\nbase-url: example.org", "2:11 `base-url` is an address such as https://example.org/docs/"),
    ("title: x\nrepository: javascript:alert(1)", "2:13 `repository` is an address such as https://example.org/name"),
    ("title: [x]", "1:8 `title` is a text"),
    ("search: maybe", "1:9 `search` is true or false"),
    ("- x", "1:1 a map of keys is expected"),
    ("title: &a [" + (1...20).map { "&b\($0) [*a,*a]" }.joined(separator: ",") + "]", "1:77 more than 10 aliases; write the values out"),
    (String(repeating: "# ", count: 40_000), "1:1 80000 bytes; at most 65536 are read"),
  ])
  func `a fault of site.yml is told with its place`(text: String, expected: String) {
    do throws(SiteConfiguration.Fault) {
      _ = try configuration(text)
      Issue.record("no fault in \(text)")
    } catch {
      #expect("\(error.position.line):\(error.position.column) \(error.message)" == expected)
    }
  }

  @Test func `title, tagline and repository are shown, and an empty file says nothing`() throws {
    let text = "title: Ours\ntagline: Tag & line\nrepository: https://example.org/ours"
    let home = try SiteReader(SampleLibrary.text, configuration: configuration(text)).page("index.html")
    #expect(home.contains("<span>Ours</span>") && home.contains(">Tag &amp; line</h1>"))
    #expect(home.contains(#"<a href="https://example.org/ours">Repository</a>"#))
    #expect(try configuration("").title == nil)
  }

  @Test func `a script is made of its parts, and a part of the library's own takes the place of ours or is added`() throws {
    let assets = [
      SourceFile(path: "augury/theme.js", bytes: Array("ours();".utf8)), SourceFile(path: "augury/zoom.js", bytes: Array("zoom();".utf8)),
    ]
    let site = try SiteReader(Site(library: LibraryText("").library(), findings: [], templates: try Templates(), assets: assets))
    let script = site.page("assets/augury.js")
    #expect(script.contains("ours();") && script.hasSuffix("zoom();") && script.contains("a.anchor") && !script.contains("augury-theme"))
    #expect(!site.files.keys.contains { $0.hasPrefix("assets/augury/") })
  }

  @Test func `a library's own style sheet takes the place of the built-in one`() throws {
    let style = SourceFile(path: "augury.css", bytes: Array("body {}".utf8))
    let site = Site(library: LibraryText("").library(), findings: [], templates: try Templates(), assets: [style])
    #expect(try SiteReader(site).page("assets/augury.css") == "body {}")
  }
}
