/// Text of a module put into Markdown so that it means just this text.
package enum MarkdownText {
  /// One line of literal text: every character that Markdown reads gets a backslash (GFM 0.29, section 6.1), also what would
  /// make a list or a rule of it at the start of a line. An underscore inside a word is left alone: it means nothing there
  /// (GFM 0.29, section 6.4), and names of columns are full of them.
  package static func literal(_ text: String) -> String { escaped(text, startsLine: true) }

  /// The same for text that comes to stand behind something else on its line.
  package static func inline(_ text: String) -> String { escaped(text, startsLine: false) }

  private static func escaped(_ text: String, startsLine: Bool) -> String {
    let bytes = Array(oneLine(text).trimmed.utf8)
    let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    for (index, byte) in bytes.enumerated() {
      let isMarkup =
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
          UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: "~"):
          true
        case UInt8(ascii: "_"): !(isWord(index - 1, in: bytes) && isWord(index + 1, in: bytes))
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="): startsLine && index == 0
        case UInt8(ascii: "."), UInt8(ascii: ")"): startsLine && index == digits && digits > 0
        default: false
        }
      if isMarkup { out.append(UInt8(ascii: "\\")) }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether a letter or a digit of ASCII stands there; of another character a backslash more does no harm.
  private static func isWord(_ index: Int, in bytes: [UInt8]) -> Bool {
    guard bytes.indices.contains(index) else { return false }
    switch bytes[index] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    default: return false
    }
  }

  /// Lines joined by blanks; a byte that may be part of an end of line is looked for first.
  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { (0x0A...0x0D).contains($0) || $0 == 0xC2 || $0 == 0xE2 }) else { return text }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// A code span (GFM 0.29, section 6.3).
  package static func code(_ text: String) -> String {
    let line = oneLine(text)
    let fence = String(repeating: "`", count: longestRunOfBackticks(in: line) + 1)
    let pad = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    return fence + pad + line + pad + fence
  }

  /// A fenced block of text, to the byte; the fence is longer than any run of backticks in it.
  package static func fenced(_ text: String, language: String = "text") -> String {
    let fence = String(repeating: "`", count: max(3, longestRunOfBackticks(in: text) + 1))
    return "\(fence)\(language)\n\(text)\n\(fence)\n"
  }

  private static func longestRunOfBackticks(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
