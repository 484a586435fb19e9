import Files
import Library
import Site
import TestSupport
import Testing

@Suite struct SearchIndexTests {
  /// The index of a module with one guide.
  private func index(_ guide: String) throws -> SearchReader {
    try SearchReader(SiteReader("-- m/module.json --\n{ \"name\": \"m\" }\n-- m/README.md --\n# Home\n-- m/rules/guide.md --\n\(guide)"))
  }

  @Test(arguments: [
    ("Zero-Downtime migration", "zero downtime migration"),
    ("call fooBar.baz(x1)", "call foobar foo bar baz x1"),
    ("pg_stat_user", "pg_stat_user pg stat user"),
    ("__init__ HTMLPage utf8String", "init htmlpage html page utf8string utf8 string"),
    ("Größe café ÉCOLE Łódź cafe\u{301}", "große cafe ecole lodz"),
    ("数据库", "数据 据库"),
    ("表 SQL数据", "表 sql 数据"),
    ("Данные ДАННЫЕ", "данные"),
    ("a * b == `c`", "a b c"),
    (String(repeating: "x", count: 40), String(repeating: "x", count: 32)),
    ("<script>alert(1)</script>", "script alert 1"),
    ("!!! --- \u{2014}", ""),
  ])
  func `text is cut into folded words, identifiers and their parts`(text: String, words: String) throws {
    let index = try index("# Guide\n\nstart\n\n## Plan\n\n```\n\(text)\n```\n")
    let number = try #require(index.sections.firstIndex { $0.anchor == "plan" })
    let found = index.words.filter { $0.key != "plan" && $0.value.contains { $0.section == number } }.keys.sorted()
    #expect(found == Set(words.split(separator: " ").map(String.init)).sorted())
  }

  @Test func `every heading is a place of its own, and the text before the first belongs to the page`() throws {
    let index = try index("# Guide\n\nFirst *light*.\n\n## Plan it\n\nThen.\n\n### Deep `down`\n\n- one\n- two\n\n> said\n")
    let sections = index.sections.filter { $0.page == "modules/m/rules/guide.html" }
    #expect(sections.map(\.anchor) == ["", "plan-it", "deep-down"])
    #expect(sections.map(\.heading) == ["", "Plan it", "Deep down"])
    #expect(sections.map(\.text) == ["First light.", "Then.", "one two said"])
    #expect(index.places(of: "light") == ["modules/m/rules/guide.html"] && index.places(of: "two") == ["deep-down"])
  }

  @Test(arguments: [
    ("# Word", [SearchReader.Manner.title]), ("# Word\n\nword", [.titleAndText]), ("# G\n\n## Word", [.heading]),
    ("# G\n\n## Word\n\nWORD", [.headingAndText]), ("# G\n\nword", [.once]), ("# G\n\nword word", [.twice]),
    ("# G\n\nword word word word", [.often]), ("# G\n\n```\nword word\n```", [.code]), ("# G\n\n```\nword\n```\n\nword", [.once]),
  ])
  func `how a word stands in its section is part of the index`(guide: String, manners: [SearchReader.Manner]) throws {
    #expect(try index(guide).manners(of: "word") == manners)
  }

  @Test func `of a code block the beginning is searched`() throws {
    let lines = (1...400).map { "line number\($0)" }.joined(separator: "\n")
    let index = try index("# Guide\n\n```\n\(lines)\n```\n\nend\n")
    #expect(index.words["number1"] != nil && index.words["number400"] == nil && index.words["end"] != nil)
  }

  @Test func `a prompt is found on its own page, not where its card is shown`() throws {
    let index = try SearchReader(SiteReader(SampleLibrary.text))
    #expect(index.places(of: "train") == ["page:template"])
    #expect(index.sections.first { $0.text.contains("[train/ship]") }?.page == "modules/workflows/demo/prompts/go-start.html")
  }

  @Test func `workflows, modules, prompts and guides are found by what they say, and where`() throws {
    let index = try SearchReader(SiteReader(SampleLibrary.text))
    #expect(index.places(of: "always").contains("note:1") && index.places(of: "plan").contains("page:steps"))
    #expect(index.manners(of: "workflow").contains(.title))
    let module = index.pages.first { $0.path == "modules/workflows/demo/index.html" }
    #expect(module?.trail == "workflows/demo \u{203A} Module" && index.places(of: "shows").contains("modules/workflows/demo/index.html"))
    #expect(index.pages.allSatisfy { !$0.title.isEmpty })
  }

  @Test func `every place of the index is a page of the site with that anchor`() throws {
    let site = try SiteReader(SampleLibrary.text)
    for section in try SearchReader(site).sections {
      let page = site.files.first { Location.encoded($0.key) == section.page }?.value ?? ""
      #expect(!page.isEmpty, "\(section.page)")
      let anchors = SiteReader.values(of: "id", in: page)
      #expect(section.anchor.isEmpty || anchors.contains(section.anchor), "\(section.page)#\(section.anchor)")
    }
  }

  @Test func `a large index is cut into shards, in which every word stands once`() throws {
    let words = (0..<40_000).map { "w\(String($0 &* 48_271 % 65_521, radix: 36))x\($0)" }
    let guides = words.split(by: 4_000).enumerated().map { "-- m/rules/g\($0).md --\n# G\($0)\n\n\($1.joined(separator: " "))\n" }
    let site = try SiteReader("-- m/module.json --\n{ \"name\": \"m\" }\n" + guides.joined())
    let shards = site.files.keys.filter { $0.hasPrefix("search/words-") }
    #expect(shards.count > 1)
    for shard in shards { #expect(site.page(shard).utf8.count < 250_000, "\(shard)") }
    let index = try SearchReader(site)
    for word in words { #expect(index.words[word]?.count == 1, "\(word)") }
  }

  @Test func `the same library gives the same index`() throws {
    let (first, second) = (try SiteReader(SampleLibrary.text), try SiteReader(SampleLibrary.text))
    for path in first.files.keys where path.hasPrefix("search/") { #expect(first.page(path) == second.page(path)) }
    #expect(first.files.keys.contains("search/pages.js"))
  }

  @Test func `without an index the page of the search lists the pages, and nothing is searched`() throws {
    let configuration = try SiteConfiguration(SourceFile(path: "site.yml", bytes: Array("search: false".utf8)))
    let site = try SiteReader(SampleLibrary.text, configuration: configuration)
    #expect(!site.files.keys.contains { $0.hasPrefix("search/") })
    #expect(!site.page("search.html").contains("search-page") && site.page("search.html").contains("go-workflow.html"))
    #expect(try SiteReader(SampleLibrary.text).page("search.html").contains("search-page"))
  }

  @Test func `the page of the search leads to every page of every module`() throws {
    let site = try SiteReader(SampleLibrary.text)
    let links = Set(SiteReader.values(of: "href", in: site.page("search.html")))
    for page in site.pages where page.path.hasPrefix("modules/") { #expect(links.contains(Location.encoded(page.path)), "\(page.path)") }
  }
}

extension Array {
  /// In pieces of a size.
  fileprivate func split(by size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
