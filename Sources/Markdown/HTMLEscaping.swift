/// Writing into HTML: literals as they are, text escaped. Runs between escapes are copied at once.
extension [UInt8] {
  package mutating func appendLiteral(_ literal: StaticString) {
    literal.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends text of an element or of an attribute in double quotes.
  package mutating func appendEscaped(_ text: some Collection<UInt8>) {
    _ =
      text.withContiguousStorageIfAvailable { appendRuns(of: $0, escape: Self.textEscape) }
      ?? Array(text).withUnsafeBufferPointer { appendRuns(of: $0, escape: Self.textEscape) }
  }

  package mutating func appendEscaped(_ text: String) {
    appendEscaped(text.utf8)
  }

  /// Appends text of an element: only what starts a tag or a reference is escaped there (HTML, section 13.1.2.4 "Normal elements"). Code
  /// is full of quotation marks and arrows.
  package mutating func appendContent(_ text: some Collection<UInt8>) {
    _ =
      text.withContiguousStorageIfAvailable { appendRuns(of: $0, escape: Self.contentEscape) }
      ?? Array(text).withUnsafeBufferPointer { appendRuns(of: $0, escape: Self.contentEscape) }
  }

  /// Appends an address for an attribute in double quotes: what a URL cannot hold becomes `%` and two digits.
  package mutating func appendHref(_ address: some Collection<UInt8>) {
    _ = address.withContiguousStorageIfAvailable { appendHref($0) } ?? Array(address).withUnsafeBufferPointer { appendHref($0) }
  }

  private mutating func appendHref(_ address: UnsafeBufferPointer<UInt8>) {
    for byte in address {
      switch Self.hrefClass[Int(byte)] {
      case 0: append(byte)
      case 1: appendLiteral("&amp;")
      case 2: appendLiteral("&#x27;")
      default:
        append(UInt8(ascii: "%"))
        append(Self.hexDigits[Int(byte >> 4)])
        append(Self.hexDigits[Int(byte & 15)])
      }
    }
  }

  /// Starts a new line unless one has just started.
  mutating func startLine() {
    if let last, last != UInt8(ascii: "\n") { append(UInt8(ascii: "\n")) }
  }

  private mutating func appendRuns(of text: UnsafeBufferPointer<UInt8>, escape: (UInt8) -> StaticString?) {
    var start = 0
    for index in text.indices {
      guard let replacement = escape(text[index]) else { continue }
      append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      appendLiteral(replacement)
      start = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  private static func contentEscape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    default: nil
    }
  }

  private static func textEscape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  /// For each byte of an address: 0 as it is, 1 `&`, 2 `'`, 3 escaped.
  private static let hrefClass: [UInt8] = (0...UInt8.max).map { byte in
    switch byte {
    case UInt8(ascii: "&"): 1
    case UInt8(ascii: "'"): 2
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): 0
    default: "-_.+!*(),%#@?=;:/$~".utf8.contains(byte) ? 0 : 3
    }
  }
}
