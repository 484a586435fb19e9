extension Language {
  /// Shells: bash, and what POSIX has.
  static let bash = Language(
    [
      Rule("#") { scanner in
        guard scanner.start == 0 || beforeComment.contains(scanner.byte(at: scanner.start - 1)) else { return nil }
        scanner.skipLine()
        return .comment
      },
      .quoted("'", escapes: [], overLines: true),
      .opensText("\""),
      Rule("$") { $0.skipExpansion() },
      .brackets("(", ")", .keyword),
      Rule("<", hereDocument),
      Rule("\\") { scanner in
        scanner.advance(2)
        return .string
      },
      Rule(shellWord) { scanner in
        scanner.skip(while: .identifier)
        if scanner[0] == UInt8(ascii: "="), scanner[1] != UInt8(ascii: "="), ByteSet.letters.contains(scanner.byte(at: scanner.start)) {
          return .meta
        }
        scanner.skip(while: shellWord)
        if let known = bashWords[scanner.token] { return known }
        return scanner.token.allSatisfy(ByteSet.digits.contains) ? .number : .plain
      },
    ],
    text: { scanner in
      if scanner[0] == UInt8(ascii: "$"), let tokenClass = scanner.skipExpansion() { return tokenClass }
      while !scanner.isAtEnd, !scanner.takeTextEnd() {
        if scanner[0] == UInt8(ascii: "$"), scanner.position > scanner.start { break }
        scanner.advance(scanner[0] == UInt8(ascii: "\\") ? 2 : 1)
      }
      return .string
    }
  )

  /// What a word of a command is made of.
  private static let shellWord = ByteSet.visible.subtracting("\"'`\\$()<>|&;={}[]#!") + "#!"

  private static let beforeComment: ByteSet = .space + ";("
  private static let beforeDelimiter: ByteSet = .blank + "-'\"\\"
  /// What has a value without being a name: `$1`, `$?`.
  fileprivate static let parameters: ByteSet = .digits + "@*#?$!-"

  /// `<<END` and all to the line with `END`; without one, to the end.
  private static let hereDocument: Scan = { scanner in
    guard scanner.take("<<"), scanner[0] != UInt8(ascii: "<") else { return nil }
    scanner.skip(while: beforeDelimiter)
    let word = scanner.position
    scanner.skip(while: .identifier)
    let length = scanner.position - word
    guard length > 0 else { return nil }
    scanner.skipLine()
    while !scanner.isAtEnd {
      scanner.position += 1
      scanner.skip(while: "\t")
      let isEnd = (0..<length).allSatisfy { scanner[$0] == scanner.byte(at: word + $0) }
      if isEnd, scanner.position + length >= scanner.end || scanner[length] == UInt8(ascii: "\n") {
        scanner.advance(length)
        break
      }
      scanner.skipLine()
    }
    return .string
  }

  private static let bashWords = WordTable([
    .keyword: "if then fi else elif while until in do done for return function case esac select break continue time",
    .name: """
    alias bg bind builtin caller cd command compgen complete declare dirs disown echo enable eval exec exit export false fc fg getopts
    hash help history jobs kill let local logout popd printf pushd pwd read readonly set shift shopt source suspend test times trap true
    type typeset ulimit umask unalias unset wait
    """,
  ])
}

extension Scanner {
  /// Steps over `$name`, `${...}` and the start of `$(...)`, whose code follows; nil when nothing of that stands here.
  fileprivate mutating func skipExpansion() -> TokenClass? {
    switch self[1] {
    case UInt8(ascii: "{"):
      // Its closing bracket on the same line, within a bound.
      let limit = min(position + 200, end)
      var index = position + 2
      while index < limit, byte(at: index) != UInt8(ascii: "}"), byte(at: index) != UInt8(ascii: "\n") { index += 1 }
      position = byte(at: index) == UInt8(ascii: "}") ? index + 1 : position + 2
    case UInt8(ascii: "("):
      advance(2)
      if texts.last?.depth == 0 { enterCode() } else { enterBareCode() }
      return .keyword
    case let byte where ByteSet.letters.contains(byte):
      position += 1
      skip(while: .identifier)
    case let byte where Language.parameters.contains(byte): advance(2)
    default: return nil
    }
    return .meta
  }
}
