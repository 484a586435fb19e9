/// One thing that is wrong with a JSON text, at its place.
package struct JSONFault: Sendable, Hashable {
  package let kind: Kind
  /// Bytes that are wrong; an empty range is the place where something is missing.
  package let span: Range<Int>

  package init(_ kind: Kind, span: Range<Int>) {
    self.kind = kind
    self.span = span
  }

  package enum Kind: Sendable, Hashable {
    case byteOrderMark
    case colonInArray
    case comment
    case controlCharacter(UInt8)
    case duplicateKey(String, first: Range<Int>)
    case empty
    case extraComma
    case foreignSpace(UInt32)
    case invalidEscape(String)
    case invalidNumber(String)
    case invalidUTF8
    case loneSurrogate(String)
    case misspeltLiteral(String, meant: String)
    case missingColon
    case missingComma(JSONContainer)
    case missingKey
    case missingValue
    case numberOutOfRange(String)
    case singleQuotes
    case textAfterEnd
    case tooDeep(limit: Int)
    case tooLarge(limit: Int)
    case tooManyFaults(limit: Int)
    case trailingComma(JSONContainer)
    /// `missing` holds the closing brackets to add, the innermost first.
    case unclosed(JSONContainer, missing: String)
    case unclosedComment
    case unclosedString
    case unescapedQuote
    case unexpected(String)
    case unquotedKey(String)
    case unquotedString(String)
    case utf16
    case wrongBracket(String, JSONContainer)
  }

  /// Whether RFC 8259 refuses the text for it. What does not break the grammar is still read differently by different readers.
  package var breaksGrammar: Bool {
    switch kind {
    case .byteOrderMark, .duplicateKey, .loneSurrogate, .numberOutOfRange, .tooDeep, .tooManyFaults: false
    default: true
    }
  }
}

/// The two kinds of JSON value that hold others.
package enum JSONContainer: Sendable, Hashable {
  case array
  case object

  var opener: UInt8 { self == .array ? UInt8(ascii: "[") : UInt8(ascii: "{") }
  var closer: UInt8 { self == .array ? UInt8(ascii: "]") : UInt8(ascii: "}") }
  /// The word with its article.
  var name: String { self == .array ? "an array" : "an object" }
}
