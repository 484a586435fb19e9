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
    let pairs = pairs(in: template)
    var found: [Placeholder] = []
    var end = 0
    for pair in pairs where pair.range.lowerBound >= end {
      end = pair.range.upperBound
      if !pair.isNesting, let placeholder = placeholder(pair.range, in: template) { found.append(placeholder) }
    }
    return found
  }

  /// Brackets that belong together on one line, and whether there are brackets between them; in the order of their opening.
  private static func pairs(in template: [UInt8]) -> [(range: Range<Int>, isNesting: Bool)] {
    var pairs: [(range: Range<Int>, isNesting: Bool)] = []
    var open: [(offset: Int, isNesting: Bool)] = []
    var index = 0
    while index < template.count {
      switch template[index] {
      case UInt8(ascii: "\\"): index += template.dropFirst(index + 1).first == UInt8(ascii: "\n") ? 0 : 1
      case UInt8(ascii: "\n"): open = []
      case UInt8(ascii: "["): open.append((index, false))
      case UInt8(ascii: "]"):
        guard let (start, isNesting) = open.popLast() else { break }
        pairs.append((start..<(index + 1), isNesting))
        if !open.isEmpty { open[open.count - 1].isNesting = true }
      default: break
      }
      index += 1
    }
    return pairs.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func placeholder(_ range: Range<Int>, in template: [UInt8]) -> Placeholder? {
    if range.lowerBound > 0, isWordByte(template[range.lowerBound - 1]) { return nil }
    if range.upperBound < template.count, template[range.upperBound] == UInt8(ascii: "(") { return nil }
    let text = String(decoding: template[range].dropFirst().dropLast(), as: UTF8.self).trimmed
    guard text.contains(where: { $0.isLetter || $0.isNumber }), text.lowercased() != "x" else { return nil }
    return Placeholder(range: range, text: text)
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
