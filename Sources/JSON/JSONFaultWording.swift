extension JSONFault {
  /// What is wrong, specifics first, without a final period.
  package var headline: String {
    switch kind {
    case .byteOrderMark: "byte order mark at the start of the file"
    case .colonInArray: "`:` between two elements of an array"
    case .comment: "comment in a JSON file"
    case .controlCharacter(let byte): "\(Self.name(ofControl: byte)) inside a string"
    case .duplicateKey(let key, _): "`\(Self.shown(key))` appears twice in one object"
    case .empty: "empty file where a JSON value is expected"
    case .extraComma: "comma without a value before it"
    case .foreignSpace(let scalar): "\(Self.codePoint(scalar)) is not white space in JSON"
    case .invalidEscape(let text): "`\(Self.shown(text))` is not an escape of JSON"
    case .invalidNumber(let text): "`\(Self.shown(text))` is not a number of JSON"
    case .invalidUTF8: "byte that is not UTF-8"
    case .loneSurrogate(let text): "`\(text)` is half of a surrogate pair"
    case .misspeltLiteral(let text, let meant): "`\(text)` instead of `\(meant)`"
    case .missingColon: "no `:` after a key"
    case .missingComma(let container): "no comma between two \(container == .array ? "elements of an array" : "members of an object")"
    case .missingKey: "value without a key in an object"
    case .missingValue: "no value after `:`"
    case .numberOutOfRange(let text): "`\(Self.shown(text))` is too large for a number"
    case .singleQuotes: "single quotation marks around a string"
    case .textAfterEnd: "text after the end of the JSON value"
    case .tooDeep(let limit): "more than \(limit) brackets inside one another"
    case .tooLarge(let limit): "more than \(limit) bytes; the file is not read"
    case .tooManyFaults(let limit): "more than \(limit) syntax errors; the rest is not listed"
    case .trailingComma(let container): "trailing comma in \(container.name)"
    case .unclosed(let container, _): "\(container == .array ? "array" : "object") that is never closed"
    case .unclosedComment: "comment that is never closed"
    case .unclosedString: "string that is never closed"
    case .unescapedQuote: "quotation mark inside a string"
    case .unexpected(let text): "`\(Self.shown(text))` where a value is expected"
    case .unquotedKey(let key): "`\(Self.shown(key))` is a key without quotation marks"
    case .unquotedString(let text): "`\(Self.shown(text))` is not a JSON value"
    case .utf16: "UTF-16 text where UTF-8 is expected"
    case .wrongBracket(let bracket, let container): "`\(bracket)` at the end of \(container.name)"
    }
  }

  /// What to do about it.
  package var help: String {
    switch kind {
    case .byteOrderMark: "save the file as UTF-8 without a byte order mark"
    case .colonInArray: "write `,`, or make the array an object"
    case .comment, .unclosedComment: "remove it; JSON has no comments"
    case .controlCharacter(let byte): "write `\(Self.escape(ofControl: byte))`"
    case .duplicateKey: "remove one of the two; readers disagree on which one counts"
    case .empty: "write an object: `{}`"
    case .extraComma, .trailingComma: "remove it"
    case .foreignSpace: "replace it by a space"
    case .invalidEscape: "write `\\\\` for a backslash; the escapes are `\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000`"
    case .invalidNumber: "write a plain decimal number such as `-0.5`, or put the text in quotation marks"
    case .invalidUTF8, .utf16: "save the file as UTF-8"
    case .loneSurrogate: "write the character itself, or both halves"
    case .misspeltLiteral(_, let meant): "write `\(meant)`"
    case .missingColon: "write `:` between key and value"
    case .missingComma: "write a comma here"
    case .missingKey: "write a key in quotation marks and `:` before it"
    case .missingValue: "write a value, or remove the key"
    case .numberOutOfRange: "put it in quotation marks, or write a smaller number"
    case .singleQuotes: "write `\"` on both sides"
    case .textAfterEnd: "remove it; a file holds one value"
    case .tooLarge: "keep what is not about the module elsewhere"
    case .tooDeep: "flatten the value; deeper parts are not read"
    case .tooManyFaults: "mend those listed and run again"
    case .unclosed(_, let missing): "add `\(missing)`"
    case .unclosedString: "add `\"` at its end"
    case .unescapedQuote: "write `\\\"`"
    case .unexpected: "remove it"
    case .unquotedKey(let text), .unquotedString(let text): "write `\"\(Self.shown(text))\"`"
    case .wrongBracket(_, let container): "write `\(Character(Unicode.Scalar(container.closer)))`"
    }
  }

  /// Text of the file, fit for one line of a report: control characters spelt out, cut after 40 characters.
  private static func shown(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(40) {
      let isHidden = scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
      shown += isHidden ? codePoint(scalar.value) : String(scalar)
    }
    return text.unicodeScalars.count > 40 ? shown + "..." : shown
  }

  private static func codePoint(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func name(ofControl byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\t"): "tab character"
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): "line break"
    default: "control character \(codePoint(UInt32(byte)))"
    }
  }

  private static func escape(ofControl byte: UInt8) -> String {
    var text: [UInt8] = []
    JSONWriter.appendEscape(of: byte, to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
