/// Counts of bytes, in loops that the compiler turns into vector code: what every page is measured by costs less than reading it.
extension UnsafeBufferPointer<UInt8> {
  /// How many bytes are this one.
  ///
  /// - Complexity: linear, as of all of these.
  package func count(of byte: UInt8) -> Int {
    tally(from: 0) { self[$0] == byte ? 1 : 0 }
  }

  /// How many bytes are one of three.
  package func count(of bytes: (UInt8, UInt8, UInt8)) -> Int {
    tally(from: 0) { (self[$0] == bytes.0 ? 1 : 0) | (self[$0] == bytes.1 ? 1 : 0) | (self[$0] == bytes.2 ? 1 : 0) }
  }

  /// How many bytes are control characters other than tab, line feed and carriage return.
  package var controls: Int {
    tally(from: 0) { offset in
      let byte = self[offset]
      let isLineOrTab: UInt8 = (byte == 0x09 ? 1 : 0) | (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0)
      return ((byte < 0x20 ? 1 : 0) ^ isLineOrTab) | (byte == 0x7F ? 1 : 0)
    }
  }

  /// How many bytes are neither printable ASCII nor tab nor line feed.
  package var odd: Int {
    tally(from: 0) { offset in
      let byte = self[offset]
      let isLineOrTab: UInt8 = (byte == 0x09 ? 1 : 0) | (byte == 0x0A ? 1 : 0)
      return ((byte < 0x20 ? 1 : 0) ^ isLineOrTab) | (byte >= 0x7F ? 1 : 0)
    }
  }

  /// How many places may be part of a placeholder that was left over: `TB`, `TO`, and what is around the space of "coming soon",
  /// "lorem ipsum" and "to be". English text has few of them, mostly the last.
  package var placeholderSigns: Int {
    tally(upTo: count - 3) { offset in
      let (first, second, third, fourth) = (self[offset], self[offset &+ 1], self[offset &+ 2], self[offset &+ 3])
      // Differences of bits instead of comparisons joined by "and": only these become vector code.
      let isCapital: UInt8 = (first ^ 0x54) | Swift.min(second ^ 0x42, second ^ 0x4F) == 0 ? 1 : 0
      let isSoon = (first ^ 0x67) | (third ^ 0x73) | (fourth ^ 0x6F)
      let isIpsum = (first ^ 0x6D) | (third ^ 0x69) | (fourth ^ 0x70)
      let isToBe = (first ^ 0x6F) | (third ^ 0x62) | (fourth ^ 0x65)
      return isCapital | ((second ^ 0x20) | Swift.min(isSoon, isIpsum, isToBe) == 0 ? 1 : 0)
    }
  }

  /// How many bytes go on with a scalar that another has begun (`10xxxxxx` in UTF-8).
  package var continuations: Int {
    tally(from: 0) { self[$0] & 0xC0 == 0x80 ? 1 : 0 }
  }

  /// How many bytes begin a scalar that UTF-16 writes as two units.
  package var supplementaries: Int {
    tally(from: 0) { self[$0] >= 0xF0 ? 1 : 0 }
  }

  /// How many runs of anything but the white space of ASCII there are.
  package var words: Int {
    guard let first else { return 0 }
    let space = { (byte: UInt8) -> UInt8 in (byte == 0x20 ? 1 : 0) | (byte &- 0x09 <= 0x04 ? 1 : 0) }
    return Int(space(first) ^ 1) &+ tally(from: 1) { space(self[$0 &- 1]) & (space(self[$0]) ^ 1) }
  }

  /// The sum of a value, 0 or 1, over all offsets. It is summed up in bytes, as many as cannot overflow: sixteen of them fit where
  /// two numbers do. Measured: a loop over a range, or with checked sums, takes five to twenty times as long.
  @inline(__always)
  private func tally(from first: Int, _ value: (Int) -> UInt8) -> Int {
    tally(from: first, upTo: count, value)
  }

  @inline(__always)
  private func tally(from first: Int = 0, upTo bound: Int, _ value: (Int) -> UInt8) -> Int {
    var total = 0
    var offset = first
    while offset < bound {
      let end = Swift.min(offset &+ 192, bound)
      var found: UInt8 = 0
      while offset < end {
        found = found &+ value(offset)
        offset = offset &+ 1
      }
      total = total &+ Int(found)
    }
    return total
  }
}
