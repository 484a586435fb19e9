/// A JSON value with its place in the file, so that every later finding can point at it.
package struct JSONValue: Sendable {
  package let kind: JSONKind
  /// Byte offsets of the value: a string with its quotation marks, a list with its brackets.
  package let span: Range<Int>

  package init(_ kind: JSONKind, span: Range<Int>) {
    self.kind = kind
    self.span = span
  }

  /// The value of a member; the last one when the key appears twice, as in JavaScript. Nil when this is not an object.
  ///
  /// - Complexity: linear in the number of members.
  package subscript(key: String) -> JSONValue? {
    member(key)?.value
  }

  /// The member that `subscript` reads, with the place of its key. Keys are compared by code unit: `é` is not `e` with an accent.
  package func member(_ key: String) -> JSONMember? {
    object?.last { $0.key.utf8.elementsEqual(key.utf8) }
  }

  package var isNull: Bool {
    if case .null = kind { true } else { false }
  }

  package var bool: Bool? {
    if case .bool(let value) = kind { value } else { nil }
  }

  package var number: JSONNumber? {
    if case .number(let value) = kind { value } else { nil }
  }

  package var int: Int? { number?.int }

  package var double: Double? { number?.double }

  package var string: String? {
    if case .string(let value) = kind { value } else { nil }
  }

  package var array: [JSONValue]? {
    if case .array(let elements) = kind { elements } else { nil }
  }

  package var object: [JSONMember]? {
    if case .object(let members) = kind { members } else { nil }
  }
}

/// The six kinds of JSON value (RFC 8259, section 3).
package enum JSONKind: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  /// The members in the order of the file, those of equal keys all kept.
  case object([JSONMember])

  /// The kind with its article, for sentences such as "must be a string, not an array".
  package var name: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// A key of an object with its value.
package struct JSONMember: Sendable {
  package let key: String
  /// Byte offsets of the key, quotation marks included.
  package let keySpan: Range<Int>
  package let value: JSONValue

  package init(key: String, keySpan: Range<Int>, value: JSONValue) {
    self.key = key
    self.keySpan = keySpan
    self.value = value
  }
}

/// A number as it was written, because `1.0` and `1` differ for a reader of versions.
package struct JSONNumber: Sendable {
  /// The characters of the file.
  package let text: String
  /// The nearest double; nil when the number is too large for one, or cannot be read.
  package let double: Double?

  package init(_ text: String) {
    self.text = text
    double = Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The value when it is a whole number, `1.0` and `1e3` included as in JSON Schema (2020-12, section 4.2.3).
  ///
  /// A number written with a fraction or an exponent counts only up to 2^53, where doubles are exact.
  package var int: Int? {
    if let int = Int(text) { return int }
    guard let double, double.magnitude <= 9_007_199_254_740_992 else { return nil }
    return Int(exactly: double)
  }
}
