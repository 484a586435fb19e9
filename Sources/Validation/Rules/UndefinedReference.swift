package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum UndefinedReference: Rule {
  package static let id = "undefined-reference"
  package static let group = RuleGroup.links
  package static let severity = Severity.warning
  package static let summary = "A link or a footnote names a label that nothing defines"
  package static let why = """
    Without a line `[label]: address` a link `[text][label]` is shown as it is written, with its brackets, and so is a footnote `[^1]` \
    without `[^1]: text`. Arrays, check boxes and stand-ins in prose are no references.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See «[the steps][steps]» and a note.«[^1]»
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See [the steps][steps] and a note.[^1]

    [steps]: ../README.md
    [^1]: The note.
    """

  package static func check(_ library: Library) -> [Finding] {
    library.pages.flatMap { page -> [Finding] in
      let brackets = page.brackets
      guard !brackets.references.isEmpty || !brackets.footnotes.isEmpty else { return [] }
      let definitions = LinkDefinitions(of: page).all
      let found = links(in: page, definitions) + footnotes(in: page)
      return firstFindings(found.sorted { $0.place.lowerBound < $1.place.lowerBound }) { place, label in
        finding(
          page.path,
          place,
          "nothing defines `[\(label.shortened)]`" + Spelling.suggestion(for: label, among: definitions.lazy.map(\.key)),
          why: "it is shown as it is written, with its brackets",
          help: "add a line `[\(label.shortened)]: \(label.hasPrefix("^") ? "text" : "address")`, or write `\\[` where brackets are meant"
        )
      }
    }
  }

  private typealias Found = (place: Range<Int>, label: String)

  private static func links(in page: MarkdownFile, _ definitions: [LinkDefinitions.Definition]) -> [Found] {
    let source = page.source
    let labels = page.brackets.references.compactMap { close -> Range<Int>? in
      let line = source.lineRange(at: close)
      return source.bytes[(close + 2)..<max(close + 2, line.upperBound)].firstIndex(of: UInt8(ascii: "]")).map { close..<($0 + 1) }
    }
    return page.inText(labels).compactMap { range in
      guard let open = opening(before: range.lowerBound, in: source.bytes) else { return nil }
      let text = source.text((open + 1)..<range.lowerBound)
      let label = source.text((range.lowerBound + 2)..<(range.upperBound - 1))
      guard isAlone(open..<range.upperBound, in: source.bytes) else { return nil }
      return isReference(text, label, hasDefinitions: !definitions.isEmpty) ? (open..<range.upperBound, label.isEmpty ? text : label) : nil
    }
  }

  /// The bracket that one belongs to, a few hundred bytes before it at most.
  private static func opening(before close: Int, in bytes: [UInt8]) -> Int? {
    var depth = 0
    for index in (max(0, close - 300)..<close).reversed() {
      switch bytes[index] {
      case UInt8(ascii: "]"): depth += 1
      case UInt8(ascii: "["):
        if depth == 0 { return index }
        depth -= 1
      default: break
      }
    }
    return nil
  }

  /// Whether nothing stands around the brackets that makes them an index, a pattern or a chain of brackets.
  private static func isAlone(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x20
    let behind = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x20
    return !isWord(before) && !")]}$\\\"'`".utf8.contains(before) && !isWord(behind) && !"[({+*?=".utf8.contains(behind)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// Whether a text and a label are those of a link. Where the page defines labels any are; else the text has words, and the label looks
  /// like one: `the guide`, `guide-2`.
  private static func isReference(_ text: String, _ label: String, hasDefinitions: Bool) -> Bool {
    guard !text.contains("]("), text.count(where: \.isLetter) > 2 else { return false }
    if hasDefinitions { return label.isEmpty || label.contains { $0.isLetter || $0.isNumber } }
    guard !label.isEmpty, label.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }) else { return false }
    return label.allSatisfy(\.isNumber) || label.count > 1 && label.first?.isUppercase == false
  }

  /// Footnotes with a number, or with a word where the page has others.
  private static func footnotes(in page: MarkdownFile) -> [Found] {
    guard !page.brackets.footnotes.isEmpty else { return [] }
    let ranges = page.brackets.footnotes.compactMap { open -> Range<Int>? in
      page.source.bytes[open...].firstIndex(of: UInt8(ascii: "]")).map { open..<($0 + 1) }
    }
    let hasNotes = page.document.nodes.contains { if case .footnoteDefinition = $0.kind { true } else { false } }
    return page.inText(ranges).compactMap { range in
      let label = page.source.text((range.lowerBound + 1)..<(range.upperBound - 1))
      let name = label.dropFirst()
      let isWord = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } && !["a-z", "A-Z", "0-9"].contains(name)
      guard !name.isEmpty, name.allSatisfy(\.isNumber) || hasNotes && isWord else { return nil }
      return (range, label)
    }
  }
}
