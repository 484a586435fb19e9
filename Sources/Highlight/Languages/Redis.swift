extension Language {
  /// Commands of Redis as they are typed: the first word of a line is what is to be done.
  static let redis = Language([
    Rule("#") { scanner in
      guard scanner.isFirstOnLine else { return nil }
      scanner.skipLine()
      return .comment
    },
    .quoted("\""),
    .quoted("'"),
    Rule(ByteSet(0x21...0xFF)) { scanner in
      scanner.skip(while: ByteSet(0x21...0xFF))
      if scanner.token.allSatisfy((.digits + "-.").contains) { return .number }
      return scanner.isFirstOnLine ? .keyword : .plain
    },
  ])
}
