extension Language {
  /// PHP, with or without the marks that it stands between.
  static let php = Language(
    [
      .line("//"),
      Rule("#") { scanner in
        // `#[` is an attribute.
        guard scanner[1] != UInt8(ascii: "[") else { return nil }
        scanner.skipLine()
        return .comment
      },
      .block("/*", "*/"),
      Rule("<?") { scanner in
        guard scanner.take("<?php") || scanner.take("<?=") || scanner.take("?>") else { return nil }
        return .meta
      },
      .quoted("'", overLines: true),
      .opensText("\""),
      .marked("$"),
      .number,
      .brackets("{", "}"),
      .words(phpWords, calls: .name),
    ],
    text: { scanner in
      if scanner.take("{$") {
        scanner.position -= 1
        scanner.enterCode()
        return .string
      }
      if scanner[0] == UInt8(ascii: "$"), ByteSet.letters.contains(scanner[1]) {
        scanner.position += 1
        scanner.skip(while: .identifier)
        return .meta
      }
      while !scanner.isAtEnd, !scanner.takeTextEnd() {
        let isCode = scanner.starts(with: "{$") || scanner[0] == UInt8(ascii: "$") && ByteSet.letters.contains(scanner[1])
        if isCode, scanner.position > scanner.start { break }
        scanner.advance(scanner[0] == UInt8(ascii: "\\") ? 2 : 1)
      }
      return .string
    }
  )

  private static let phpWords = WordTable(
    [
      .keyword: """
      abstract and array as bool break callable case catch class clone const continue declare default do echo else elseif empty enddeclare
      endfor endforeach endif endswitch endwhile enum extends false final finally float fn for foreach function global goto if implements
      include include_once instanceof insteadof int interface isset iterable list match mixed namespace never new null object or parent
      print private protected public readonly require require_once return self static string strict_types switch this throw trait true try
      unset use var void while xor yield
      """
    ],
    ignoresCase: true
  )
}
