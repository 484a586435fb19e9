package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum LeftoverPlaceholder: Rule {
  package static let id = "leftover-placeholder"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.warning
  package static let summary = "A page says that something in it is still to be written"
  package static let why = """
    `TBD`, `Coming soon` and their like are promises to oneself; an agent takes them for content. They are told where they are all that is \
    said: in a line, behind a label, in parentheses. Headings, quotations, code and open tasks are left alone, and so is a count of characters \
    that is still to be calculated, which another rule fills in.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - The third step «(coming soon)»

    **Owner**: «TBD»
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - What is TBD goes on the TODO list.

    **Owner**: the team
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module in
      module.pages.flatMap { page -> [Finding] in
        guard page.source.bytes.withUnsafeBufferPointer({ $0.placeholderSigns }) > 0, mayHold(page.source.bytes) else { return [] }
        return firstFindings(PlainLine.all(in: page)) { line in
          guard let words = LeftoverText.words(in: line.text[...], line.place) else { return nil }
          let place = page.source.bytes[line.range].range(ofBytes: words.utf8) ?? line.range
          guard !module.claims.contains(where: { $0.path == page.path && $0.range.overlaps(page.source.lineRange(at: place.lowerBound)) })
          else {
            return nil
          }
          return finding(
            page.path,
            place,
            "`\(String(words).shortened)` is left over",
            why: "readers and agents take it for content",
            help: "write what is meant, or take it out"
          )
        }
      }
    }
  }

  /// Whether a text has a word that can be one, as far as can be told without its tree.
  private static func mayHold(_ bytes: [UInt8]) -> Bool {
    ["TBD", "TBA", "TODO", "oming soon", "OMING SOON", "oming Soon", "orem ipsum"].contains { bytes.range(ofBytes: $0.utf8) != nil }
      || mayHoldPromise(bytes[...])
  }

  /// Whether a text has `to be` and the start of a verb by which authors promise.
  private static func mayHoldPromise(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let found = rest.range(ofBytes: "o be ".utf8) {
      rest = rest[found.upperBound...]
      if verbs.contains(where: { rest.starts(with: $0) }) { return true }
    }
    return false
  }

  private static let verbs = ["add", "ann", "cal", "dec", "def", "det", "doc", "fil", "wri"].map { Array($0.utf8) }
}

/// A line of text as a reader sees it, with a mark for whatever is code.
private struct PlainLine {
  let text: String
  let place: LeftoverText.Place
  /// The bytes of the block it stands in, from the line on.
  let range: Range<Int>

  /// The lines of a page's paragraphs and cells, in order; none of quotations, tasks and of rows that explain words.
  static func all(in page: MarkdownFile) -> [PlainLine] {
    let document = page.document
    var lines: [PlainLine] = []
    var index = 1
    var itemEnd = 0
    while index < document.nodes.count {
      let node = document.nodes[index]
      switch node.kind {
      case .blockQuote, .taskItem, .heading, .footnoteDefinition: index = Int(node.end)
      case .item:
        itemEnd = max(itemEnd, Int(node.end))
        index += 1
      case .paragraph:
        lines += all(of: index, index < itemEnd ? .item : .paragraph, in: page)
        index = Int(node.end)
      case .tableRow(isHeader: false):
        lines += row(index, in: page)
        index = Int(node.end)
      default: index += 1
      }
    }
    return lines
  }

  /// The cells of a row, unless two of them are about the same thing, or there is nothing that one could be about.
  private static func row(_ index: Int, in page: MarkdownFile) -> [PlainLine] {
    let cells = page.document.children(of: index).flatMap { all(of: $0, .cell, in: page) }
    let isLeftover = { (line: PlainLine) in LeftoverText.words(in: line.text[...], .cell) != nil }
    let isAbout = cells.contains { !isLeftover($0) && $0.text.contains { $0.isLetter || $0.isNumber || $0 == "\u{FFFC}" } }
    return isAbout ? cells.filter(isLeftover) : []
  }

  private static func all(of block: Int, _ place: LeftoverText.Place, in page: MarkdownFile) -> [PlainLine] {
    let document = page.document
    let span = document.nodes[block].span
    var start = span.lowerBound
    var lines: [PlainLine] = []
    var text = ""
    func end() {
      if !text.isEmpty { lines.append(PlainLine(text: text, place: place, range: start..<max(start, span.upperBound))) }
      start = (page.source.bytes[start..<max(start, span.upperBound)].firstIndex(of: 0x0A) ?? span.upperBound - 1) + 1
      text = ""
    }
    for node in document.nodes[block..<Int(document.nodes[block].end)] {
      switch node.kind {
      case .text(let literal): text += document.string(literal)
      case .code, .inlineHTML, .image: text += "\u{FFFC}"
      case .softBreak, .lineBreak: end()
      default: continue
      }
    }
    end()
    return lines
  }
}
