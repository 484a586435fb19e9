private import Glibc

/// Lines end with LF, CR LF or CR (CommonMark 2.1).
extension UnsafeRawBufferPointer {
  /// Tells the offset behind each line end. Most files have no CR, so the next LF is what is looked for.
  ///
  /// - Complexity: linear.
  package func forEachLineEnd(from first: Int = 0, _ body: (Int) -> Void) {
    guard let base = baseAddress else { return }
    let find = { (byte: UInt8, start: Int, end: Int) in memchr(base + start, Int32(byte), end - start).map { UnsafeRawPointer($0) - base } }
    var offset = first
    var nextCR = find(UInt8(ascii: "\r"), offset, count)
    while offset < count {
      let nextLF = find(UInt8(ascii: "\n"), offset, count)
      while let cr = nextCR, cr < nextLF ?? count {
        nextCR = find(UInt8(ascii: "\r"), cr + 1, count)
        if cr + 1 != nextLF { body(cr + 1) }
      }
      guard let nextLF else { return }
      offset = nextLF + 1
      body(offset)
    }
  }
}

extension ArraySlice<UInt8> {
  /// The lines without their ends, and what stands behind the last end, be it nothing.
  package var lines: [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = startIndex
    withUnsafeBytes { bytes in
      bytes.forEachLineEnd { offset in
        let end = startIndex + offset
        let isPair = end - start > 1 && self[end - 1] == UInt8(ascii: "\n") && self[end - 2] == UInt8(ascii: "\r")
        lines.append(self[start..<(end - (isPair ? 2 : 1))])
        start = end
      }
    }
    return lines + [self[start...]]
  }
}
