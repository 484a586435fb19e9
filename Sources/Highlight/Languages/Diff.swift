extension Language {
  /// What `diff` and `git` print: what came has the colour of texts, what went that of numbers.
  static let diff = Language([
    Rule(.visible) { scanner in
      guard scanner.isAtLineStart else { return nil }
      let isHeading = ["diff ", "index ", "+++ ", "--- ", "rename ", "new file ", "deleted file ", "similarity "].contains(
        where: scanner.starts
      )
      let first = scanner[0]
      scanner.skipLine()
      return switch first {
      case _ where isHeading: .keyword
      case UInt8(ascii: "@"): .meta
      case UInt8(ascii: "+"), UInt8(ascii: ">"): .string
      case UInt8(ascii: "-"), UInt8(ascii: "<"): .number
      default: .plain
      }
    },
    // What has not changed, and stands behind a blank.
    Rule(.visible) { scanner in
      scanner.skipLine()
      return .plain
    },
  ])
}
