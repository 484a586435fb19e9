private import Glibc

/// Finds the place of each inline in the source, walking with the parser's nodes through the lines of one block.
///
/// libcmark-gfm tells columns only of some inlines, and wrong ones where a line's indent was cut, a link spans lines or a
/// definition stood before the text. So nothing here trusts them: what a node must look like is compared with the bytes where
/// the one before it ended, then looked for a few bytes further on. What is not found has its line for its place.
struct InlineCursor {
  /// The start of an inline with a beginning and an end of its own: `*`, `**`, `~~`, `[`, `![`, `<`.
  struct Opener {
    /// Nil when it was not found.
    let start: Int?
    /// What has to close it; nothing for an address that stands alone.
    let closing: [UInt8]
  }

  private let source: [UInt8]
  private let lines: LineTable
  private var line = 1
  private var lineEnd = 0
  private var offset = 0
  private var quotes = 0
  private var isCell = false

  /// How far ahead a node is looked for: enough to get over a link's title, and a bound on the work.
  private static let window = 64

  init(_ source: [UInt8], _ lines: LineTable) {
    self.source = source
    self.lines = lines
  }

  /// Starts at the first inline of a block.
  ///
  /// - Parameter quotes: how many `>` may stand before the text of each further line.
  mutating func begin(line: Int, quotes: Int) {
    self.quotes = quotes
    isCell = false
    move(toLine: line)
  }

  /// Starts at an offset of a line.
  mutating func begin(line: Int, at start: Int, quotes: Int) {
    begin(line: line, quotes: quotes)
    offset = min(max(start, lines.start(line)), lineEnd)
  }

  // MARK: Table cells

  /// Starts a row: behind its first `|`, if it has one.
  mutating func beginRow(line: Int, quotes: Int) {
    begin(line: line, quotes: quotes)
    isCell = true
    skipSpaces()
    if byte == UInt8(ascii: "|") { offset += 1 }
  }

  /// Starts the next cell and tells its extent. Each `|` that no `\` precedes ends one, in code too (GFM 4.10).
  mutating func beginCell() -> Range<Int> {
    skipSpaces()
    var end = offset
    while end < lineEnd, source[end] != UInt8(ascii: "|") || (end > offset && source[end - 1] == UInt8(ascii: "\\")) { end += 1 }
    while end > offset, source[end - 1] == UInt8(ascii: " ") || source[end - 1] == UInt8(ascii: "\t") { end -= 1 }
    return offset..<end
  }

  mutating func endCell(_ cell: Range<Int>) {
    offset = cell.upperBound
    skipSpaces()
    if byte == UInt8(ascii: "|") { offset += 1 }
  }

  // MARK: Inlines

  /// The place of a text, whose escapes and entities the source still holds.
  mutating func text(_ literal: UnsafeRawBufferPointer) -> Range<Int> {
    find { $0.match(literal, at: $1, escapes: true) } ?? lineRange
  }

  mutating func html(_ literal: UnsafeRawBufferPointer) -> Range<Int> {
    find { $0.match(literal, at: $1, escapes: false) } ?? lineRange
  }

  /// The place of a code span with its backticks.
  mutating func code(_ literal: UnsafeRawBufferPointer) -> Range<Int> {
    find { $0.codeEnd(literal, at: $1) } ?? lineRange
  }

  /// The place of `[^label]`.
  mutating func footnoteReference() -> Range<Int> {
    find { cursor, start in
      guard cursor.has([UInt8(ascii: "["), UInt8(ascii: "^")], at: start) else { return nil }
      return cursor.source[start..<cursor.lineEnd].firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 }
    } ?? lineRange
  }

  /// The place of a line's end, from which the cursor goes on to the next line.
  mutating func lineBreak() -> Range<Int> {
    let range = lines.content(line).upperBound..<lines.next(line)
    move(toLine: line + 1)
    return range
  }

  /// The beginning of an emphasis (one of `*_`), a strong one (two) or a strikethrough (one or two `~`).
  mutating func open(_ characters: StaticString, count: Int) -> Opener {
    for start in offset..<max(offset, min(offset + Self.window, lineEnd)) where characters.holds(source[start]) {
      let marker = source[start]
      let isDouble = count == 2 && start + 1 < lineEnd && source[start + 1] == marker
      guard isDouble || count == 1 || marker == UInt8(ascii: "~") else { continue }
      let closing = [UInt8](repeating: marker, count: isDouble ? 2 : 1)
      offset = start + closing.count
      return Opener(start: start, closing: closing)
    }
    return Opener(start: nil, closing: [])
  }

  /// The beginning of a link: a bracket, `<`, or the address itself.
  mutating func openLink() -> Opener {
    if byte == UInt8(ascii: "<") {
      offset += 1
      return Opener(start: offset - 1, closing: [UInt8(ascii: ">")])
    }
    if let byte, Self.beginsAddress(byte) { return Opener(start: offset, closing: []) }
    return openBracket([UInt8(ascii: "[")])
  }

  /// The beginning of an image.
  mutating func openImage() -> Opener {
    openBracket([UInt8(ascii: "!"), UInt8(ascii: "[")])
  }

  private mutating func openBracket(_ bracket: [UInt8]) -> Opener {
    let range = find { $0.has(bracket, at: $1) ? $1 + bracket.count : nil }
    return Opener(start: range?.lowerBound, closing: [UInt8(ascii: "]")])
  }

  /// The whole place of an inline that ends here.
  ///
  /// - Parameter length: its bytes as the parser tells them, which decides where a link ends if the byte there can end one.
  mutating func close(_ opener: Opener, length: Int? = nil) -> Range<Int> {
    guard let start = opener.start else { return lines.content(line) }
    if let end = find({ $0.has(opener.closing, at: $1) ? $1 + opener.closing.count : nil })?.upperBound,
      opener.closing == [UInt8(ascii: "]")]
    {
      advance(to: linkEnd(from: start, bracketEnd: end, length: length))
    }
    return start..<max(offset, start)
  }

  // MARK: Comparing

  /// The first place from the cursor on where a test holds; the cursor moves behind it.
  private mutating func find(_ end: (Self, Int) -> Int?) -> Range<Int>? {
    for start in offset...max(offset, min(offset + Self.window, lineEnd)) {
      guard let end = end(self, start) else { continue }
      advance(to: end)
      return start..<end
    }
    return nil
  }

  private func has(_ bytes: [UInt8], at start: Int) -> Bool {
    source[start...].starts(with: bytes)
  }

  /// Where a literal that starts at an offset of the source ends, or nil when it does not stand there.
  ///
  /// - Parameter escapes: whether the source may spell it with backslashes and entities.
  private func match(_ literal: UnsafeRawBufferPointer, at start: Int, escapes: Bool) -> Int? {
    if let end = plainMatch(literal, at: start) { return end }
    var (index, position, current) = (0, start, line)
    while index < literal.count {
      guard position < source.count else { return nil }
      let (wanted, found) = (literal[index], source[position])
      if found == UInt8(ascii: "\\"), escapes || isCell, position + 1 < source.count, source[position + 1] == wanted,
        escapes ? Self.isPunctuation(wanted) : wanted == UInt8(ascii: "|")
      {
        (index, position) = (index + 1, position + 2)
      } else if escapes, found == UInt8(ascii: "&"), let entity = entityLength(at: position),
        !literal[index...].starts(with: source[position..<(position + entity)])
      {
        (index, position) = (index + Self.scalarLength(wanted), position + entity)
      } else if found == wanted, found != UInt8(ascii: "\n"), found != UInt8(ascii: "\r") {
        (index, position) = (index + 1, position + 1)
      } else if !escapes, position == lines.content(current).upperBound, wanted <= UInt8(ascii: " ") {
        if wanted == UInt8(ascii: "\r"), index + 1 < literal.count, literal[index + 1] == UInt8(ascii: "\n") { index += 1 }
        current += 1
        guard current <= lines.count else { return nil }
        (index, position) = (index + 1, textStart(ofLine: current))
      } else if found == 0, literal[index...].starts(with: [0xEF, 0xBF, 0xBD]) {
        (index, position) = (index + 3, position + 1)
      } else {
        return nil
      }
    }
    return position
  }

  /// Where a literal ends that the source spells byte by byte, as nearly all are.
  private func plainMatch(_ literal: UnsafeRawBufferPointer, at start: Int) -> Int? {
    let end = start + literal.count
    guard let base = literal.baseAddress, end <= lineEnd, memchr(base, Int32(UInt8(ascii: "\\")), literal.count) == nil else { return nil }
    return source.withUnsafeBytes { source in
      source.baseAddress.flatMap { memcmp($0 + start, base, literal.count) == 0 ? end : nil }
    }
  }

  /// Where a code span ends that starts at an offset: as many backticks behind its literal as before it, and at most one
  /// space or line end inside them on either side (CommonMark 6.3).
  private func codeEnd(_ literal: UnsafeRawBufferPointer, at start: Int) -> Int? {
    let tick = UInt8(ascii: "`")
    let inside = source[start...].firstIndex { $0 != tick } ?? source.count
    guard inside > start, inside < source.count else { return nil }
    for skipsSpace in [false, true] {
      var first = inside
      if skipsSpace {
        guard source[inside] <= UInt8(ascii: " ") else { return nil }
        first = source[inside] == UInt8(ascii: " ") ? inside + 1 : textStart(ofLine: line + 1)
      }
      guard var end = match(literal, at: first, escapes: false) else { continue }
      if end < source.count, source[end] == UInt8(ascii: " ") {
        end += 1
      } else if end == lineEnd {
        end = textStart(ofLine: line + 1)
      }
      let close = source[end...].firstIndex { $0 != tick } ?? source.count
      if close - end == inside - start { return close }
    }
    return nil
  }

  /// Where a link ends whose `]` was found: behind its address or its label.
  private func linkEnd(from start: Int, bracketEnd: Int, length: Int?) -> Int {
    let (round, square) = (UInt8(ascii: ")"), UInt8(ascii: "]"))
    if let length, start + length >= bracketEnd, start + length <= source.count,
      source[start + length - 1] == round || source[start + length - 1] == square
    {
      return start + length
    }
    guard bracketEnd < source.count, source[bracketEnd] == UInt8(ascii: "(") else { return bracketEnd }
    return source[bracketEnd..<lines.next(line + 2)].firstIndex(of: round).map { $0 + 1 } ?? bracketEnd
  }

  /// The bytes of `&name;` or `&#1;` at an offset, or nil.
  private func entityLength(at start: Int) -> Int? {
    let longest = source[start...].prefix(34)
    guard let end = longest.firstIndex(of: UInt8(ascii: ";")), end > start + 1 else { return nil }
    let isName = source[(start + 1)..<end].allSatisfy { Self.isAlphanumeric($0) || $0 == UInt8(ascii: "#") }
    return isName ? end + 1 - start : nil
  }

  // MARK: Moving

  /// The line the cursor is on.
  var lineRange: Range<Int> { lines.content(line) }

  private var byte: UInt8? { offset < lineEnd ? source[offset] : nil }

  private mutating func skipSpaces() {
    while let byte, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { offset += 1 }
  }

  private mutating func move(toLine next: Int) {
    line = lines.clamped(next)
    lineEnd = lines.content(line).upperBound
    offset = textStart(ofLine: line)
  }

  private mutating func advance(to target: Int) {
    offset = target
    while target > lineEnd, line < lines.count {
      line += 1
      lineEnd = lines.content(line).upperBound
    }
  }

  private func textStart(ofLine line: Int) -> Int {
    lines.textStart(line, quotes: quotes)
  }

  private static func beginsAddress(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-")].contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !isAlphanumeric(byte)
  }

  private static func scalarLength(_ lead: UInt8) -> Int {
    lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}

extension StaticString {
  fileprivate func holds(_ byte: UInt8) -> Bool {
    withUTF8Buffer { $0.contains(byte) }
  }
}
