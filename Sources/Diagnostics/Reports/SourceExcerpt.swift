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
    guard !lineRange.isEmpty else { return nil }
    let start = min(range.lowerBound, lineRange.upperBound)
    let end = min(max(range.upperBound, start), lineRange.upperBound)
    let before = SourceExcerpt.shown(lineRange.lowerBound..<start, of: source, room: Self.width / 2, keepsEnd: true)
    let marked = SourceExcerpt.shown(start..<end, of: source, room: Self.width - before.count, keepsEnd: false)
    let after = SourceExcerpt.shown(end..<lineRange.upperBound, of: source, room: Self.width - before.count - marked.count, keepsEnd: false)
    line = before + marked + (marked.hasSuffix("…") && after.hasSuffix("…") ? "" : after)
    indent = String(repeating: " ", count: Self.columns(before))
    carets = String(repeating: "^", count: max(Self.columns(marked), 1))
  }

  /// A part of a line as it may be printed, with `…` where it is cut. Only bytes that can be shown are decoded, so that a
  /// line of a megabyte costs no more than a short one.
  private static func shown(_ range: Range<Int>, of source: SourceFile, room: Int, keepsEnd: Bool) -> String {
    // Four bytes are the most that a scalar takes; a cut inside one is covered by the `…`.
    let bytes = max(room, 1) * 4
    let near =
      keepsEnd
      ? max(range.lowerBound, range.upperBound - bytes)..<range.upperBound
      : range.lowerBound..<min(range.upperBound, range.lowerBound + bytes)
    let text = visible(source.text(near))
    if near == range, text.count <= room { return text }
    let kept = keepsEnd ? text.suffix(max(room - 1, 0)) : text.prefix(max(room - 1, 0))
    return keepsEnd ? "…" + kept : kept + "…"
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
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    return switch scalar.properties.generalCategory {
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
