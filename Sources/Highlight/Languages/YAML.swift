extension Language {
  /// YAML: keys, and of values what is no plain text. A text of several lines is told by the indentation behind `|` and `>`.
  static let yaml = Language([
    Rule("#") { scanner in
      guard scanner.start == 0 || ByteSet.space.contains(scanner.byte(at: scanner.start - 1)) else { return nil }
      scanner.skipLine()
      return .comment
    },
    Rule("-.%") { scanner in
      guard scanner.isAtLineStart, scanner.starts(with: "---") || scanner.starts(with: "...") || scanner[0] == UInt8(ascii: "%") else {
        return nil
      }
      if scanner[0] == UInt8(ascii: "%") { scanner.skipLine() } else { scanner.advance(3) }
      return .meta
    },
    Rule("&*!") { scanner in
      scanner.skip(until: keyEnd)
      return .meta
    },
    Rule("|>", yamlBlock),
    Rule("\"'") { scanner in
      let quote = scanner[0]
      scanner.position += 1
      scanner.skipQuoted(quote, escapes: quote == UInt8(ascii: "'") ? .doubled : .backslash, overLines: true)
      return scanner.isAtKeyEnd ? .name : .string
    },
    Rule(.visible) { scanner in
      if flowMarks.contains(scanner[0]) { return scanner.bracket() }
      if scanner[0] == UInt8(ascii: "-") || scanner[0] == UInt8(ascii: "?") || scanner[0] == UInt8(ascii: ":") {
        guard !ByteSet.space.contains(scanner[1]), scanner.position + 1 < scanner.end else { return nil }
      }
      return scanner.skipPlainScalar() ? .name : yamlWords[scanner.token] ?? (scanner.isNumber ? .number : .plain)
    },
  ])

  private static let flowMarks: ByteSet = "[]{},"
  fileprivate static let flowEnd: ByteSet = ",]}"
  /// What may stand behind the colon of a key.
  fileprivate static let keyEnd: ByteSet = .space + ",]}"
  private static let beforeBlock: ByteSet = ":-"
  fileprivate static let numberBytes: ByteSet = .digits + ".eE+-_"

  private static let yamlWords = WordTable([.keyword: "true false null yes no on off True False Null TRUE FALSE NULL ~"])

  /// A text of several lines: every line that is indented deeper than the line with the mark.
  private static let yamlBlock: Scan = { scanner in
    guard beforeBlock.contains(scanner.previous) || scanner.previousClass == .meta else { return nil }
    let depth = scanner.indentation(ofLineAt: scanner.start)
    scanner.skipLine()
    while !scanner.isAtEnd {
      let line = scanner.position + 1
      var index = line
      while scanner.byte(at: index) == UInt8(ascii: " ") { index += 1 }
      let isBlank = scanner.byte(at: index) == UInt8(ascii: "\n") || index >= scanner.end
      guard isBlank || index - line > depth else { break }
      scanner.position = index
      scanner.skipLine()
    }
    return .string
  }
}

extension Scanner {
  /// Whether a `:` that ends a key stands here, behind blanks.
  fileprivate var isAtKeyEnd: Bool {
    var index = position
    while ByteSet.blank.contains(byte(at: index)) { index += 1 }
    guard byte(at: index) == UInt8(ascii: ":") else { return false }
    return index + 1 >= end || ByteSet.space.contains(byte(at: index + 1))
  }

  /// Reads a text without marks to its end; true when it is a key.
  fileprivate mutating func skipPlainScalar() -> Bool {
    var last = position
    while !isAtEnd, self[0] != UInt8(ascii: "\n") {
      let byte = self[0]
      if byte == UInt8(ascii: ":"), position + 1 >= end || Language.keyEnd.contains(self[1]) {
        position = last
        return true
      }
      if byte == UInt8(ascii: "#"), ByteSet.blank.contains(self.byte(at: position - 1)) { break }
      if brackets > 0, Language.flowEnd.contains(byte) { break }
      position += 1
      if !ByteSet.blank.contains(byte) { last = position }
    }
    position = last
    return false
  }

  /// Steps over a mark of a list or a map in brackets.
  fileprivate mutating func bracket() -> TokenClass {
    if self[0] == UInt8(ascii: "[") || self[0] == UInt8(ascii: "{") { brackets += 1 }
    if self[0] == UInt8(ascii: "]") || self[0] == UInt8(ascii: "}") { brackets = max(brackets - 1, 0) }
    position += 1
    return .plain
  }

  /// Whether the token is a number or a date by the bytes it is made of.
  fileprivate var isNumber: Bool {
    guard let first = token.first,
      ByteSet.digits.contains(first) || token.count > 1 && Language.numberBytes.contains(first) && first | 0x20 != UInt8(ascii: "e")
    else {
      return false
    }
    return token.dropFirst().allSatisfy { Language.numberBytes.contains($0) }
  }

  /// How many blanks the line of a place starts with.
  fileprivate func indentation(ofLineAt place: Int) -> Int {
    var line = place
    while line > 0, byte(at: line - 1) != UInt8(ascii: "\n") { line -= 1 }
    var index = line
    while byte(at: index) == UInt8(ascii: " ") { index += 1 }
    return index - line
  }
}
