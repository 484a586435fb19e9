import Files
import Testing

/// The counts are made in chunks; each must be what going through the bytes one by one gives, wherever a chunk ends.
@Suite struct ByteCountsTests {
  /// All bytes in an order that repeats late, and long runs of one byte, which would overflow what is counted in a byte.
  private static let texts: [[UInt8]] =
    (0..<40).map { length in (0..<(length * 17)).map { UInt8(truncatingIfNeeded: ($0 * $0 + 7 * $0 + length) >> 2) } }
    + [0x00, 0x20, 0x41, 0x80, 0xF0].map { [UInt8](repeating: $0, count: 1_000) }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  @Test(arguments: texts)
  func `bytes are counted as one by one`(text: [UInt8]) {
    let spaced = [0x20] + text
    text.withUnsafeBufferPointer { bytes in
      #expect(bytes.count(of: 0x41) == text.count { $0 == 0x41 })
      #expect(bytes.count(of: (0x41, 0x20, 0x80)) == text.count { [0x41, 0x20, 0x80].contains($0) })
      #expect(bytes.continuations == text.count { (0x80...0xBF).contains($0) })
      #expect(bytes.supplementaries == text.count { $0 >= 0xF0 })
      #expect(bytes.controls == text.count { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) || $0 == 0x7F })
      #expect(bytes.words == text.indices.count { isSpace(spaced[$0]) && !isSpace(text[$0]) })
    }
  }

  @Test(arguments: [
    ("", "a", nil), ("a", "a", 0), ("xxab", "ab", 2), ("aab", "ab", 1), ("abab", "bb", nil), ("]] ]:", "]:", 3), ("ab", "abc", nil),
    ("ab", "", 0),
  ])
  func `bytes are found at their first place`(text: String, needle: String, place: Int?) {
    #expect(Array(text.utf8).range(ofBytes: needle.utf8)?.lowerBound == place)
  }

  @Test func `paths come in the order of their bytes`() {
    let sorted = ["", "A", "a", "a/b", "a0", "b", "e\u{301}", "\u{e9}", "\u{ff5e}", "\u{1f600}"]
    #expect(sorted.reversed().sorted(by: Path.precedes) == sorted)
  }
}
