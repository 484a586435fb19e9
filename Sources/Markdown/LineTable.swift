internal import Files

/// Where the lines of a file start. Lines count from 1, as in libcmark-gfm, and end with LF, CR LF or CR (CommonMark 2.1).
struct LineTable: Sendable {
  private let bytes: [UInt8]
  /// The offset of each line, and one more: that behind the last line.
  private let starts: [Int32]

  /// - Parameter first: the offset at which line 1 starts.
  init(_ bytes: [UInt8], from first: Int) {
    self.bytes = bytes
    var starts = [Int32(first)]
    bytes.withUnsafeBufferPointer { bytes in
      starts.reserveCapacity((bytes.count - first) / 32)
      UnsafeRawBufferPointer(bytes).forEachLineEnd(from: first) { starts.append(Int32($0)) }
    }
    if Int(starts[starts.count - 1]) < bytes.count { starts.append(Int32(bytes.count)) }
    if starts.count == 1 { starts.append(starts[0]) }
    self.starts = starts
  }

  /// How many lines there are, at least 1.
  var count: Int { starts.count - 1 }

  /// The offset behind a line and its end. A line that is not there is taken for the nearest one that is.
  func next(_ line: Int) -> Int { Int(starts[clamped(line)]) }

  /// The offset at which a line starts.
  func start(_ line: Int) -> Int { Int(starts[clamped(line) - 1]) }

  /// The bytes of a line without its end.
  func content(_ line: Int) -> Range<Int> {
    let start = start(line)
    var end = next(line)
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  func clamped(_ line: Int) -> Int { min(max(line, 1), count) }
}

// MARK: What lines look like

extension LineTable {
  /// How many line ends bytes hold.
  static func lineEnds(in bytes: UnsafeRawBufferPointer) -> Int {
    var count = 0
    bytes.forEachLineEnd { _ in count += 1 }
    return count
  }

  /// Where the text of a line starts: behind white space and the `>` of the quotations around it.
  func textStart(_ line: Int, quotes: Int) -> Int {
    let range = content(line)
    var (position, left) = (range.lowerBound, quotes)
    while position < range.upperBound {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: ">") where left > 0: left -= 1
      default: return position
      }
      position += 1
    }
    return position
  }

  /// Whether a line, in whatever quotation, ends a fenced block: nothing but enough fence characters (CommonMark 4.5).
  func isFence(_ line: Int, isTilde: Bool, atLeast length: Int) -> Bool {
    let marker = isTilde ? UInt8(ascii: "~") : UInt8(ascii: "`")
    let text = bytes[content(line)].drop { $0 == UInt8(ascii: ">") || Self.isSpace($0) }
    let fence = text.prefix { $0 == marker }
    return fence.count >= length && text.dropFirst(fence.count).allSatisfy(Self.isSpace)
  }

  /// Whether a line starts, behind the `>` of quotations, with a tab or four spaces.
  func isIndented(_ line: Int) -> Bool {
    let text = bytes[content(line)]
    let space = text.drop { $0 == UInt8(ascii: ">") }.prefix(while: Self.isSpace)
    return space.count >= 4 || space.contains(UInt8(ascii: "\t"))
  }

  /// Where the text of an ATX heading starts, or nil when no such heading of this level stands at an offset.
  func textOfHeading(_ level: UInt8, at offset: Int, line: Int) -> Int? {
    let end = content(line).upperBound
    guard offset < end else { return nil }
    let behind = bytes[offset..<end].firstIndex { $0 != UInt8(ascii: "#") } ?? end
    guard behind - offset == Int(level), behind == end || Self.isSpace(bytes[behind]) else { return nil }
    return bytes[behind..<end].firstIndex { !Self.isSpace($0) } ?? end
  }

  /// The line that underlines a setext heading: the first below it that holds only `=` or `-`, in as many quotations.
  func underline(ofLevel level: UInt8, below line: Int, quotes: Int) -> Int {
    let marker = level == 1 ? UInt8(ascii: "=") : UInt8(ascii: "-")
    var candidate = line + 1
    while candidate < count {
      let range = content(candidate)
      let text = bytes[range].drop { $0 == UInt8(ascii: ">") || Self.isSpace($0) }
      let depth = bytes[range.lowerBound..<text.startIndex].count { $0 == UInt8(ascii: ">") }
      let rest = text.drop { $0 == marker }
      if depth >= quotes, rest.startIndex > text.startIndex, rest.allSatisfy(Self.isSpace) { return candidate }
      candidate += 1
    }
    return count
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
