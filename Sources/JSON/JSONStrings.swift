/// Strings: first their end is found, which errors can make a question, then their content is decoded.
extension JSONReader {
  /// The string at `offset`, and its place with the quotation marks.
  mutating func readString(isKey: Bool) -> (text: String, span: Range<Int>) {
    let start = offset
    let quote = bytes[start]
    let (contentEnd, end, isCertain) = findEnd(of: start, quote: quote, isKey: isKey)
    if quote == UInt8(ascii: "'") { report(.singleQuotes, start..<end) }
    let text = decode(start + 1..<contentEnd)
    advance(to: end, isExplained: !isCertain)
    return (text, start..<end)
  }

  /// The end of the content, the end of the string, and whether a quotation mark stands there.
  ///
  /// A quotation mark with text right behind it (`"say "hi" now"`) is part of the content, if the line holds one that can be the end.
  /// A line break is part of it if the next quotation mark can be the end; else the string ends with its line.
  private mutating func findEnd(of start: Int, quote: UInt8, isKey: Bool) -> (content: Int, string: Int, isCertain: Bool) {
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case quote:
        if !isInsideText(quoteAt: index) { return (index, index + 1, true) }
        report(.unescapedQuote, index..<index + 1)
        if let end = closingQuote(from: index + 1, quote: quote, isKey: isKey) { return (end, end + 1, true) }
        return endWithLine(from: start)
      case 0x0A, 0x0D:
        if let end = nextQuote(from: index, quote: quote), isFollowedByDelimiter(end, isKey: isKey) { return (end, end + 1, true) }
        report(.unclosedString, start..<start + 1)
        return endWithLine(from: start)
      default: index += 1
      }
    }
    report(.unclosedString, start..<start + 1)
    return endWithLine(from: start)
  }

  /// Ends a string with its line, leaving out commas and closing brackets that stand behind the text.
  private func endWithLine(from start: Int) -> (content: Int, string: Int, isCertain: Bool) {
    var end = endOfLine(from: start + 1)
    let holdsOpener = bytes[start + 1..<end].contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }
    let trailing: [UInt8] = holdsOpener ? [UInt8(ascii: ",")] : [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")]
    while end > start + 1, Self.isSpace(bytes[end - 1]) || trailing.contains(bytes[end - 1]) { end -= 1 }
    return (end, end, false)
  }

  /// What may stand right behind a string, or would be an error of another kind there.
  private static let neighbours = Array(",:]}[{\"/#=".utf8)

  private func isInsideText(quoteAt index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    return !Self.isSpace(bytes[index + 1]) && !Self.neighbours.contains(bytes[index + 1])
  }

  /// The next quotation mark of this line behind which a string may end.
  private func closingQuote(from start: Int, quote: UInt8, isKey: Bool) -> Int? {
    let lineEnd = endOfLine(from: start)
    var index = start
    while let next = nextQuote(from: index, quote: quote), next < lineEnd {
      if isFollowedByDelimiter(next, isKey: isKey) { return next }
      index = next + 1
    }
    return nil
  }

  /// The next quotation mark without a backslash before it.
  private func nextQuote(from start: Int, quote: UInt8) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] != quote { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
    return index < bytes.count ? index : nil
  }

  /// Whether a comma, a closing bracket or the end of the line comes next; behind a key, a colon.
  private func isFollowedByDelimiter(_ quote: Int, isKey: Bool) -> Bool {
    var index = quote + 1
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard index < bytes.count else { return true }
    return Array((isKey ? ":" : ",]}\r\n").utf8).contains(bytes[index])
  }
}

extension JSONReader {
  /// The content of a string. Faulty escapes stand for the character behind the backslash, lone surrogates for U+FFFD.
  private mutating func decode(_ range: Range<Int>) -> String {
    var content: [UInt8] = []
    var plain = range.lowerBound
    var index = plain
    var hasLineBreak = false
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        content += bytes[plain..<index]
        index = decodeEscape(index..<range.upperBound, into: &content)
        plain = index
        continue
      }
      let isLineBreak = byte == 0x0A || byte == 0x0D
      if byte < 0x20, !(isLineBreak && hasLineBreak) { report(.controlCharacter(byte), index..<index + 1) }
      hasLineBreak = hasLineBreak || isLineBreak
      index += 1
    }
    content += bytes[plain..<range.upperBound]
    return String(decoding: content, as: UTF8.self)
  }

  /// Decodes the escape at the start of a range, which ends with the string (RFC 8259, section 7). Gives the offset behind it.
  private mutating func decodeEscape(_ range: Range<Int>, into content: inout [UInt8]) -> Int {
    let start = range.lowerBound
    guard range.count > 1 else { return range.upperBound }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(bytes[start + 1])
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"): return decodeUnicodeEscape(range, into: &content)
    default:
      var end = start + 2
      while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
      report(.invalidEscape(text(start..<end)), start..<end)
      content += bytes[start + 1..<end]
      return end
    }
    return start + 2
  }

  private mutating func decodeUnicodeEscape(_ range: Range<Int>, into content: inout [UInt8]) -> Int {
    let start = range.lowerBound
    guard let first = codeUnit(ofEscapeAt: start, before: range.upperBound) else {
      var end = start + 2
      while end < min(range.upperBound, start + 6), Character(Unicode.Scalar(bytes[end])).isHexDigit { end += 1 }
      report(.invalidEscape(text(start..<end)), start..<end)
      content += bytes[start + 1..<end]
      return end
    }
    if let scalar = Unicode.Scalar(first) {
      content += Array(String(Character(scalar)).utf8)
      return start + 6
    }
    if let second = codeUnit(ofEscapeAt: start + 6, before: range.upperBound), UTF16.isLeadSurrogate(first), UTF16.isTrailSurrogate(second)
    {
      content += Array(String(decoding: [first, second], as: UTF16.self).utf8)
      return start + 12
    }
    report(.loneSurrogate(text(start..<start + 6)), start..<start + 6)
    content += Array("\u{FFFD}".utf8)
    return start + 6
  }

  /// The UTF-16 code unit of a `\uXXXX` at an offset; nil when none stands there.
  private func codeUnit(ofEscapeAt start: Int, before end: Int) -> UInt16? {
    guard start + 6 <= end, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u") else { return nil }
    let digits = bytes[start + 2..<start + 6]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
