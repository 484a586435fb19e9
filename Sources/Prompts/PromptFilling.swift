package import Library

extension Prompt {
  /// The prompt with values in place of its placeholders: the text that goes to a model. Every exported file that can bind values has to
  /// come to this same text.
  ///
  /// `\[` and `\]` become brackets. A list is written as lines, each with the marker of its samples; a numbered marker counts on. What
  /// has no value leaves nothing behind.
  package func filled(with values: PromptValues) -> String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .literal(let source): text += PromptText.unescaped(source)
      case .slot(let variable, _): text += values[variable].joined(separator: "\n")
      case .list(let variable, _, let marker): text += PromptText.list(values[variable], marker: marker)
      }
    }
  }
}

/// The pieces of a filled prompt.
enum PromptText {
  /// The text of a literal as a model gets it: without the backslash that keeps a bracket from being a placeholder. Any other backslash
  /// stays, and what follows it is not looked at again, as where placeholders are found.
  static func unescaped(_ source: String) -> String {
    var out: [UInt8] = []
    var rest = Array(source.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        out.append(byte)
        continue
      }
      if next != UInt8(ascii: "["), next != UInt8(ascii: "]") { out.append(byte) }
      out.append(next)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The items of a list, a line each.
  static func list(_ items: [String], marker: String) -> String {
    items.enumerated().map { index, item in self.marker(marker, of: index) + item }.joined(separator: "\n")
  }

  /// The marker of the item at an index from 0: `3. ` is the third of a list that starts with `1. `.
  private static func marker(_ marker: String, of index: Int) -> String {
    let indent = marker.prefix { $0 == " " || $0 == "\t" }
    let digits = marker.dropFirst(indent.count).prefix { $0.isASCII && $0.isNumber }
    guard let first = Int(digits) else { return marker }
    return indent + String(first &+ index) + marker.dropFirst(indent.count + digits.count)
  }
}
