extension Language {
  /// Cypher, the language of Neo4j.
  static let cypher = Language([
    .line("//"),
    .block("/*", "*/"),
    .quoted("'", overLines: true),
    .quoted("\"", overLines: true),
    .quoted("`", nil, .plain, escapes: .doubled),
    .number,
    // A name behind a colon is a label, whatever it is called.
    Rule(.letters) { scanner in
      guard scanner.previous == UInt8(ascii: ":") else { return nil }
      scanner.skip(while: .identifier)
      return .plain
    },
    .words(cypherWords),
    .marked("$"),
  ])

  private static let cypherWords = WordTable(
    [
      .keyword: """
      access add all alter and any as asc ascending assert assign by call cascade case commit constraint
      contains create csv current cypher database databases dbms default delete desc descending detach distinct drop
      dynamic each else end ends exists explain false fieldterminator filter finish for foreach from full function functions grant graph
      headers home if in index indexes is join key limit load lookup match merge none not null of offset on optional options or
      order privileges procedure profile remove rename replace require
      return revoke rollback rows scan set shortest show single skip start starts stop temporary terminate
      then to transaction transactions true type union unique unwind use user users using when where with write xor yield
      """
    ],
    ignoresCase: true
  )
}
