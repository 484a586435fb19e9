/// The attributes by which Augury runs an example (`product.md`, section 9): `engine=postgresql@15 expect=rows reason="no server"`.
enum FenceAttributes {
  private static let keys: Set<Substring> = ["engine", "session", "expect", "run", "reason", "db"]

  /// The opening line of a fence without them; other words stay, but for the white space between them.
  static func removed(from line: String) -> String {
    let words = FenceAttributes.words(of: line)
    let kept = words.filter { word in word.firstIndex(of: "=").map { !keys.contains(word[..<$0]) } ?? true }
    return kept.count == words.count ? line : kept.joined(separator: " ")
  }

  /// Words, of which one may hold white space between quotes.
  private static func words(of line: String) -> [Substring] {
    var isQuoted = false
    return line.split { character in
      if character == "\"" { isQuoted.toggle() }
      return character.isWhitespace && !isQuoted
    }
  }
}
