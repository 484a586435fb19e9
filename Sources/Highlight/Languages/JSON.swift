extension Language {
  /// JSON, with the comments that some readers allow.
  static let json = Language([
    Rule("\"") { scanner in
      scanner.position += 1
      scanner.skipQuoted(UInt8(ascii: "\""), escapes: .backslash, overLines: false)
      return scanner.next(behind: .space) == UInt8(ascii: ":") ? .name : .string
    },
    .line("//"),
    .block("/*", "*/"),
    Rule("-") { scanner in
      guard ByteSet.digits.contains(scanner[1]) else { return nil }
      scanner.position += 1
      return Rule.number.scan(&scanner)
    },
    .number,
    .words(WordTable([.keyword: "true false null"])),
  ])
}
