/// Texts in TOML that a reader of version 0.5 accepts (`targets.md`, section 3.11).
enum TOMLText {
  /// A string on one line.
  static func line(_ text: String) -> String {
    "\"" + text.unicodeScalars.map { $0 == "\"" ? "\\\"" : $0 == "\n" ? "\\n" : escaped($0) }.joined() + "\""
  }

  /// A string over several lines: as it is between `'''`, where that can hold it, else between `"""` with escapes. A reader drops the
  /// line end behind the opening quotes.
  static func block(_ text: String) -> String {
    let isPlain = !text.contains("'''") && !text.hasSuffix("'") && !text.unicodeScalars.contains(where: isControl)
    return isPlain ? "'''\n\(text)'''" : "\"\"\"\n\(basic(text))\"\"\""
  }

  /// With every third quote of a run escaped, and the last of the text.
  private static func basic(_ text: String) -> String {
    var out = ""
    var quotes = 0
    for scalar in text.unicodeScalars {
      quotes = scalar == "\"" ? quotes + 1 : 0
      out += quotes > 0 && quotes.isMultiple(of: 3) ? "\\\"" : escaped(scalar)
    }
    return quotes.isMultiple(of: 3) ? out : out.dropLast() + "\\\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    if scalar == "\\" { return "\\\\" }
    guard isControl(scalar) else { return String(scalar) }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// What may not stand in a string: control characters but the tab and the line feed; a carriage return gets lost on the way.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\t" && scalar != "\n" || scalar.value == 0x7F
  }
}
