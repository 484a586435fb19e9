extension Language {
  /// Requests and answers of HTTP: their first line and their header; of a body, what is JSON.
  static let http = Language([
    Rule(.letters) { scanner in
      guard scanner.isAtLineStart else { return nil }
      scanner.skip(while: .identifier + "-/.")
      if scanner[0] == UInt8(ascii: ":") { return .name }
      return scanner.token.allSatisfy(httpMethod.contains) ? .keyword : .plain
    },
    Rule("\"") { scanner in
      scanner.position += 1
      scanner.skipQuoted(UInt8(ascii: "\""), escapes: .backslash, overLines: false)
      return scanner.next(behind: .space) == UInt8(ascii: ":") ? .name : .string
    },
    .number,
    Rule(.visible) { scanner in
      scanner.skip(while: httpText)
      return .plain
    },
  ])

  private static let httpText = ByteSet.visible.subtracting(",{}[]\"")
  private static let httpMethod: ByteSet = .digits + "ABCDEFGHIJKLMNOPQRSTUVWXYZ/."
}
