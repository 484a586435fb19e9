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
    Rule(.visible) { scanner in
      scanner.skip(while: .visible)
      if scanner.token.allSatisfy(redisNumber.contains) { return .number }
      return scanner.isFirstOnLine ? .keyword : .plain
    },
  ])

  private static let redisNumber: ByteSet = .digits + "-."
}
