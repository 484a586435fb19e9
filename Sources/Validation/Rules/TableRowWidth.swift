package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum TableRowWidth: Rule {
  package static let id = "table-row-width"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.warning
  package static let summary = "A row of a table has more or fewer cells than the head"
  package static let why = """
    What a row has beyond its head is dropped without a word (GFM 0.29, section 4.10), which also happens to a pipe in a code span that is \
    not written `\\|`. A row with too few cells is filled up with empty ones and only noted; one with a single cell is taken for a heading \
    of rows. Where the line under the head has another number of cells there is no table at all.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    | key | value |
    |---|---|
    | a | 1 | «lost» |
    | b | `x«|»y` |
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    | key | value |
    |---|---|
    | a | 1 |
    | b | `x\\|y` |
    """

  package static func check(_ library: Library) -> [Finding] {
    library.pages.flatMap { page in
      firstFindings(rows(of: page)) { head, row in finding(row, head, in: page) }
        + firstFindings(BrokenTable.all(in: page)) { table in
          finding(
            page.path,
            table.delimiter,
            "\(cells(table.count)) in the line under a head of \(table.head), so that there is no table",
            why: "the lines are shown as text",
            help: "write as many cells as the head has"
          )
        }
    }
  }

  private static func rows(of page: MarkdownFile) -> some Sequence<(Int, TableRow)> {
    WrittenTable.uneven(in: page).lazy.flatMap { table in table.rows.lazy.map { (table.head.cells.count, $0.row) } }
  }

  private static func finding(_ row: TableRow, _ head: Int, in page: MarkdownFile) -> Finding? {
    guard row.hasPipe, let last = row.cells.last else { return nil }
    if row.cells.count < head {
      guard row.cells.count > 1, let first = row.cells.first else { return nil }
      return finding(
        page.path,
        first.lowerBound..<last.upperBound,
        "\(cells(row.cells.count)) in a table of \(head) columns",
        why: "the last \(head - row.cells.count == 1 ? "cell is" : "\(head - row.cells.count) cells are") shown empty",
        help: "write the cells that are missing, if only `|`",
        severity: .note
      )
    }
    let lost = row.cells.dropFirst(head).filter { !$0.isEmpty }
    guard let first = lost.first, let end = lost.last?.upperBound else { return nil }
    if let pipe = row.pipesInCode.first { return finding(pipesInCode: row, head, pipe, in: page) }
    return finding(
      page.path,
      first.lowerBound..<end,
      "\(cells(row.cells.count)) in a table of \(head) columns",
      why: "what is beyond the head is not shown",
      help: "give the table a column more, or write a pipe that is text as `\\|`"
    )
  }

  private static func finding(pipesInCode row: TableRow, _ head: Int, _ pipe: Int, in page: MarkdownFile) -> Finding {
    let explainsAll = row.cells.count - head == row.pipesInCode.count
    let span = page.source.span(pipe..<(row.pipesInCode.last ?? pipe) + 1)
    let replacement = page.source.text(span.range).replacing("\\|", with: "|").replacing("|", with: "\\|")
    return finding(
      page.path,
      pipe..<pipe + 1,
      "a pipe in a code span parts two cells: \(cells(row.cells.count)) in a table of \(head) columns",
      why: "a table knows no code; what is beyond the head is not shown",
      help: "write `\\|`, which is shown as `|`",
      fix: explainsAll && span.range.count == row.pipesInCode.count ? Fix(title: "write `\\|`", span: span, replacement: replacement) : nil
    )
  }

  private static func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
}

/// Lines that were meant as the head of a table and the line under it.
private struct BrokenTable {
  /// The bytes of the line under the head.
  let delimiter: Range<Int>
  let count: Int
  let head: Int

  /// - Complexity: linear; a page without `-|` or `- |` is only searched for them.
  static func all(in page: MarkdownFile) -> [BrokenTable] {
    ["-|", "- |"].flatMap { (mark: String) -> [BrokenTable] in
      var tables: [BrokenTable] = []
      var rest = page.source.bytes[...]
      while let found = rest.range(ofBytes: mark.utf8), tables.count < TableRowWidth.mostInFile {
        let line = page.source.lineRange(at: found.lowerBound)
        rest = rest[max(found.upperBound, line.upperBound)...]
        if let table = BrokenTable(line, in: page) { tables.append(table) }
      }
      return tables
    }
  }

  private init?(_ line: Range<Int>, in page: MarkdownFile) {
    let bytes = page.source.bytes
    guard line.lowerBound > 0, bytes[line].allSatisfy({ "|-: \t>".utf8.contains($0) }), Self.isParagraph(line.lowerBound, page) else {
      return nil
    }
    let row = TableRow(in: bytes, line: line)
    let head = TableRow(in: bytes, line: page.source.lineRange(at: line.lowerBound - 1))
    guard head.cells.count > 1, row.cells.count != head.cells.count, let first = row.cells.first, let last = row.cells.last else {
      return nil
    }
    guard row.cells.allSatisfy({ bytes[$0].contains(UInt8(ascii: "-")) }) else { return nil }
    (delimiter, count, self.head) = (first.lowerBound..<last.upperBound, row.cells.count, head.cells.count)
  }

  /// Whether a place lies inside a paragraph, behind its first line.
  private static func isParagraph(_ offset: Int, _ page: MarkdownFile) -> Bool {
    page.document.nodes.contains { $0.start < offset && offset < $0.span.upperBound && $0.kind == .paragraph }
  }
}
