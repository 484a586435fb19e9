/// White space, comments, numbers and words: everything outside strings and brackets.
extension JSONReader {
  /// Steps over white space, and over comments and foreign spaces, which are reported. Gives the byte behind; nil at the end.
  mutating func skipSpace() -> UInt8? {
    while offset < bytes.count {
      let byte = bytes[offset]
      if Self.isSpace(byte) {
        offset += 1
      } else if byte == UInt8(ascii: "#") || startsComment(at: offset) {
        skipComment()
      } else if let length = lengthOfForeignSpace() {
        let span = offset..<offset + length
        let scalar = text(span).unicodeScalars.first.map(\.value) ?? 0
        report(.foreignSpace(scalar), span)
        offset += length
      } else {
        return byte
      }
    }
    return nil
  }

  /// The four characters of RFC 8259, section 2.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private func startsComment(at offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: "/") && offset + 1 < bytes.count
      && (bytes[offset + 1] == UInt8(ascii: "/") || bytes[offset + 1] == UInt8(ascii: "*"))
  }

  private mutating func skipComment() {
    let start = offset
    guard bytes[start] == UInt8(ascii: "/"), bytes[start + 1] == UInt8(ascii: "*") else {
      offset = endOfLine(from: start)
      return report(.comment, start..<offset)
    }
    offset = start + 2
    while offset + 1 < bytes.count {
      if bytes[offset] == UInt8(ascii: "*"), bytes[offset + 1] == UInt8(ascii: "/") {
        offset += 2
        return report(.comment, start..<offset)
      }
      offset += 1
    }
    advance(to: bytes.count, isExplained: true)
    report(.unclosedComment, start..<start + 2)
  }

  /// Characters that look like white space and come with copied text: form feed, U+00A0, U+200B, U+2028, U+2029, U+2060, U+3000, U+FEFF.
  private func lengthOfForeignSpace() -> Int? {
    guard bytes[offset] >= 0x80 || bytes[offset] < 0x20 else { return nil }
    return Self.foreignSpaces.first { bytes[offset...].starts(with: $0) }?.count
  }

  private static let foreignSpaces: [[UInt8]] = [
    [0x0B], [0x0C], [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9], [0xE2, 0x81, 0xA0], [0xE3, 0x80, 0x80],
    [0xEF, 0xBB, 0xBF],
  ]

  /// The end of the line without the white space before it.
  func endOfLine(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }
}

extension JSONReader {
  /// `true`, `false`, `null`, a number, or something that was meant to be one.
  mutating func readWord() -> JSONValue {
    let start = offset
    while offset < bytes.count, !endsWord(at: offset) { offset += 1 }
    let span = start..<offset
    let word = text(span)
    if let kind = number(word, span) ?? literal(word, span) {
      previousEnd = offset
      return JSONValue(kind, span: span)
    }
    offset = start
    let isFirstError = !isExplained
    let whole = readBareText(endingAt: [UInt8(ascii: "\"")])
    if isFirstError { report(.unquotedString(text(whole)), whole) }
    return JSONValue(.string(text(whole)), span: whole)
  }

  private func endsWord(at offset: Int) -> Bool {
    switch bytes[offset] {
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    case UInt8(ascii: "\""), 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D: true
    default: startsComment(at: offset)
    }
  }

  private mutating func literal(_ word: String, _ span: Range<Int>) -> JSONKind? {
    let meant: String
    switch word.lowercased() {
    case "true": meant = "true"
    case "false": meant = "false"
    case "null", "none", "nil", "undefined": meant = "null"
    default: return nil
    }
    if word != meant { report(.misspeltLiteral(word, meant: meant), span) }
    return meant == "null" ? .null : .bool(meant == "true")
  }

  /// A number, or something that looks like one: `+1`, `.5`, `01`, `0x1F`, `NaN`; a string for `1.2.3`, which only lacks its quotation marks.
  private mutating func number(_ word: String, _ span: Range<Int>) -> JSONKind? {
    let number = JSONNumber(word)
    if Self.isNumber(bytes[span]) {
      if number.double == nil { report(.numberOutOfRange(word), span) }
      return .number(number)
    }
    let isNamed = ["nan", "infinity", "inf"].contains(String(word.lowercased().drop { $0 == "-" || $0 == "+" }))
    let looksNumeric = bytes[span].allSatisfy { Array("0123456789+-.eE".utf8).contains($0) }
    guard isNamed || looksNumeric || number.double != nil else { return nil }
    report(.invalidNumber(word), span)
    return isNamed || number.double != nil ? .number(number) : .string(word)
  }

  /// The grammar of RFC 8259, section 6.
  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word
    func dropDigits() -> Bool {
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest = rest.dropFirst(digits.count)
      return !digits.isEmpty
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    if rest.first == UInt8(ascii: "0") {
      rest = rest.dropFirst()
    } else if !dropDigits() {
      return false
    }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      if !dropDigits() { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      if !dropDigits() { return false }
    }
    return rest.isEmpty
  }

  /// Text that lacks its quotation marks: up to a comma, a closing bracket, one of `stops`, a comment, or the end of the line.
  mutating func readBareText(endingAt stops: [UInt8]) -> Range<Int> {
    let start = offset
    let always: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), 0x0A, 0x0D]
    var end = start + 1
    while end < bytes.count, !always.contains(bytes[end]), !stops.contains(bytes[end]) {
      if Self.isSpace(bytes[end - 1]), startsComment(at: end) { break }
      end += 1
    }
    while end > start + 1, Self.isSpace(bytes[end - 1]) { end -= 1 }
    advance(to: end, isExplained: true)
    return start..<end
  }
}
