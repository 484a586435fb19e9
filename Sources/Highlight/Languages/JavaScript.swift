extension Language {
  /// JavaScript, its modules and JSX included as far as tokens go.
  static let javascript = Language(scriptRules(javascriptWords), text: template)

  /// TypeScript: JavaScript with words for types.
  static let typescript = Language([typeName] + scriptRules(typescriptWords), text: template)

  /// A name in capitals behind a colon is a type.
  private static let typeName = Rule("ABCDEFGHIJKLMNOPQRSTUVWXYZ") { scanner in
    guard scanner.previous == UInt8(ascii: ":") else { return nil }
    scanner.skip(while: .identifier)
    return typescriptWords[scanner.token] ?? .keyword
  }

  private static func scriptRules(_ words: WordTable) -> [Rule] {
    [
      .line("//"),
      .block("/*", "*/"),
      Rule("#") { scanner in
        guard scanner.start == 0, scanner.starts(with: "#!") else { return nil }
        scanner.skipLine()
        return .comment
      },
      .quoted("\""),
      .quoted("'"),
      .opensText("`"),
      .brackets("{", "}"),
      Rule("/", regularExpression),
      .number,
      .words(words, starts: .letters + "$", rest: .identifier + "$"),
      .marked("@"),
    ]
  }

  /// A text between backticks, up to code in it or its end.
  private static let template: Scan = { scanner in
    if scanner.take("${") {
      scanner.enterCode()
      return .string
    }
    while !scanner.isAtEnd, !scanner.starts(with: "${") {
      if scanner.takeTextEnd() { break }
      scanner.advance(scanner[0] == UInt8(ascii: "\\") ? 2 : 1)
    }
    return .string
  }

  private static let valueEnds: ByteSet = .identifier + ")]}\"'`$"

  /// A `/` behind a value divides; elsewhere it starts an expression, which ends on its line and has at most 200 bytes: no line of
  /// nothing but `/` may be read over and over.
  private static let regularExpression: Scan = { scanner in
    let isValue = valueEnds.contains(scanner.previous) && scanner.previousClass != .keyword
    guard !isValue else { return nil }
    scanner.position += 1
    var isInSet = false
    while scanner[0] != UInt8(ascii: "\n"), !scanner.isAtEnd, scanner.position - scanner.start < 200 {
      let byte = scanner[0]
      if byte == UInt8(ascii: "["), !isInSet { isInSet = true }
      if byte == UInt8(ascii: "]") { isInSet = false }
      if byte == UInt8(ascii: "/"), !isInSet {
        scanner.position += 1
        scanner.skip(while: .letters)
        return .string
      }
      scanner.advance(byte == UInt8(ascii: "\\") ? 2 : 1)
    }
    return nil
  }

  private static let scriptKeywords = """
    as async await break case catch class const constructor continue debugger default delete do else enum export extends false finally for from
    function get if implements import in instanceof interface let new null of package private protected public return set static super
    switch this throw true try typeof undefined var void while with yield NaN Infinity
    """

  private static let scriptNames = """
    Array ArrayBuffer BigInt Boolean DataView Date Error EvalError Function Intl JSON Map Math Number Object Promise Proxy RangeError
    ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint8Array WeakMap WeakSet decodeURIComponent
    document encodeURIComponent eval isFinite isNaN parseFloat parseInt window
    """

  private static let javascriptWords = WordTable([.keyword: scriptKeywords, .name: scriptNames])

  private static let typescriptWords = WordTable([
    .keyword: scriptKeywords + """
       abstract any asserts bigint boolean declare infer is keyof module namespace never number object override readonly satisfies string
      symbol type unknown
      """,
    .name: scriptNames,
  ])
}
