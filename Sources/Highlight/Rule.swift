/// A kind of tokens: the bytes it starts with, and how it is read. The usual kinds are made here.
struct Rule: Sendable {
  let starts: ByteSet
  let scan: Language.Scan

  init(_ starts: ByteSet, _ scan: @escaping Language.Scan) {
    (self.starts, self.scan) = (starts, scan)
  }

  /// How a quotation mark is written within its quotation.
  struct Escapes: OptionSet, Sendable {
    let rawValue: UInt8
    /// Behind a backslash.
    static let backslash = Escapes(rawValue: 1)
    /// Twice.
    static let doubled = Escapes(rawValue: 2)
  }
}

// MARK: - Comments and texts

extension Rule {
  /// From a mark to the end of the line.
  static func line(_ mark: StaticString, _ tokenClass: TokenClass = .comment) -> Rule {
    Rule(first(mark)) { scanner in
      guard scanner.starts(with: mark) else { return nil }
      scanner.skipLine()
      return tokenClass
    }
  }

  /// From a mark to another, or to the end when there is none.
  static func block(_ opening: StaticString, _ closing: StaticString, _ tokenClass: TokenClass = .comment) -> Rule {
    Rule(first(opening)) { scanner in
      guard scanner.take(opening) else { return nil }
      scanner.skip(past: closing)
      return tokenClass
    }
  }

  /// A text between two marks of a byte each. One that does not go over lines ends with its line when nothing closes it.
  static func quoted(
    _ opening: Unicode.Scalar,
    _ closing: Unicode.Scalar? = nil,
    _ tokenClass: TokenClass = .string,
    escapes: Escapes = .backslash,
    overLines: Bool = false
  ) -> Rule {
    let (opening, closing) = (UInt8(ascii: opening), UInt8(ascii: closing ?? opening))
    return Rule(ByteSet([opening])) { scanner in
      scanner.position += 1
      scanner.skipQuoted(closing, escapes: escapes, overLines: overLines)
      return tokenClass
    }
  }

  private static func first(_ mark: StaticString) -> ByteSet {
    mark.withUTF8Buffer { ByteSet($0.prefix(1)) }
  }
}

extension Scanner {
  /// Steps behind the byte that closes a quotation.
  mutating func skipQuoted(_ closing: UInt8, escapes: Rule.Escapes, overLines: Bool) {
    while !isAtEnd {
      let byte = self[0]
      if byte == UInt8(ascii: "\n"), !overLines { return }
      if byte == UInt8(ascii: "\\"), escapes.contains(.backslash) {
        advance(2)
      } else if byte != closing {
        position += 1
      } else if escapes.contains(.doubled), self[1] == closing {
        position += 2
      } else {
        position += 1
        return
      }
    }
  }
}

// MARK: - Words and numbers

extension Rule {
  /// A word, with its class in a table.
  ///
  /// - Parameters:
  ///   - calls: the class of another word before `(`.
  ///   - members: whether words behind a `.` are looked up as well; `x.delete` is no keyword.
  static func words(
    _ table: WordTable,
    starts: ByteSet = .letters,
    rest: ByteSet = .identifier,
    calls: TokenClass = .plain,
    members: Bool = false
  ) -> Rule {
    Rule(starts) { scanner in
      scanner.position += 1
      scanner.skip(while: rest)
      if members || !scanner.isMember, let known = table[scanner.token] { return known }
      return calls != .plain && scanner[0] == UInt8(ascii: "(") ? calls : .plain
    }
  }

  /// A number: digits with `_`, a fraction, an exponent, a base such as `0x`, and what letters follow (`10n`, `1.5em`).
  static let number = Rule(.digits + ".") { scanner in
    if scanner[0] == UInt8(ascii: ".") {
      // Not the point of `a.1`, and not the second one of `1..2`.
      let isWithin = scanner.start > 0 && beforePoint.contains(scanner.byte(at: scanner.start - 1))
      guard ByteSet.digits.contains(scanner[1]), !isWithin else { return nil }
    }
    let isBased = scanner[0] == UInt8(ascii: "0") && bases.contains(scanner[1])
    scanner.position += 1
    while !scanner.isAtEnd {
      let (byte, next) = (scanner[0], scanner[1])
      if byte == UInt8(ascii: ".") {
        guard ByteSet.digits.contains(next) else { break }
      } else if !isBased, byte | 0x20 == UInt8(ascii: "e"), signs.contains(next), ByteSet.digits.contains(scanner[2]) {
        scanner.position += 1
      } else if !ByteSet.identifier.contains(byte) {
        break
      }
      scanner.position += 1
    }
    return .number
  }

  private static let beforePoint: ByteSet = .identifier + ".)"
  private static let bases: ByteSet = "xXbBoO"
  private static let signs: ByteSet = "+-"

  /// A mark and the word behind it: `@name`, `$1`.
  static func marked(_ mark: Unicode.Scalar, _ tokenClass: TokenClass = .meta, rest: ByteSet = .identifier) -> Rule {
    Rule(ByteSet([UInt8(ascii: mark)])) { scanner in
      scanner.position += 1
      guard rest.contains(scanner[0]) else { return nil }
      scanner.skip(while: rest)
      return tokenClass
    }
  }
}

extension Scanner {
  /// Whether the token stands behind the `.` of what it belongs to, and not behind `...`.
  var isMember: Bool { previous == UInt8(ascii: ".") && !(start > 1 && byte(at: start - 2) == previous) }
}

// MARK: - Texts with code in them

extension Rule {
  /// The mark that starts a text with code in it. The language's `text` reads it; where too many are open it is a plain text.
  static func opensText(_ quote: Unicode.Scalar) -> Rule {
    let quote = UInt8(ascii: quote)
    return Rule(ByteSet([quote])) { scanner in
      scanner.position += 1
      if scanner.texts.count < Scanner.deepest {
        scanner.texts.append(Scanner.OpenText(quote: quote))
      } else {
        scanner.skipQuoted(quote, escapes: .backslash, overLines: true)
      }
      return .string
    }
  }

  /// Brackets of the kind that ends code in a text: they are counted there.
  static func brackets(_ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ tokenClass: TokenClass = .string) -> Rule {
    let (opening, closing) = (UInt8(ascii: opening), UInt8(ascii: closing))
    return Rule(ByteSet([opening, closing])) { scanner in
      scanner.position += 1
      guard let last = scanner.texts.indices.last else { return .plain }
      scanner.texts[last].depth += scanner.byte(at: scanner.start) == opening ? 1 : -1
      guard scanner.texts[last].depth == 0 else { return .plain }
      if scanner.texts[last].quotes == 0 { scanner.texts.removeLast() }
      return tokenClass
    }
  }
}

extension Scanner {
  /// Whether the innermost text ends here; steps behind its end and leaves it.
  mutating func takeTextEnd() -> Bool {
    guard let open = texts.last, (0..<open.quotes).allSatisfy({ self[$0] == open.quote }), position + open.quotes <= end else {
      return false
    }
    position += open.quotes
    texts.removeLast()
    return true
  }

  /// Goes into code in the innermost text.
  mutating func enterCode() {
    if let last = texts.indices.last { texts[last].depth = 1 }
  }

  /// Goes into code in brackets that stand in no text, so that its end is known.
  mutating func enterBareCode() {
    if texts.count < Scanner.deepest { texts.append(OpenText(quote: 0, quotes: 0, depth: 1)) }
  }
}
