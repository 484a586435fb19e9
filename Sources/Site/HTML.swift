/// HTML that may be shown as it is, as UTF-8: markup of ours, and text that was escaped on its way in.
///
/// Written as a literal, what stands in `\( )` is escaped unless it is HTML itself. Bytes and no `String`, since pages are put together
/// from large pieces, and every `String` made of bytes is validated once more.
struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  private(set) var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  init() {}

  /// - Parameter bytes: what is safe and UTF-8 already.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A text of which nothing is markup.
  init(escaping text: String) {
    append(text)
  }

  init(stringLiteral markup: String) {
    bytes = Array(markup.utf8)
  }

  init(stringInterpolation: Interpolation) {
    self = stringInterpolation.html
  }

  /// Text in markup: escaped, unless it is HTML.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var html = HTML()

    init(literalCapacity: Int, interpolationCount: Int) {
      html.bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    mutating func appendLiteral(_ markup: String) { html.bytes += markup.utf8 }
    mutating func appendInterpolation(_ text: String) { html.append(text) }
    mutating func appendInterpolation(_ number: Int) { html.bytes += String(number).utf8 }
    mutating func appendInterpolation(_ other: HTML) { html.append(other) }
  }

  mutating func append(_ other: HTML) {
    bytes += other.bytes
  }

  /// Appends a text with the five characters that mean something in HTML written as references (HTML Standard, section 13.1.2), and
  /// the control characters that it forbids as U+FFFD.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { text in
      var start = 0
      for (offset, byte) in text.enumerated() {
        guard let reference = HTML.reference(for: byte) else { continue }
        bytes += text[start..<offset]
        bytes += reference
        start = offset + 1
      }
      bytes += text[start...]
    }
  }

  /// What is written for a byte that cannot stand for itself.
  private static func reference(for byte: UInt8) -> String.UTF8View? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;".utf8
    case UInt8(ascii: "<"): "&lt;".utf8
    case UInt8(ascii: ">"): "&gt;".utf8
    case UInt8(ascii: "\""): "&quot;".utf8
    case UInt8(ascii: "'"): "&#39;".utf8
    default: isControl(byte) ? "\u{FFFD}".utf8 : nil
    }
  }

  /// A control character that HTML forbids in a page (HTML Standard, section 13.1.1).
  static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
  }

  /// A line of ours, escaped, with what stands between backticks as code.
  static func withCode(_ line: String) -> HTML {
    let pieces = line.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false).map { String(Substring($0)) }
    guard !pieces.count.isMultiple(of: 2) else { return HTML(escaping: line) }
    return pieces.enumerated().map { $0.isMultiple(of: 2) ? HTML(escaping: $1) : "<code>\($1)</code>" }.joined()
  }
}

extension Sequence<HTML> {
  /// All of them, one behind the other.
  func joined() -> HTML {
    HTML(flatMap(\.bytes))
  }
}
