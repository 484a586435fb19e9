/// Line ends in bytes: a line feed, or a carriage return and a line feed. A checkout may turn one into the other, which is no edit.
enum LineEnds {
  static let feed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// The offset of the line after the one that holds an offset.
  static func next(after offset: Int, in bytes: ArraySlice<UInt8>) -> Int {
    bytes[offset...].firstIndex(of: feed).map { $0 + 1 } ?? bytes.endIndex
  }

  /// The bytes with line feeds only.
  static func unified(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(carriageReturn) else { return bytes }
    return bytes.indices.filter { bytes[$0] != carriageReturn || $0 + 1 == bytes.count || bytes[$0 + 1] != feed }.map { bytes[$0] }
  }

  /// Whether two contents are the same but for their line ends.
  static func areAlike(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left == right || unified(left) == unified(right)
  }

  /// The line end that a text uses: that of its first line, a line feed when there is none.
  ///
  /// A text without a line feed that ends with a carriage return has both: a line feed behind it would be read as the end of a line that
  /// the carriage return is part of.
  static func style(of bytes: [UInt8]) -> [UInt8] {
    let end = bytes.firstIndex(of: feed) ?? bytes.count
    return end > 0 && bytes[end - 1] == carriageReturn ? [carriageReturn, feed] : [feed]
  }

  /// A text that has line feeds, with other line ends.
  static func written(_ bytes: [UInt8], with style: [UInt8]) -> [UInt8] {
    style == [feed] ? bytes : bytes.flatMap { $0 == feed ? style : [$0] }
  }
}
