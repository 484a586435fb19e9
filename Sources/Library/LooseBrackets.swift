internal import Files
internal import Markdown

/// Brackets of a Markdown file that look like part of a link: where they stand is all that is known of them. In most files there are
/// none, so that whoever asks for more looks at few bytes.
package struct LooseBrackets: Sendable {
  /// The `]` of `][`: a reference, unless it is code, or two of anything.
  package private(set) var references: [Int] = []
  /// The `]` of `](` before an address with a blank in it, which makes it none.
  package private(set) var brokenAddresses: [Int] = []
  /// The `[` of `[label]:` at the start of a line, behind the marks of quotations and lists.
  package private(set) var definitions: [Int] = []
  /// The `[` of `[^label]` that is no definition.
  package private(set) var footnotes: [Int] = []

  /// - Parameter start: where the Markdown begins.
  /// - Complexity: linear.
  init(in bytes: [UInt8], from start: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      var next = start
      while let close = bytes.offset(of: UInt8(ascii: "]"), from: next) {
        next = close + 1
        if close > start, bytes[close - 1] == UInt8(ascii: "\\") { continue }
        switch close + 1 < bytes.count ? bytes[close + 1] : 0 {
        case UInt8(ascii: "["): references.append(close)
        case UInt8(ascii: "("): if Self.holdsBlank(bytes, from: close + 2) { brokenAddresses.append(close) }
        case UInt8(ascii: ":"): if let open = Self.startOfLine(bytes, before: close, from: start) { definitions.append(open) }
        default: break
        }
        if let open = Self.footnote(bytes, before: close, from: start), definitions.last != open { footnotes.append(open) }
      }
    }
  }

  /// Whether an address has a blank inside, with something else than a title behind it.
  private static func holdsBlank(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var index = start
    while index < bytes.count, index - start < 1_000, bytes[index] > 0x20, !")]".utf8.contains(bytes[index]) { index += 1 }
    guard index > start, index < bytes.count, bytes[index] == 0x20, bytes[start] != UInt8(ascii: "<") else { return false }
    guard let next = bytes[index...].first(where: { $0 != 0x20 }) else { return false }
    return next > 0x20 && !"\"'()".utf8.contains(next)
  }

  /// The `[` that a `]` belongs to, when nothing but marks of quotations and lists stands before it on its line.
  private static func startOfLine(_ bytes: UnsafeBufferPointer<UInt8>, before close: Int, from start: Int) -> Int? {
    guard let open = opening(bytes, before: close, from: start) else { return nil }
    var index = open
    while index > start, bytes[index - 1] != 0x0A {
      guard open - index < 100, " \t>-*+0123456789.)".utf8.contains(bytes[index - 1]) else { return nil }
      index -= 1
    }
    return open
  }

  private static func footnote(_ bytes: UnsafeBufferPointer<UInt8>, before close: Int, from start: Int) -> Int? {
    guard let open = opening(bytes, before: close, from: start, within: 40), bytes[open + 1] == UInt8(ascii: "^") else { return nil }
    return open
  }

  private static func opening(_ bytes: UnsafeBufferPointer<UInt8>, before close: Int, from start: Int, within most: Int = 999) -> Int? {
    var index = close
    while index > start, close - index < most, bytes[index - 1] != 0x0A, bytes[index - 1] != UInt8(ascii: "]") {
      index -= 1
      if bytes[index] == UInt8(ascii: "[") { return index }
    }
    return nil
  }
}
