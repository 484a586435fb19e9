import Testing

@testable import Markdown

@Suite struct LimitTests {
  /// Markdown in which something stands a number of times.
  struct Sample: Sendable, CustomTestStringConvertible {
    let limit: Limit
    let markdown: @Sendable (Int) -> String
    var testDescription: String { limit.rawValue }
  }

  static let samples: [Sample] = [
    Sample(limit: .fileBytes) { String(repeating: "a\n\n", count: $0 / 3) + String(repeating: "\n", count: $0 % 3) },
    Sample(limit: .markersOnLine) { String(repeating: "> ", count: $0) + "a" },
    Sample(limit: .tableColumns) { "|" + String(repeating: "a|", count: $0) + "\n|" + String(repeating: "-|", count: $0) },
    Sample(limit: .tableCells) { "|" + Self.rows(of: 50, cells: $0) },
    Sample(limit: .paragraphLines) { String(repeating: "a\n", count: $0) },
    Sample(limit: .paragraphBytes) { String(repeating: "a", count: $0 - 1) + "\n" },
    Sample(limit: .openersInParagraph) { String(repeating: "![ ", count: $0) },
    Sample(limit: .closersInWord) { String(repeating: ")", count: $0) },
    Sample(limit: .blankLinesInLists) {
      String(repeating: "- ", count: 50) + "a\n" + String(repeating: "\n", count: $0 / 50 + $0 % 50)
    },
    Sample(limit: .referenceBytes) {
      "[a]: /" + String(repeating: "x", count: 1_023) + "\n\n" + String(repeating: "[a] ", count: $0 / 1_024 + $0 % 1_024)
    },
  ]

  /// A table of 50 columns with about a number of cells; a last row more when it does not come out even.
  private static func rows(of columns: Int, cells: Int) -> String {
    let head = String(repeating: "a|", count: columns) + "\n|" + String(repeating: "-|", count: columns) + "\n"
    return head + String(repeating: "|a|\n", count: (cells + columns - 1) / columns - 1)
  }

  @Test(arguments: samples)
  func `a file at a limit is parsed`(sample: Sample) {
    let maximum = sample.limit == .referenceBytes ? sample.limit.maximum - 1_024 : sample.limit.maximum
    #expect(Document(parsing: Array(sample.markdown(maximum).utf8)).issues.isEmpty)
  }

  @Test(arguments: samples)
  func `a file above a limit is shown as its source, with one issue`(sample: Sample) {
    let bytes = Array(sample.markdown(sample.limit.maximum + 1).utf8)
    let document = Document(parsing: bytes)
    #expect(document.issues.count == 1)
    guard case .limitExceeded(sample.limit, let found)? = document.issues.first?.kind else {
      Issue.record("\(document.issues)")
      return
    }
    #expect(found > sample.limit.maximum)
    #expect(document.nodes.count == 2)
    #expect(document.literals == Array(bytes.prefix(1 << 20)))
  }

  @Test func `what is nested too deep loses its wrapping, not its text`() {
    let lists = (0..<120).map { String(repeating: " ", count: 2 * $0) + "- a\($0)\n" }.joined()
    let document = Document(parsing: Array(lists.utf8))
    #expect(document.issues.count == 1)
    #expect(document.plainText(of: 0).hasSuffix("a119"))
  }

  @Test(arguments: [
    "```\n" + String(repeating: "code line\n", count: 3_000) + "```\n",
    "```\n" + String(repeating: "- ", count: 300) + "a\n```\n",
    "~~~~\n|" + String(repeating: "-|", count: 200) + "\n|" + String(repeating: "a|", count: 200) + "\n~~~~\n",
    "- a\n\n  ```\n  " + String(repeating: "QUJD", count: 30_000) + "\n  ```\n",
    String(repeating: "- ", count: 60) + "\n",
    String(repeating: "- item\n", count: 3_000),
    "<table>\n" + String(repeating: "<tr><td>a</td></tr>\n", count: 2_500) + "</table>\n",
  ])
  func `long code, rules, lists and HTML trip no limit`(markdown: String) {
    #expect(Document(parsing: Array(markdown.utf8)).issues.isEmpty)
  }

  @Test(arguments: [
    "<!--\n```\n-->\n", "- ```\n", "> ```\n", "``` `\n\n", "    ```\n", "```\n\n````\n", "<div>\n```\n\n", "[^a]: x\n\n    ```\n\n",
  ])
  func `nothing hides a long paragraph`(before: String) {
    let document = Document(parsing: Array((before + String(repeating: "a\n", count: 1_100)).utf8))
    #expect(document.issues.map(\.kind) == [.limitExceeded(.paragraphLines, found: 1_100)])
  }

  @Test(arguments: [">", "- "])
  func `a hundred thousand nested markers are refused`(marker: String) {
    let document = Document(parsing: Array((String(repeating: marker, count: 100_000) + "a").utf8))
    #expect(document.issues.first.map { if case .limitExceeded(.markersOnLine, _) = $0.kind { true } else { false } } == true)
  }
}
