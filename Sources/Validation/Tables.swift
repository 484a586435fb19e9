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

  /// The tables of a page that have a row unlike their head, in order: in any other nothing can be wrong.
  ///
  /// - Complexity: linear in the lines of tables.
  static func uneven(in page: MarkdownFile) -> some Sequence<WrittenTable> {
    page.blocks.tables.lazy.filter { isUneven($0, in: page) }.compactMap { WrittenTable($0, in: page) }
  }

  /// Whether the lines of a table differ in their number of pipes, in whether one stands at their edges, or may have one that is escaped.
  private static func isUneven(_ table: Int, in page: MarkdownFile) -> Bool {
    var head: Outline?
    for row in page.document.children(of: table) {
      let line = page.source.bytes[page.source.lineRange(at: page.document.nodes[row].span.lowerBound)]
      if line.contains(UInt8(ascii: "\\")) { return true }
      let outline = Outline(line)
      if let head, head != outline { return true }
      head = outline
    }
    return false
  }

  /// What of a line tells how many cells it has.
  private struct Outline: Equatable {
    let pipes: Int
    let isOpen: Bool
    let isClosed: Bool

    init(_ line: ArraySlice<UInt8>) {
      let pipe = UInt8(ascii: "|")
      pipes = line.withUnsafeBufferPointer { $0.count(of: pipe) }
      isOpen = line.first { $0 > 0x20 } != pipe
      isClosed = line.last { $0 > 0x20 } == pipe
    }
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
