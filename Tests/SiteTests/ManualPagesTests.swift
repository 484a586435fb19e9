import Files
import Library
import TestSupport
import Testing

@testable import Site

/// The pages of a site's own: in order, linked to each other and to the rules, and never mixed up with files of the library.
@Suite struct ManualPagesTests {
  private func site(_ pages: [String: String], order: [String] = [], library: String = "-- a/module.json --\n{}\n") throws -> SiteReader {
    let files = pages.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
    let manual = Manual(pages: files, order: order, inserts: ["commands": { "## run\n\nIt runs.\n" }])
    return try SiteReader(Site(library: LibraryText(library).library(), findings: [], manual: manual, templates: try Templates()))
  }

  @Test func `pages are read in the order that is given, then by path`() throws {
    let site = try site(["b.md": "# B", "a.md": "# A", "z.md": "# Z", "notes.txt": "no page"], order: ["z.md"])
    #expect(site.order.filter { $0.hasPrefix("manual/") && $0.hasSuffix(".html") } == ["manual/z.html", "manual/a.html", "manual/b.html"])
    #expect(site.page("index.html").contains(#"<a href="manual/z.html">Manual</a>"#))
    #expect(site.page("manual/a.html").contains(#"<a href="../manual/a.html" aria-current="page">A</a>"#))
  }

  @Test func `a site without pages of its own has no manual`() throws {
    let site = try SiteReader("-- a/module.json --\n{}\n")
    #expect(!site.order.contains { $0.hasPrefix("manual/") } && !site.page("index.html").contains("Manual"))
  }

  @Test func `a link leads to another page of the manual, and not to a file of the library that is called so`() throws {
    let library = "-- module.json --\n{}\n-- b.md --\n# Of the library\n-- README.md --\n# R\n\n[b](b.md)\n"
    let site = try site(["a.md": "# A\n\n[b](b.md#more), [top](b.md#b), [gone](gone.md)", "b.md": "# B\n\n## More\n"], library: library)
    #expect(site.page("manual/a.html").contains(#"<a href="../manual/b.html#more">b</a>"#))
    #expect(site.page("manual/a.html").contains("class=\"broken\"") && site.page("manual/a.md").contains("(b.md#more)"))
    #expect(!site.page("modules/README.html").contains("manual/b.html\">b"))
    #expect(site.brokenLinks.isEmpty, "\(site.brokenLinks)")
  }

  @Test func `a directive stands for what is generated, and in code for itself`() throws {
    let text = "# A\n\nLead.\n\n<!-- augury: commands -->\n\n```text\n<!-- augury: commands -->\n```\n"
    let page = try site(["a.md": text]).page("manual/a.html")
    #expect(page.contains("<h2 id=\"run\">run") && page.ranges(of: "It runs.").count == 1)
    #expect(page.contains("<code>&lt;!-- augury: commands --"))
  }

  @Test func `a page of the manual is found, listed for agents, and inert`() throws {
    let site = try site(["a.md": "# A <script>x</script>\n\nUncommonword.\n"])
    #expect(site.page("llms.txt").contains("## Manual") && site.page("llms.txt").contains("(manual/a.md)"))
    #expect(site.files.contains { $0.key.hasPrefix("search/") && $0.value.contains("uncommonword") })
    #expect(!site.page("manual/a.html").contains("<script>x"))
  }
}
