/// A set of bytes: asked for every byte of a code block. Making one takes as long as reading a line, so those that are not `static` stand
/// where they are made once.
struct ByteSet: Sendable, ExpressibleByStringLiteral {
  private var words: SIMD4<UInt64> = .zero

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
  }

  /// The bytes of an ASCII text.
  init(stringLiteral text: String) { self.init(text.utf8) }

  func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0 }

  /// The bytes of either.
  static func + (left: ByteSet, right: ByteSet) -> ByteSet {
    var sum = left
    sum.words |= right.words
    return sum
  }

  func subtracting(_ other: ByteSet) -> ByteSet {
    var rest = self
    rest.words &= ~other.words
    return rest
  }

  static let digits: ByteSet = "0123456789"
  static let hexDigits: ByteSet = "0123456789abcdefABCDEF"
  static let space: ByteSet = " \t\n\r\u{0B}\u{0C}"
  /// White space within a line.
  static let blank: ByteSet = " \t"
  /// Letters, `_`, and every byte of what is not ASCII.
  static let letters = ByteSet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_".utf8) + ByteSet(0x80...0xFF)
  static let identifier = letters + digits
  /// What names with hyphens are made of.
  static let hyphenated = identifier + "-"
  /// Everything but white space and controls.
  static let visible = ByteSet(0x21...0xFF)
}
