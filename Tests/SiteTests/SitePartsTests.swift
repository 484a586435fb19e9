import Files
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
