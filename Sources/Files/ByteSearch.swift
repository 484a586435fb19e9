/// Search in bytes. The generic search of the standard library's string processing takes a thousand times as long.
extension ArraySlice<UInt8> {
  /// The first place of some bytes; nil when they are not there. No bytes are found at the start.
  ///
  /// - Complexity: the product of the lengths at worst; linear in text.
  package func range(ofBytes needle: some Collection<UInt8>) -> Range<Int>? {
    guard let first = needle.first else { return startIndex..<startIndex }
    let needle = Array(needle)
    return withUnsafeBufferPointer { buffer in
      var position = 0
      while position + needle.count <= buffer.count {
        if buffer[position] == first, needle.indices.allSatisfy({ buffer[position + $0] == needle[$0] }) {
          let start = startIndex + position
          return start..<(start + needle.count)
        }
        position += 1
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
