/// A character that nobody sees, where no script, emoji or flag needs it.
package struct OddCharacter: Sendable, Hashable {
  package enum Kind: Sendable {
    /// C0 and C1 but tab and line ends, and delete.
    case control
    /// Zero-width characters, soft hyphens and separators that no eye tells from nothing.
    case invisible
    /// What turns the order of the characters on a line.
    case direction
    /// Tag characters, which spell text that only programs read.
    case tag
  }

  package let scalar: Unicode.Scalar
  package let kind: Kind
  /// The bytes of the character, and of those like it right behind it.
  package internal(set) var range: Range<Int>

  /// Nil for a character that has its place here.
  init?(_ scalar: Unicode.Scalar, _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    let before = ScalarReader.scalar(bytes, before: range.lowerBound)
    let behind = ScalarReader.scalar(bytes, at: range.upperBound)?.scalar
    switch scalar.value {
    case 0x0...0x1F, 0x7F...0x9F: kind = .control
    case 0xAD, 0x180E, 0x2028, 0x2029, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF, 0xFFFC: kind = .invisible
    case 0x200B:
      guard ![before, behind].contains(where: Self.isWrittenWithoutSpaces) else { return nil }
      kind = .invisible
    case 0x200C, 0x200D:
      guard ![before, behind].contains(where: Self.isJoined) else { return nil }
      kind = .invisible
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      guard !Self.hasRightToLeft(bytes, around: range.lowerBound) else { return nil }
      kind = .direction
    case 0xE0001...0xE007F:
      // A flag: a black flag, tags, the end tag (Unicode TR 51, section 1.4.6).
      guard let before, before.value != 0x1F3F4, !Self.isInFlag(bytes, before: range.lowerBound) else { return nil }
      kind = .tag
    default: return nil
    }
    self.scalar = scalar
    self.range = range
  }

  /// Whether a character can be one at all.
  static func mayBe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFFC,
      0xE0001...0xE007F:
      true
    default: false
    }
  }

  /// Thai, Lao, Tibetan, Myanmar, Khmer, Chinese, Japanese, Korean: a zero-width space tells where a line may break.
  private static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar?.value ?? 0 {
    case 0x0E00...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x1A00...0x1AAF, 0x2E80...0xA4CF, 0xA980...0xAAFF, 0xAC00...0xD7AF,
      0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Letters of scripts that join or part them by it, and emoji: anything beyond Latin, Greek and Cyrillic but general punctuation.
  private static func isJoined(_ scalar: Unicode.Scalar?) -> Bool {
    guard let value = scalar?.value else { return false }
    return value >= 0x0530 && !(0x1E00...0x1FFF).contains(value) && !(0x2000...0x206F).contains(value) && value != 0xFEFF
  }

  /// Whether the line around a place has a letter that is written from right to left.
  ///
  /// - Complexity: linear in the line, of which 1,000 bytes on each side are looked at.
  private static func hasRightToLeft(_ bytes: UnsafeBufferPointer<UInt8>, around offset: Int) -> Bool {
    var start = offset
    while start > 0, offset - start < 1_000, bytes[start - 1] != 0x0A { start -= 1 }
    while start < offset, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while let (scalar, end) = ScalarReader.scalar(bytes, at: start), scalar != "\n", start - offset < 1_000 {
      switch scalar.value {
      case 0x0590...0x061B, 0x061D...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return true
      default: start = end
      }
    }
    return false
  }

  /// Whether tags, and before them a black flag, stand before a place.
  private static func isInFlag(_ bytes: UnsafeBufferPointer<UInt8>, before offset: Int) -> Bool {
    var start = offset
    for _ in 0..<8 {
      guard let scalar = ScalarReader.scalar(bytes, before: start) else { return false }
      if scalar.value == 0x1F3F4 { return true }
      guard (0xE0020...0xE007F).contains(scalar.value) else { return false }
      start -= 4
    }
    return false
  }
}
