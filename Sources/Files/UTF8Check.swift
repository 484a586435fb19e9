/// Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
package enum UTF8Check {
  /// The offset of the first byte of the first ill-formed sequence, or nil when all of it is UTF-8.
  ///
  /// - Complexity: linear. Valid text is judged by the standard library; the offset is searched only when that fails.
  package static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    if (try? UTF8Span(validating: bytes.span)) != nil { return nil }
    var offset = 0
    while offset < bytes.count {
      guard let length = lengthOfScalar(at: offset, in: bytes) else { return offset }
      offset += length
    }
    return nil
  }

  /// The bytes of the well-formed scalar that starts at an offset (RFC 3629 section 4, `UTF8-char`), or nil.
  private static func lengthOfScalar(at offset: Int, in bytes: [UInt8]) -> Int? {
    let lead = bytes[offset]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
    for index in (offset + 1)..<(offset + length) where bytes[index] & 0xC0 != 0x80 { return nil }
    return length
  }
}
