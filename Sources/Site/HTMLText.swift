/// Text made safe for HTML.
enum HTMLText {
  /// The text with the five characters that mean something in HTML written as references (HTML Standard, section 13.1.2).
  static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 16)
    append(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// A line of ours, escaped, with what stands between backticks as code.
  static func withCode(_ line: String) -> String {
    let pieces = line.split(separator: "`", omittingEmptySubsequences: false).map { escaped(String($0)) }
    guard pieces.count.isMultiple(of: 2) == false else { return escaped(line) }
    return pieces.enumerated().map { $0.isMultiple(of: 2) ? $1 : "<code>\($1)</code>" }.joined()
  }

  /// Appends a text, escaped. Control characters, which HTML forbids, become U+FFFD.
  static func append(_ text: String, to out: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case UInt8(ascii: "'"): out += "&#39;".utf8
      case _ where isControl(byte): out += "\u{FFFD}".utf8
      default: out.append(byte)
      }
    }
  }

  /// A control character that HTML forbids in a page (HTML Standard, section 13.1.1).
  static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
  }
}
