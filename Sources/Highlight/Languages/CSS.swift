extension Language {
  /// Style sheets: CSS, SCSS and Less.
  static let css = Language([
    .block("/*", "*/"),
    // Not within an address.
    Rule("/") { scanner in
      guard scanner.starts(with: "//"), scanner.start == 0 || ByteSet.space.contains(scanner.byte(at: scanner.start - 1)) else {
        return nil
      }
      scanner.skipLine()
      return .comment
    },
    .quoted("\""),
    .quoted("'"),
    .marked("@", .keyword, rest: .hyphenated),
    .marked("$"),
    Rule("#") { scanner in
      scanner.position += 1
      let start = scanner.position
      scanner.skip(while: .hyphenated)
      guard scanner.position > start else { return nil }
      // Behind a colon it is a colour, elsewhere it selects.
      return ByteSet(":,(").contains(scanner.previous) ? .number : .keyword
    },
    .marked(".", .keyword, rest: .letters + "-"),
    .number,
    Rule(.letters + "-") { scanner in
      scanner.skip(while: .hyphenated)
      if scanner[0] == UInt8(ascii: "(") { return .name }
      let isDeclared = scanner[0] == UInt8(ascii: ":") && ByteSet("{;}".utf8).contains(scanner.previous)
      return isDeclared ? .name : .plain
    },
    Rule("%") { scanner in
      guard scanner.previousClass == .number else { return nil }
      scanner.position += 1
      return .number
    },
    Rule("!") { scanner in
      guard scanner.take("!important") else { return nil }
      return .keyword
    },
  ])
}
