internal import Files
internal import Library
internal import Markdown

/// A table of a page, with its rows as they are written.
struct WrittenTable {
  /// One row under the head.
  struct Row {
    let row: TableRow
    /// Its line, without its end.
    let line: Range<Int>
  }

  let head: TableRow
  let rows: [Row]
  /// Whether it stands in no quotation, list or other block.
  let isTopLevel: Bool

  /// The tables of a page in order.
  ///
  /// - Complexity: linear in the lines of tables.
  static func all(in page: MarkdownFile) -> some Sequence<WrittenTable> {
    page.blocks.tables.lazy.compactMap { WrittenTable($0, in: page) }
  }

  private init?(_ table: Int, in page: MarkdownFile) {
    var rows = page.document.children(of: table).map { node in
      let line = page.source.lineRange(at: page.document.nodes[node].span.lowerBound)
      return Row(row: TableRow(in: page.source.bytes, line: line), line: line)
    }
    guard !rows.isEmpty else { return nil }
    head = rows.removeFirst().row
    self.rows = rows
    let start = page.document.nodes[table].span.lowerBound
    isTopLevel =
      page.source.lineRange(at: start).lowerBound == start && (start == page.source.bytes.count || page.source.bytes[start] > 0x20)
  }
}
