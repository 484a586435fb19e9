internal import Files

/// A `key=value` behind the language of a fence or in a directive; a value in double quotes may hold spaces.
struct FenceAttribute {
  let key: String
  /// Nil for a word without an equals sign.
  let value: String?
  /// The bytes of all of it in the source.
  let range: Range<Int>

  /// The attributes in some bytes of one line or more.
  static func all(in bytes: ArraySlice<UInt8>) -> [FenceAttribute] {
    var attributes: [FenceAttribute] = []
    var rest = bytes.drop(while: isSpace)
    while !rest.isEmpty {
      let start = rest.startIndex
      let key = rest.prefix { !isSpace($0) && $0 != equals }
      rest = rest[key.endIndex...]
      var value: ArraySlice<UInt8>?
      if rest.first == equals {
        rest = rest.dropFirst()
        if rest.first == quote {
          value = rest.dropFirst().prefix { $0 != quote }
          rest = rest[(value?.endIndex ?? rest.startIndex)...].dropFirst()
        } else {
          value = rest.prefix { !isSpace($0) }
          rest = rest[(value?.endIndex ?? rest.startIndex)...]
        }
      }
      attributes.append(FenceAttribute(key: text(key), value: value.map(text), range: start..<rest.startIndex))
      rest = rest.drop(while: isSpace)
    }
    return attributes
  }

  private static let equals = UInt8(ascii: "=")
  private static let quote = UInt8(ascii: "\"")

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
