/// Short words for people: titles that fit, numbers with separators, counts with their noun.
enum Words {
  /// A title for navigation and tabs: one line, at most 100 characters, never empty.
  static func title(_ text: String) -> String {
    let line = clipped(text, to: 100)
    return line.isEmpty ? "Untitled" : line
  }

  /// A text on one line, cut at a character with an ellipsis where it is longer than a number of characters.
  ///
  /// - Complexity: linear in `limit`, not in the text.
  static func clipped(_ text: String, to limit: Int) -> String {
    if isPlain(text, upTo: limit) { return text }
    var out: [UInt8] = []
    var count = 0
    var isSpaceDue = false
    var read = 0
    for scalar in text.unicodeScalars {
      // Bounded in what is read too: a text may hold thousands of blanks in a row.
      read += 1
      if read > limit * 8 { return String(decoding: out, as: UTF8.self) + "\u{2026}" }
      if isBlank(scalar) {
        isSpaceDue = count > 0
        continue
      }
      guard count < limit else { return String(decoding: out, as: UTF8.self) + "\u{2026}" }
      if isSpaceDue { out.append(0x20) }
      isSpaceDue = false
      if scalar.isASCII { out.append(UInt8(scalar.value)) } else { out += String(scalar).utf8 }
      count += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether a text is one line of ASCII, no longer than a limit, with nothing to be squeezed: what nearly all are.
  private static func isPlain(_ text: String, upTo limit: Int) -> Bool {
    let bytes = text.utf8
    guard bytes.count <= limit else { return false }
    var before = UInt8(ascii: " ")
    for byte in bytes {
      guard byte > 0x20 && byte < 0x7F || byte == 0x20 && before != 0x20 else { return false }
      before = byte
    }
    return bytes.isEmpty || before != 0x20
  }

  /// White space or a control character. ASCII, nearly all of it, is judged without a look into the Unicode tables.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
    return scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
  }

  /// The text with its first letter in upper case.
  static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// 12345 as `12,345`.
  static func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var out = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { out += "," }
      out.append(digit)
    }
    return out
  }

  /// `1 guide`, `2 guides`.
  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(self.number(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
