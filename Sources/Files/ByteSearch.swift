private import Glibc

extension ArraySlice<UInt8> {
  /// The first place of some bytes; nil when they are not there. No bytes are found at the start.
  ///
  /// The generic search of Swift's string processing takes hundreds of times as long.
  ///
  /// - Complexity: linear in text; the product of the lengths at worst.
  package func range(ofBytes needle: some Collection<UInt8>) -> Range<Int>? {
    guard let first = needle.first else { return startIndex..<startIndex }
    let needle = Array(needle)
    return withUnsafeBytes { buffer -> Range<Int>? in
      guard let base = buffer.baseAddress else { return nil }
      var position = 0
      while position + needle.count <= buffer.count,
        let found = memchr(base + position, Int32(first), buffer.count - needle.count - position + 1)
      {
        let offset = UnsafeRawPointer(found) - base
        if memcmp(found, needle, needle.count) == 0 { return (startIndex + offset)..<(startIndex + offset + needle.count) }
        position = offset + 1
      }
      return nil
    }
  }
}

extension [UInt8] {
  /// The first place of some bytes; nil when they are not there.
  package func range(ofBytes needle: some Collection<UInt8>) -> Range<Int>? {
    self[...].range(ofBytes: needle)
  }
}
