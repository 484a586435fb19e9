import Files
import Library
import TestSupport
import Testing

/// Badges of examples: what receipts prove, and nothing more.
@Suite struct BadgeTests {
  private static let result = "```text result\n1\n1\n(2 rows)\n```"

  private func html(
    expectation: String = "expect=rows",
    result: String = result,
    receipts: (RunnableFence) -> String
  ) throws -> String {
    let page = """
      -- workflows/demo/rules/guide.md --
      # Guide

      A lead.

      ```sql engine=mysql \(expectation)
      SELECT 1;
      ```

      \(result)

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
    #expect(html.contains("<span class=\"badge rung-c\">ran on MariaDB 10.11.19, not MySQL</span> <span class=\"language\">sql</span>"))
    #expect(html.contains("<span class=\"badge rung-f\">not executed: no &lt;server&gt;</span> <span class=\"language\">sql</span>"))
    #expect(html.contains("<figure class=\"code proof rung-c\">") && html.contains("<figure class=\"code proof rung-f\">"))
    #expect(html.contains("<figure class=\"code\">\n<figcaption><span class=\"language\">sql</span><button"))
    #expect(html.contains("<li><span class=\"badge rung-f\">examples: 1 ran, 1 not executed</span></li>"))
  }

  @Test(arguments: [
    "0123456789abcdef mysql C 0123456789abcdef 10.11.19 MariaDB", "HASH sqlite A 0123456789abcdef 3.40.1 SQLite",
    "HASH mysql A 0123456789abcdef 8.0.36 MySQL", "HASH mysql C 0123456789abcdef 10.11.19", "HASH",
  ]) func `a receipt of something else, or of a rung that the system does not have, proves nothing`(_ line: String) throws {
    let html = try html { line.replacing("HASH", with: $0.hash) }
    #expect(!html.contains("ran on") && html.contains("<span class=\"badge rung-f\">not executed</span> <span"))
    #expect(html.contains("<p>Expected, 2 rows</p>") && !html.contains("<p>Result"))
  }

  @Test func `a result stands in the figure of its fence, and says how many rows it has`() throws {
    let html = try html { "\($0.hash) mysql C 0123456789abcdef 10.11.19 MariaDB" }
    let figure = try #require(html.firstMatch(of: /(?s)<figure class="code proof rung-c">.*?<\/figure>/)?.output)
    #expect(figure.contains("<div class=\"outcome\">\n<p>Result, 2 rows</p>\n<pre tabindex=\"0\" role=\"region\" aria-label=\"Result 2\">"))
    #expect(html.ranges(of: "(2 rows)").count == 1 && !html.contains("class=\"code result\""))
  }

  @Test(arguments: [
    ("expect=error:23505", "Result: the error that was expected, <b>23505</b>"), ("expect=error", "Result: the error that was expected"),
    ("expect=blocked", "Result: it waits until another session is done"),
  ]) func `a fence without a result says what it was to come to`(expectation: String, title: String) throws {
    let html = try html(expectation: expectation, result: "") { "\($0.hash) mysql C 0123456789abcdef 10.11.19 MariaDB" }
    #expect(html.contains("<p>\(title)</p>\n</div>\n</figure>"))
  }
}
