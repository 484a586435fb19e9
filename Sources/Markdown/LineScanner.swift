/// Reads the beginning of one line as CommonMark does: white space in columns (tabs reach to the next multiple of 4), then
/// what may start a block.
struct LineScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The offset behind the line's text, before its end.
  let end: Int
  private(set) var position: Int
  private var column = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The first byte that is no white space, or the line's end.
  var text: Int {
    var offset = position
    while offset < end, LineTable.isSpace(bytes[offset]) { offset += 1 }
    return offset
  }

  /// How many columns of white space stand before the text.
  var indent: Int {
    var reached = column
    for offset in position..<text { reached += bytes[offset] == UInt8(ascii: "\t") ? 4 - reached % 4 : 1 }
    return reached - column
  }

  var isBlank: Bool { text == end }

  /// Goes over columns of white space; a tab may be taken in part.
  mutating func skip(columns: Int) {
    var left = columns
    while left > 0, position < end {
      let width = bytes[position] == UInt8(ascii: "\t") ? 4 - column % 4 : 1
      column += min(width, left)
      if width <= left { position += 1 }
      left -= width
    }
  }

  /// Goes over white space and the bytes of a marker behind it.
  mutating func skip(marker length: Int) {
    skip(columns: indent + length)
  }

  // MARK: What may stand at the text

  private func byte(_ offset: Int) -> UInt8? { offset < end ? bytes[offset] : nil }

  private func isSpaceOrEnd(_ offset: Int) -> Bool { byte(offset).map(LineTable.isSpace) ?? true }

  private func run(of marker: UInt8, from start: Int) -> Int {
    var offset = start
    while byte(offset) == marker { offset += 1 }
    return offset - start
  }

  private func isBlank(from start: Int) -> Bool {
    (start..<max(start, end)).allSatisfy { LineTable.isSpace(bytes[$0]) }
  }

  var isQuote: Bool { byte(text) == UInt8(ascii: ">") }

  var isATXHeading: Bool {
    let length = run(of: UInt8(ascii: "#"), from: text)
    return (1...6).contains(length) && isSpaceOrEnd(text + length)
  }

  var isThematicBreak: Bool {
    let start = text
    guard let marker = byte(start), "*-_".utf8.contains(marker) else { return false }
    var count = 0
    for offset in start..<end where !LineTable.isSpace(bytes[offset]) {
      guard bytes[offset] == marker else { return false }
      count += 1
    }
    return count >= 3
  }

  var isSetextUnderline: Bool {
    guard let marker = byte(text), marker == UInt8(ascii: "=") || marker == UInt8(ascii: "-") else { return false }
    return isBlank(from: text + run(of: marker, from: text))
  }

  /// The character and length of a fence that may open a block here (CommonMark 4.5).
  var openingFence: (marker: UInt8, length: Int)? {
    guard let marker = byte(text), marker == UInt8(ascii: "`") || marker == UInt8(ascii: "~") else { return nil }
    let length = run(of: marker, from: text)
    guard length >= 3 else { return nil }
    let hasTick = marker == UInt8(ascii: "`") && bytes[(text + length)..<end].contains(marker)
    return hasTick ? nil : (marker, length)
  }

  func closesFence(_ marker: UInt8, _ length: Int) -> Bool {
    let found = run(of: marker, from: text)
    return found >= length && isBlank(from: text + found)
  }

  /// The bytes of a list marker, or nil.
  ///
  /// - Parameter interrupting: whether a paragraph stands before it, which only an item with text, and number 1, may end.
  func listMarker(interrupting: Bool) -> Int? {
    let start = text
    var behind = start
    switch byte(start) {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): behind += 1
    case .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      var number = 0
      while let digit = byte(behind), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit), behind - start < 9 {
        number = number * 10 + Int(digit - UInt8(ascii: "0"))
        behind += 1
      }
      guard byte(behind) == UInt8(ascii: ".") || byte(behind) == UInt8(ascii: ")"), !interrupting || number == 1 else { return nil }
      behind += 1
    default: return nil
    }
    guard isSpaceOrEnd(behind), !interrupting || !isBlank(from: behind) else { return nil }
    return behind - start
  }

  /// The bytes of `[^label]:`, or nil.
  var footnoteMarker: Int? {
    let start = text
    guard byte(start) == UInt8(ascii: "["), byte(start + 1) == UInt8(ascii: "^") else { return nil }
    var offset = start + 2
    while let byte = byte(offset), byte != UInt8(ascii: "]"), !LineTable.isSpace(byte) { offset += 1 }
    guard offset > start + 2, byte(offset) == UInt8(ascii: "]"), byte(offset + 1) == UInt8(ascii: ":") else { return nil }
    return offset + 2 - start
  }

  /// How many columns a table's delimiter row has, or nil for other lines (GFM 4.10).
  var delimiterColumns: Int? {
    var hasDash = false
    for offset in text..<end {
      switch bytes[offset] {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: return nil
      }
    }
    return hasDash ? cells : nil
  }

  /// How many cells the line has as a row of a table.
  var cells: Int {
    var count = 1
    var last = end
    while last > text, LineTable.isSpace(bytes[last - 1]) { last -= 1 }
    for offset in text..<last where bytes[offset] == UInt8(ascii: "|") {
      let isEscaped = offset > text && bytes[offset - 1] == UInt8(ascii: "\\")
      if offset > text, offset < last - 1, !isEscaped { count += 1 }
    }
    return count
  }

  /// The text up to the line's end.
  var rest: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[text..<end]) }

  /// How many more markers of quotations and bullet lists follow, at least; for a message only.
  var remainingMarkers: Int {
    bytes[text..<end].prefix { ">-+* \t".utf8.contains($0) }.count { !LineTable.isSpace($0) }
  }
}
