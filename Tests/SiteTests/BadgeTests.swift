import Files
import Library
import TestSupport
import Testing

/// Badges of examples: what receipts prove, and nothing more.
@Suite struct BadgeTests {
  private func html(receipts: (RunnableFence) -> String) throws -> String {
    let page = """
      -- workflows/demo/rules/guide.md --
      # Guide

      A lead.

      ```sql engine=mysql expect=rows
      SELECT 1;
      ```

      ```text result
      1
      1
      ```

      ```sql engine=sqlserver run=no reason="no <server>"
      SELECT 2;
      ```

      ```sql
      SELECT 3;
      ```
      """
    let text = SoundModule.with(LibraryText(page))
    let library = text.library()
    let guide = try #require(library.pages.first { $0.path.hasSuffix("guide.md") })
    let lines = library.fences(of: guide).fences.map { "  " + receipts($0) + "\n" }.joined()
    let proven = text.adding(".augury/receipts/workflows/demo.txt", Array("augury receipts 1\n\nrules/guide.md\n\(lines)".utf8))
    let pipeline = try Pipeline(SourceTree(files: proven.files))
    let output = try #require(pipeline.files.first { $0.path == "modules/workflows/demo/rules/guide.html" })
    return String(decoding: output.render(), as: UTF8.self)
  }

  @Test func `a fence says what it ran on, its page the lowest and the numbers`() throws {
    let html = try html { "\($0.hash) mysql C 0123456789abcdef 10.11.19 MariaDB" }
    #expect(html.contains("<span class=\"badge rung-c\">ran on MariaDB 10.11.19, not MySQL</span> sql"))
    #expect(html.contains("<span class=\"badge rung-f\">not executed: no &lt;server&gt;</span> sql"))
    #expect(html.contains("<figure class=\"code result\">\n<figcaption>result<button"))
    #expect(html.contains("<figure class=\"code\">\n<figcaption>sql<button"))
    #expect(html.contains("<li><span class=\"badge rung-f\">examples: 1 ran, 1 not executed</span></li>"))
  }

  @Test(arguments: [
    "0123456789abcdef mysql C 0123456789abcdef 10.11.19 MariaDB", "HASH sqlite A 0123456789abcdef 3.40.1 SQLite",
    "HASH mysql A 0123456789abcdef 8.0.36 MySQL", "HASH mysql C 0123456789abcdef 10.11.19", "HASH",
  ]) func `a receipt of something else, or of a rung that the system does not have, proves nothing`(_ line: String) throws {
    let html = try html { line.replacing("HASH", with: $0.hash) }
    #expect(!html.contains("ran on") && html.contains("<span class=\"badge rung-f\">not executed</span> sql"))
  }
}
