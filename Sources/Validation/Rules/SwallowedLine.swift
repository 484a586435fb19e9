package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum SwallowedLine: Rule {
  package static let id = "swallowed-line"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.warning
  package static let summary = "A line of text right under a table is taken for a row"
  package static let why = """
    A table ends at a blank line or at the start of another block (GFM 0.29, section 4.10). A line of text under its last row becomes its \
    next row: the text stands in the first column. Told once a table, at the first such line.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    | key | value |
    |---|---|
    | a | 1 |
    «What the table says, in other words.»
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    | key | value |
    |---|---|
    | a | 1 |

    What the table says, in other words.
    """

  package static func check(_ library: Library) -> [Finding] {
    library.pages.flatMap { page in
      firstFindings(WrittenTable.uneven(in: page)) { table in
        guard table.head.hasPipe, let row = table.rows.first(where: { isText($0, in: page) }), let text = row.row.cells.first else {
          return nil
        }
        return finding(
          page.path,
          text.lowerBound..<row.line.upperBound,
          "this line is taken for a row of the table above it",
          why: "only a blank line ends a table",
          help: "put a blank line before it",
          fix: table.isTopLevel ? blankLine(before: row.line.lowerBound, in: page.source) : nil
        )
      }
    }
  }

  /// Whether a row has no pipe; attributes as kramdown reads them are no text.
  private static func isText(_ row: WrittenTable.Row, in page: MarkdownFile) -> Bool {
    guard !row.row.hasPipe, let text = row.row.cells.first, !text.isEmpty else { return false }
    return !page.source.bytes[text].starts(with: "{".utf8)
  }

  private static func blankLine(before offset: Int, in source: SourceFile) -> Fix {
    let isPair = offset > 1 && source.bytes[offset - 2] == 0x0D
    return Fix(title: "put a blank line before it", span: source.span(offset..<offset), replacement: isPair ? "\r\n" : "\n")
  }
}
