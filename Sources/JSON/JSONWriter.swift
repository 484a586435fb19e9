/// A JSON value that is to be written: reports, indexes, tables for scripts.
package enum JSONText: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case array([JSONText])
  /// An array whose elements are made one by one while they are written: a hundred thousand findings are never in memory as values.
  case series(count: Int, @Sendable (Int) -> JSONText)
  /// Members in the order in which they are written.
  case object([(key: String, value: JSONText)])
}

/// Writes JSON that is the same on every machine: two spaces a level, the order of the caller, a line feed at the end.
package struct JSONWriter {
  private var bytes: [UInt8] = []
  private let escapesMarkup: Bool
  /// Whether everything stands on one line.
  private let isCompact: Bool

  /// The bytes of a file.
  ///
  /// - Parameter escapesMarkup: write `<` as `\u003c`, so that the text may stand inside a `script` element of HTML.
  package static func file(_ value: JSONText, escapesMarkup: Bool = false) -> [UInt8] {
    var writer = JSONWriter(escapesMarkup: escapesMarkup, isCompact: false)
    writer.append(value, level: 0)
    writer.bytes.append(UInt8(ascii: "\n"))
    return writer.bytes
  }

  /// A value on one line, without a line end.
  package static func line(_ value: JSONText) -> [UInt8] {
    var writer = JSONWriter(escapesMarkup: false, isCompact: true)
    writer.append(value, level: 0)
    return writer.bytes
  }

  private init(escapesMarkup: Bool, isCompact: Bool) {
    self.escapesMarkup = escapesMarkup
    self.isCompact = isCompact
  }

  /// Appends a value. The depth is that of a value built by the program, never of an input.
  private mutating func append(_ value: JSONText, level: Int) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .int(let value): append(String(value))
    case .string(let text): append(quoted: text)
    case .array(let elements):
      append(list: elements, between: "[", and: "]", level: level) { $0.append($1, level: level + 1) }
    case .series(let count, let element):
      append(list: 0..<count, between: "[", and: "]", level: level) { $0.append(element($1), level: level + 1) }
    case .object(let members):
      append(list: members, between: "{", and: "}", level: level) { writer, member in
        writer.append(quoted: member.key)
        writer.append(": ")
        writer.append(member.value, level: level + 1)
      }
    }
  }

  private mutating func append<List: Collection>(
    list: List,
    between opener: String,
    and closer: String,
    level: Int,
    appendItem: (inout JSONWriter, List.Element) -> Void
  ) {
    append(opener)
    for (index, item) in list.enumerated() {
      if index > 0 { append(isCompact ? ", " : ",") }
      startLine(level: level + 1)
      appendItem(&self, item)
    }
    if !list.isEmpty { startLine(level: level) }
    append(closer)
  }

  private mutating func startLine(level: Int) {
    if isCompact { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func append(quoted text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { text in
      var start = 0
      for (offset, byte) in text.enumerated() where mustEscape(byte) {
        bytes.append(contentsOf: text[start..<offset])
        Self.appendEscape(of: byte, to: &bytes)
        start = offset + 1
      }
      bytes.append(contentsOf: text[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func mustEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || escapesMarkup && byte == UInt8(ascii: "<")
  }

  /// The escape of one ASCII character, in its short form where JSON has one (RFC 8259, section 7).
  static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      let digits = String(byte, radix: 16)
      bytes.append(contentsOf: ("u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
    }
  }
}
