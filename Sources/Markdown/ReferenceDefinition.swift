/// A link reference definition (CommonMark 4.7): `[label]: destination "title"`.
struct ReferenceDefinition {
  /// The bytes between the brackets.
  let label: Range<Int>
  /// What each use of it adds to the output, in bytes of source: destination and title.
  let weight: Int
  /// How many lines it takes.
  let lineCount: Int

  /// Reads the definition at the start of a paragraph or behind another definition.
  ///
  /// - Parameters:
  ///   - line: the line it starts on.
  ///   - start: the offset of its `[`.
  ///   - quotes: how many `>` may stand before the text of a further line.
  init?(in source: [UInt8], _ lines: LineTable, line: Int, at start: Int, quotes: Int) {
    var reader = Reader(source: source, lines: lines, line: line, offset: start, quotes: quotes)
    guard let label = reader.label(), reader.skipSpace(), let destination = reader.destination() else { return nil }
    let afterDestination = reader
    var title = 0
    // A title of more lines than any real one has: what it holds is not looked at, only taken for as long as it may be.
    let isSeparate = reader.skipSpace() && reader.offset > afterDestination.offset
    if isSeparate, let found = reader.title(), reader.isAtLineEnd() {
      title = found
    } else {
      title = reader.isCut ? Limit.paragraphBytes.maximum : 0
      let isCut = reader.isCut
      reader = afterDestination
      guard isCut || reader.isAtLineEnd() else { return nil }
    }
    self.label = label
    weight = destination + title
    lineCount = reader.line - line + 1
  }

  /// How many lines a title may take before it is not read on, so that many that never end cost no more than their number.
  private static let longestTitle = 50

  private struct Reader {
    let source: [UInt8]
    let lines: LineTable
    var line: Int
    var offset: Int
    let quotes: Int
    var isCut = false
    private let lastLine: Int

    init(source: [UInt8], lines: LineTable, line: Int, offset: Int, quotes: Int) {
      self.source = source
      self.lines = lines
      self.line = line
      self.offset = offset
      self.quotes = quotes
      lastLine = line + longestTitle
    }

    private var lineEnd: Int { lines.content(line).upperBound }

    /// `[label]:`, at most 999 bytes and not blank.
    mutating func label() -> Range<Int>? {
      guard take("[") else { return nil }
      let start = offset
      while offset - start < 1_000 {
        guard let byte = next() else { return nil }
        switch byte {
        case UInt8(ascii: "\\"): _ = next()
        case UInt8(ascii: "["): return nil
        case UInt8(ascii: "]"):
          let range = start..<(offset - 1)
          return take(":") && source[range].contains { $0 > UInt8(ascii: " ") } ? range : nil
        default: break
        }
      }
      return nil
    }

    /// The bytes of a destination, or nil when there is none.
    mutating func destination() -> Int? {
      let start = offset
      if take("<") {
        while offset < lineEnd, let byte = next(), byte != UInt8(ascii: "<") {
          if byte == UInt8(ascii: ">") { return offset - start }
          if byte == UInt8(ascii: "\\") { _ = next() }
        }
        return nil
      }
      while offset < lineEnd, source[offset] > UInt8(ascii: " ") { offset += 1 }
      return offset > start ? offset - start : nil
    }

    /// The bytes of a title, or nil when there is none.
    mutating func title() -> Int? {
      guard let opening = next() else { return nil }
      let closing: UInt8
      switch opening {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = opening
      case UInt8(ascii: "("): closing = UInt8(ascii: ")")
      default: return nil
      }
      let start = offset
      while let byte = next() {
        if byte == closing { return offset - start }
        if byte == UInt8(ascii: "\\") { _ = next() }
      }
      return nil
    }

    /// Goes over white space with at most one line end.
    mutating func skipSpace() -> Bool {
      let first = line
      while true {
        if offset < lineEnd {
          guard source[offset] == UInt8(ascii: " ") || source[offset] == UInt8(ascii: "\t") else { return true }
          offset += 1
        } else {
          guard line == first, next() != nil else { return line == first }
        }
      }
    }

    mutating func isAtLineEnd() -> Bool {
      source[offset..<max(offset, lineEnd)].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard offset < lineEnd, source[offset] == UInt8(ascii: character) else { return false }
      offset += 1
      return true
    }

    /// The next byte of the paragraph, a line end as one, or nil where a blank line ends it.
    private mutating func next() -> UInt8? {
      if offset < lineEnd {
        offset += 1
        return source[offset - 1]
      }
      guard line < lastLine else {
        isCut = true
        return nil
      }
      guard line < lines.count else { return nil }
      let start = lines.textStart(line + 1, quotes: quotes)
      guard start < lines.content(line + 1).upperBound else { return nil }
      line += 1
      offset = start
      return UInt8(ascii: "\n")
    }
  }
}
