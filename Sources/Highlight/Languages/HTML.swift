extension Language {
  /// HTML and XML. What stands in scripts and styles is text.
  static let html = Language([
    .block("<!--", "-->"),
    .block("<![CDATA[", "]]>", .string),
    Rule("<") { scanner in
      scanner.position += 1
      scanner.skip(while: "/?!")
      guard ByteSet.letters.contains(scanner[0]) else { return nil }
      scanner.skip(while: .identifier + "-:.")
      scanner.brackets = 1
      return .keyword
    },
    Rule(">/?") { scanner in
      guard scanner.brackets == 1 else { return nil }
      scanner.skip(while: "/?")
      guard scanner[0] == UInt8(ascii: ">") else { return nil }
      scanner.position += 1
      scanner.brackets = 0
      return .keyword
    },
    Rule("\"'") { scanner in
      guard scanner.brackets == 1 else { return nil }
      let quote = scanner[0]
      scanner.position += 1
      scanner.skipQuoted(quote, escapes: [], overLines: true)
      return .string
    },
    Rule("&") { scanner in
      scanner.position += 1
      scanner.skip(while: .identifier + "#")
      guard scanner[0] == UInt8(ascii: ";") else { return nil }
      scanner.position += 1
      return .meta
    },
    Rule(.letters + "@:") { scanner in
      scanner.position += 1
      scanner.skip(while: .identifier + "-:.@")
      return scanner.brackets == 1 ? .name : .plain
    },
  ])
}
