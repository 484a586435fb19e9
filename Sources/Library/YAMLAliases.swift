/// Looks for anchors (`&name`) and aliases (`*name`) of YAML before it is parsed: a few lines of aliases to aliases stand for
/// more values than any memory holds, and a configuration needs none.
enum YAMLAliases {
  /// The offset of the first anchor or alias outside comments and quotation marks.
  ///
  /// - Complexity: linear.
  static func firstOffset(in bytes: [UInt8]) -> Int? {
    var index = 0
    var isTokenStart = true
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: "\n")
      switch byte {
      case UInt8(ascii: "#") where isTokenStart:
        index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isTokenStart { index = endOfQuotation(from: index, in: bytes) }
        isTokenStart = false
      case UInt8(ascii: "&"), UInt8(ascii: "*"):
        if isTokenStart, !isSpace(next) { return index }
        isTokenStart = false
      default:
        isTokenStart = isSpace(byte) || [UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ",")].contains(byte)
      }
      index += 1
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

  /// The offset of the mark that closes a quotation; the end when none does.
  private static func endOfQuotation(from start: Int, in bytes: [UInt8]) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != bytes[start] {
      index += bytes[start] == UInt8(ascii: "\"") && bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index
  }
}
