extension Language {
  /// Markdown as its source: headings, quotations, code, links, and what is strong.
  static let markdown = Language([
    .block("<!--", "-->"),
    Rule("#") { scanner in
      guard scanner.isAtLineStart else { return nil }
      scanner.skipLine()
      return .keyword
    },
    Rule(">") { scanner in
      guard scanner.isFirstOnLine else { return nil }
      scanner.skipLine()
      return .comment
    },
    Rule("-*+") { scanner in
      guard scanner.isFirstOnLine, scanner[1] == UInt8(ascii: " ") else { return nil }
      scanner.position += 1
      return .meta
    },
    Rule("`~") { scanner in
      guard scanner.isFirstOnLine, scanner.starts(with: "```") || scanner.starts(with: "~~~") else { return nil }
      if scanner.take("```") { scanner.skip(past: "\n```") } else { scanner.skip(past: "\n~~~") }
      scanner.skip(while: "`~")
      return .string
    },
    .quoted("`", escapes: []),
    Rule("*") { scanner in
      guard scanner.take("**"), !ByteSet.space.contains(scanner[0]) else { return nil }
      scanner.skip(until: "*\n")
      return scanner.take("**") ? .name : nil
    },
    // A text has at most 200 bytes, its address 500: what opens and never closes is not read over and over.
    Rule("[") { scanner in
      guard scanner.skipPair(to: UInt8(ascii: "]"), within: 200) else { return nil }
      _ = scanner[0] == UInt8(ascii: "(") && scanner.skipPair(to: UInt8(ascii: ")"), within: 500)
      return .name
    },
    Rule(.identifier) { scanner in
      scanner.skip(while: .identifier)
      return .plain
    },
  ])
}

extension Scanner {
  /// Steps behind a byte that stands on the same line within a bound; false when it does not.
  fileprivate mutating func skipPair(to closing: UInt8, within bound: Int) -> Bool {
    var index = position + 1
    let limit = min(index + bound, end)
    while index < limit, byte(at: index) != closing, byte(at: index) != UInt8(ascii: "\n") { index += 1 }
    guard index < limit, byte(at: index) == closing else { return false }
    position = index + 1
    return true
  }
}
