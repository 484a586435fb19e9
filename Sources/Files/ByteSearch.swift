private import Glibc

extension ArraySlice<UInt8> {
  /// The first place of some bytes; nil when they are not there. No bytes are found at the start.
  ///
  /// The generic search of Swift's string processing takes hundreds of times as long.
  ///
  /// - Complexity: linear in text; the product of the lengths at worst.
  @inlinable package func range(ofBytes needle: some Collection<UInt8>) -> Range<Int>? {
    if let found = needle.withContiguousStorageIfAvailable({ place(of: UnsafeBufferPointer(rebasing: $0[...])) }) { return found }
    return Array(needle).withUnsafeBufferPointer { place(of: $0) }
  }

  @usableFromInline func place(of needle: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let bytes = needle.baseAddress, let rarest = needle.indices.max(by: { needle[$0].rarity < needle[$1].rarity }) else {
      return startIndex..<startIndex
    }
    return withUnsafeBytes { buffer -> Range<Int>? in
      guard let base = buffer.baseAddress else { return nil }
      var position = rarest
      let end = buffer.count - needle.count + rarest + 1
      while position < end, let found = memchr(base + position, Int32(needle[rarest]), end - position) {
        let offset = UnsafeRawPointer(found) - base
        let start = offset - rarest
        if memcmp(base + start, bytes, needle.count) == 0 { return (startIndex + start)..<(startIndex + start + needle.count) }
        position = offset + 1
      }
      return nil
    }
  }
}

extension UInt8 {
  /// How rare a byte is in English text and code, roughly: the search goes from one to the next of the rarest.
  fileprivate var rarity: UInt8 { UInt8.rarities[Int(self)] }

  /// A table, since most texts that are searched are no longer than what is looked for.
  private static let rarities: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case 0x20, 0x0A: 0
    case UInt8(ascii: "-"): 1
    case _ where "etaoinsrlduc".utf8.contains(byte): 1
    case UInt8(ascii: "a")...UInt8(ascii: "z"): 2
    default: 3
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte at an offset or behind it; nil when it is not there.
  ///
  /// - Complexity: linear; many bytes at a time.
  package func offset(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

extension [UInt8] {
  /// The first place of some bytes; nil when they are not there.
  @inlinable package func range(ofBytes needle: some Collection<UInt8>) -> Range<Int>? {
    self[...].range(ofBytes: needle)
  }
  /// With other bytes wherever some stand.
  ///
  /// - Parameter needle: not empty.
  /// - Complexity: linear, where Swift's search in strings takes a hundred times as long.
  package func replacing(_ needle: String, with replacement: String) -> [UInt8] {
    var out: [UInt8] = []
    var rest = self[...]
    while let found = rest.range(ofBytes: needle.utf8), !found.isEmpty {
      out += rest[..<found.lowerBound]
      out += replacement.utf8
      rest = rest[found.upperBound...]
    }
    return out + rest
  }
}
