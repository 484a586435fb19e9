/// What stands before the Markdown of a file and is not Markdown.
package enum FrontMatter {
  /// The bytes to skip: a byte order mark, and YAML between a first line `---` and a line `---` or `...`.
  ///
  /// Front matter that is never closed is none: the file is then Markdown that starts with a thematic break.
  package static func length(in bytes: [UInt8]) -> Int {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes[mark...].starts(with: "---".utf8) else { return mark }
    let lines = LineTable(bytes, from: mark)
    guard lines.count > 1, isLine(lines.content(1), of: "-", in: bytes) else { return mark }
    for line in 2...lines.count {
      let content = lines.content(line)
      if isLine(content, of: "-", in: bytes) || isLine(content, of: ".", in: bytes) { return lines.next(line) }
    }
    return mark
  }

  /// Whether a line is a character three times, with at most white space behind it.
  private static func isLine(_ range: Range<Int>, of character: Unicode.Scalar, in bytes: [UInt8]) -> Bool {
    let marker = UInt8(ascii: character)
    return range.count >= 3 && bytes[range].prefix(3).allSatisfy { $0 == marker }
      && bytes[range].dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
