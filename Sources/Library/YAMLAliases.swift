/// Counts what may be an alias of YAML (`*name`) before a file is parsed: an alias can stand for a value that is made of aliases, so
/// that a few lines stand for more values than any memory holds.
enum YAMLAliases {
  /// With ten of them, values can grow to 3 * 3 * 4 times the file.
  static let most = 10

  /// The offset of the first that is one too many.
  ///
  /// Asterisks in quotations and comments count as well. Inside a word or a path none starts an alias (`rules/*.md`, `**bold**`).
  ///
  /// - Complexity: linear.
  static func excess(in bytes: [UInt8]) -> Int? {
    var count = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "*") {
      if index > 0, isInsideWord(bytes[index - 1]) { continue }
      guard index + 1 < bytes.count, bytes[index + 1] > 0x20 else { continue }
      count += 1
      if count > most { return index }
    }
    return nil
  }

  /// Whether nothing new starts behind a byte.
  private static func isInsideWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "*"): true
    default: false
    }
  }
}
