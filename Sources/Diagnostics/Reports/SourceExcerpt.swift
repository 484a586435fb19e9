package import Files

/// The line of a place, cut to what a terminal shows, and carets below it. Safe to print: control and direction-changing
/// characters of a module never reach the terminal.
package struct SourceExcerpt: Sendable {
  package let line: String
  package let indent: String
  package let carets: String

  /// The most characters of a line that are shown.
  private static let width = 160

  /// The line that a range starts on; nil when the line is empty.
  package init?(of range: Range<Int>, in source: SourceFile) {
    let lineRange = source.lineRange(at: range.lowerBound)
    let start = min(range.lowerBound, lineRange.upperBound)
    let end = min(max(range.upperBound, start), lineRange.upperBound)
    guard !lineRange.isEmpty else { return nil }
    let before = SourceExcerpt.visible(source.text(lineRange.lowerBound..<start))
    let marked = SourceExcerpt.visible(source.text(start..<end))
    let after = SourceExcerpt.visible(source.text(end..<lineRange.upperBound))
    let cutBefore = before.unicodeScalars.count > Self.width / 2
    let shownBefore = cutBefore ? "…" + String(before.suffix(Self.width / 2)) : before
    let room = max(Self.width - shownBefore.count, 1)
    let shownMarked = marked.count > room ? marked.prefix(room) + "…" : marked[...]
    let shownAfter = after.count > room - min(room, marked.count) ? after.prefix(max(room - marked.count, 0)) + "…" : after[...]
    line = shownBefore + shownMarked + (marked.count > room ? "" : shownAfter)
    indent = String(repeating: " ", count: Self.columns(shownBefore))
    carets = String(repeating: "^", count: max(Self.columns(String(shownMarked)), 1))
  }

  /// A text as it may be printed: tabs as two spaces, other control characters and those that reorder text as `\u{…}`.
  package static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isDangerous) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        out += "  "
      } else if isDangerous(scalar) {
        out += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// How many columns of a terminal a text takes: East Asian wide characters and emoji take two, combining marks none.
  private static func columns(_ text: String) -> Int {
    text.reduce(0) { total, character in
      let isWide = character.unicodeScalars.contains { scalar in
        scalar.properties.isEmojiPresentation || (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
          || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
          || (0xFE30...0xFE6F).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
      }
      return total + (isWide ? 2 : 1)
    }
  }
}
