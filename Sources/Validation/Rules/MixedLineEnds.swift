package import Diagnostics
internal import Files
package import Library

package enum MixedLineEnds: Rule {
  package static let id = "mixed-line-ends"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.warning
  package static let readsBytes = true
  package static let summary = "The lines of a file end in different ways"
  package static let why = """
    Editors show such a file as if all were well; diffs, patches and counts are not. One way of ending lines is kept: that of most lines, \
    and a line feed where two are even.
    """
  package static let bad = Sample(stringLiteral: "-- workflows/demo/rules/guide.md --\n# Guide\n\n- A list.«\r\n»- More.")
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.
    - More.
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap(\.oddTexts).compactMap { odd in
      guard let ends = odd.mixedLineEnds else { return nil }
      let kinds: [(name: String, bytes: [UInt8], count: Int)] = [
        ("LF", [0x0A], ends.lf), ("CR LF", [0x0D, 0x0A], ends.crlf), ("CR", [0x0D], ends.cr),
      ]
      let kept = kinds.reduce(kinds[0]) { $1.count > $0.count ? $1 : $0 }
      let others = kinds.filter { $0.count > 0 && $0.name != kept.name }.map { "\($0.count) in \($0.name)" }.joined(separator: ", ")
      let places = places(in: odd.source, otherThan: kept.bytes)
      guard let first = places.first, let last = places.last else { return nil }
      let span = first.lowerBound..<last.upperBound
      return finding(
        odd.source.path,
        first,
        "\(kept.count) lines end in \(kept.name), and \(others)",
        why: "diffs and patches of such a file go wrong",
        help: "save the file with one kind of line ends",
        fix: Fix(
          title: "end every line in \(kept.name)",
          span: odd.source.span(span),
          replacement: rewritten(odd.source, places, as: kept.bytes)
        )
      )
    }
  }

  /// The line ends that are not written as wanted.
  private static func places(in source: SourceFile, otherThan wanted: [UInt8]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var offset = 0
    let bytes = source.bytes
    while offset < bytes.count {
      let isPair = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
      let end = offset + (isPair ? 2 : 1)
      if bytes[offset] == 0x0A || bytes[offset] == 0x0D, !bytes[offset..<end].elementsEqual(wanted) { places.append(offset..<end) }
      offset = end
    }
    return places
  }

  /// The text from the first of some places to the last, with a line end at each.
  private static func rewritten(_ source: SourceFile, _ places: [Range<Int>], as end: [UInt8]) -> String {
    var text: [UInt8] = []
    var position = places.first?.lowerBound ?? 0
    for place in places {
      text += source.bytes[position..<place.lowerBound] + end
      position = place.upperBound
    }
    return String(decoding: text, as: UTF8.self)
  }
}
