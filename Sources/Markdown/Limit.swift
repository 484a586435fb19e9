/// What a Markdown file may hold, so that parsing it stays fast and safe: the one table of limits, used by the scan before
/// parsing and by the converter after it.
///
/// libcmark-gfm 0.29.0.gfm.6 takes quadratic time, or writes output hundreds of times its input, for some inputs, and a parse
/// cannot be cancelled. Its later releases gfm.7 to gfm.13 fix these (github/cmark-gfm, changelog.txt).
package enum Limit: String, Sendable, Hashable, CaseIterable {
  /// Bytes of a file.
  case fileBytes
  /// Markers of quotations and lists on one line.
  case markersOnLine
  /// Blocks and inlines inside each other.
  case nesting
  /// Columns of a table.
  case tableColumns
  /// Cells of a file's tables, those counted that a short row leaves out.
  case tableCells
  /// Lines of a paragraph.
  case paragraphLines
  /// Bytes of a paragraph.
  case paragraphBytes
  /// Openers of images (`![`), and of HTML declarations and instructions (`<!`, `<?`), in a paragraph.
  case openersInParagraph
  /// Bytes that link reference definitions add to a file when every use is written out.
  case referenceBytes

  /// The largest value that is accepted.
  package var maximum: Int {
    switch self {
    case .fileBytes: 1 << 20
    case .markersOnLine: 50
    case .nesting: 100
    case .tableColumns: 100
    case .tableCells: 50_000
    case .paragraphLines: 2_000
    case .paragraphBytes: 64 << 10
    case .openersInParagraph: 1_000
    case .referenceBytes: 8 << 20
    }
  }

  /// What is counted, in words, to stand behind a number: "120 columns in a table".
  package var noun: String {
    switch self {
    case .fileBytes: "bytes in a file"
    case .markersOnLine: "quotation and list markers on one line"
    case .nesting: "levels of nesting"
    case .tableColumns: "columns in a table"
    case .tableCells: "table cells in a file"
    case .paragraphLines: "lines in a paragraph"
    case .paragraphBytes: "bytes in a paragraph"
    case .openersInParagraph: "openers of images or HTML in a paragraph"
    case .referenceBytes: "bytes of link references written out"
    }
  }
}
