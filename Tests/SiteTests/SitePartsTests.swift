import Diagnostics
import Files
import Library
import Site
import TestSupport
import Testing

/// What a library can leave out of its site.
@Suite struct SitePartsTests {
  private static let library = """
    -- m/module.json --
    {"name": "m"}
    -- m/rules/tables.md --
    # Tables

    ```sql
    CREATE TABLE a (id int PRIMARY KEY);
    CREATE TABLE b (a_id int REFERENCES a (id));
    ```
    """

  private func site(_ configuration: String) throws -> SiteReader {
    let source = SourceFile(path: "site.yml", bytes: Array(configuration.utf8))
    return try SiteReader(Self.library, configuration: SiteConfiguration(source))
  }

  @Test(arguments: [
    ("highlighting", "<span class=\"k\">"),
    ("diagrams", "<figure class=\"tables\""),
    ("markdown", "type=\"text/markdown\""),
  ])
  func `a part is there unless it is not wanted`(part: String, sign: String) throws {
    let path = "modules/m/rules/tables.html"
    let whole = try site("\(part): true").page(path)
    #expect(whole == (try site("title: m")).page(path) && whole.contains(sign), "\(whole)")
    let without = try site("\(part): false").page(path)
    #expect(!without.contains(sign) && without.contains("REFERENCES"))
  }

  @Test func `without the rules a site has no page of them, and names them all the same`() throws {
    let rule = RuleFacts(
      id: "thin",
      group: "g",
      severity: .note,
      summary: "s",
      why: "w",
      canBeLowered: true,
      since: "0.1",
      bad: "",
      good: ""
    )
    let finding = Finding(rule: "thin", severity: .note, path: "m/rules/tables.md", headline: "h")
    let pages = try [true, false].map { isWanted in
      let settings = SourceFile(path: "site.yml", bytes: Array("rules: \(isWanted)".utf8))
      let library = LibraryText(Self.library).library()
      let configuration = try SiteConfiguration(settings)
      return try SiteReader(
        Site(library: library, findings: [finding], rules: [rule], configuration: configuration, templates: try Templates())
      )
    }
    let (with, without) = (pages[0], pages[1])
    #expect(with.files["rules/thin.html"] != nil && with.page("report.html").contains("rules/thin.html"))
    #expect(!without.files.keys.contains { $0.hasPrefix("rules/") } && without.page("report.html").contains("thin"))
    #expect(without.brokenLinks.isEmpty, "\(without.brokenLinks)")
  }

  @Test func `without its pages as Markdown a site has none, and says so to language models`() throws {
    let site = try site("markdown: false")
    #expect(!site.files.keys.contains { $0.hasSuffix(".md") || $0 == "llms-full.txt" })
    let index = try #require(site.files["llms.txt"])
    #expect(index.contains("(modules/m/rules/tables.html)") && !index.contains("Markdown"))
  }

  @Test func `a part is wanted or not`() throws {
    let source = SourceFile(path: "site.yml", bytes: Array("diagrams: some".utf8))
    #expect(throws: SiteConfiguration.Fault.self) { try SiteConfiguration(source) }
  }
}
