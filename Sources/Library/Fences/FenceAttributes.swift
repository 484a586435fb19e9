/// The attributes of a fence that are for Augury: how an example runs (`product.md`, section 9), `engine=postgresql@15 expect=rows
/// reason="no server"`, and whether its tables are drawn.
package enum FenceAttributes {
  /// Their keys, in the order in which they are told.
  package static let keys = ["engine", "db", "session", "expect", "run", "reason", "diagram"]

  /// The opening line of a fence without them, and without the word that makes a result of a block; other words stay, but for the
  /// white space between them. What stands in braces is of another program.
  package static func removed(from line: String) -> String {
    let info = line.drop { "`~ \t".contains($0) }
    let words = FenceAttributes.words(of: line)
    let kept = words.enumerated().filter { $0.offset == 0 || !isOurs($0.element) }.map(\.element)
    return kept.count == words.count || info.first == "{" ? line : line.prefix { $0.isWhitespace } + kept.joined(separator: " ")
  }

  private static func isOurs(_ word: Substring) -> Bool {
    word == "result" || word.hasPrefix("result@") || word.firstIndex(of: "=").map { keys.contains(String(word[..<$0])) } ?? false
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
