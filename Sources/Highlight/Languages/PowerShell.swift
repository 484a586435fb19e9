extension Language {
  static let powershell = Language([
    .block("<#", "#>"),
    .line("#"),
    .block("@\"", "\"@", .string),
    .block("@'", "'@", .string),
    .quoted("\"", escapes: .doubled, overLines: true),
    .quoted("'", escapes: .doubled, overLines: true),
    Rule("$") { scanner in
      scanner.position += 1
      if scanner[0] == UInt8(ascii: "{") {
        scanner.skip(until: "}\n")
        scanner.advance(scanner[0] == UInt8(ascii: "}") ? 1 : 0)
      } else {
        scanner.skip(while: .identifier + ":?")
      }
      return scanner.position > scanner.start + 1 ? .meta : nil
    },
    .number,
    // Parameters and operators: `-Path`, `-eq`.
    Rule("-") { scanner in
      guard ByteSet.letters.contains(scanner[1]), ByteSet.space.contains(scanner.byte(at: max(scanner.start - 1, 0))) else { return nil }
      scanner.position += 1
      scanner.skip(while: .identifier)
      return .name
    },
    Rule(.letters) { scanner in
      scanner.skip(while: .hyphenated)
      return powershellWords[scanner.token] ?? (scanner.token.contains(UInt8(ascii: "-")) ? .name : .plain)
    },
  ])

  private static let powershellWords = WordTable(
    [
      .keyword: """
      begin break catch class continue data do dynamicparam else elseif end enum exit filter finally for foreach function hidden if in
      param process return static switch throw trap try until using while
      """
    ],
    ignoresCase: true
  )
}
