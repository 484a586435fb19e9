/// What a Markdown file may hold, so that parsing it stays fast and safe: the one table of limits, used by the scan before
/// parsing and by the converter after it.
///
/// libcmark-gfm 0.29.0.gfm.6 takes quadratic time, or writes output hundreds of times its input, for some inputs, and a parse
/// cannot be cancelled. With these limits no such input found takes a second; its HTML stays below 32 times `fileBytes`. Its later releases gfm.7 to gfm.13 fix these (github/cmark-gfm, changelog.txt).
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
  /// Openers of images (`![`), of HTML declarations and instructions (`<!`, `<?`) and the `@` of addresses, in a paragraph.
  case openersInParagraph
  /// Closing parentheses in a word: where it is an address, each of them at its end makes the parser count all.
  case closersInWord
  /// Blank lines in lists, each counted for every list around it: the parser goes through all of them on each such line.
  case blankLinesInLists
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
    case .paragraphLines: 1_000
    case .paragraphBytes: 64 << 10
    case .openersInParagraph: 500
    case .closersInWord: 500
    case .blankLinesInLists: 5_000_000
    case .referenceBytes: 1 << 20
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
    case .openersInParagraph: "openers of images, HTML or addresses in a paragraph"
    case .closersInWord: "closing parentheses in a word"
    case .blankLinesInLists: "blank lines in lists, counted once a level"
    case .referenceBytes: "bytes of link references written out"
    }
  }
}
