/// Finds the placeholders of a prompt template: `[text]`, by the rules of `product.md` section 8.
///
/// `\[` is a literal bracket. Not placeholders: empty brackets and check boxes (`[ ]`, `[x]`), brackets over several lines or
/// inside brackets, an index right behind a word (`a[i]`), and Markdown links (`[text](url)`).
enum PlaceholderScanner {
  /// A placeholder: its range with both brackets, in bytes of the template.
  struct Placeholder {
    let range: Range<Int>
    /// The text between the brackets, without white space at its ends.
    let text: String
  }

  /// The placeholders of a template in order.
  ///
  /// - Complexity: linear.
  static func placeholders(in template: [UInt8]) -> [Placeholder] {
    var found: [Placeholder] = []
    var index = 0
    while index < template.count {
      switch template[index] {
      case UInt8(ascii: "\\"):
        index += 2
      case UInt8(ascii: "["):
        if let placeholder = placeholder(at: index, in: template) {
          found.append(placeholder)
          index = placeholder.range.upperBound
        } else {
          index += 1
        }
      default:
        index += 1
      }
    }
    return found
  }

  private static func placeholder(at open: Int, in template: [UInt8]) -> Placeholder? {
    if open > 0, isWordByte(template[open - 1]) { return nil }
    var close = open + 1
    while close < template.count, template[close] != UInt8(ascii: "]") {
      if template[close] == UInt8(ascii: "[") || template[close] == UInt8(ascii: "\n") { return nil }
      close += 1
    }
    guard close < template.count else { return nil }
    if close + 1 < template.count, template[close + 1] == UInt8(ascii: "(") { return nil }
    let text = String(decoding: template[(open + 1)..<close], as: UTF8.self).trimmed
    guard text.contains(where: { $0.isLetter || $0.isNumber }), text.lowercased() != "x" else { return nil }
    return Placeholder(range: open..<(close + 1), text: text)
  }

  /// Letters, digits, `_`, `]`, `)` and every byte of a non-ASCII character: what an index may stand behind.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "_"), UInt8(ascii: "]"), UInt8(ascii: ")"): true
    default: byte >= 0x80
    }
  }
}
