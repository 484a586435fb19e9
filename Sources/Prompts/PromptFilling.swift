package import Library

extension Prompt {
  /// The prompt with values in place of its placeholders: the text that goes to a model. Every exported file that can bind values has to
  /// come to this same text.
  ///
  /// `\[` and `\]` become brackets. A list is written as lines, each with the marker of its samples; a numbered marker counts on. What
  /// has no value leaves nothing behind.
  package func filled(with values: PromptValues) -> String {
    text { variable, marker in
      marker.map { PromptText.list(values[variable], marker: $0) } ?? values[variable].joined(separator: "\n")
    }
  }

  /// The prompt with something in place of each placeholder.
  ///
  /// - Parameter value: gets the name of a variable, and for a list the marker of its samples.
  func text(_ value: (String, String?) -> String) -> String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .literal(let source): text += PromptText.unescaped(source)
      case .slot(let variable, _): text += value(variable, nil)
      case .list(let variable, _, let marker): text += value(variable, marker)
      }
    }
  }
}

/// The pieces of a filled prompt.
package enum PromptText {
  /// The text of a literal as a model gets it: without the backslash that keeps a bracket from being a placeholder. Any other backslash
  /// stays, and what follows it is not looked at again, as where placeholders are found.
  package static func unescaped(_ source: String) -> String {
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

  /// How to type a list into a field for its value, in words.
  ///
  /// - Parameter isFirstMarked: whether the first item has its marker already.
  static func hint(toItemsBehind marker: String, isFirstMarked: Bool) -> String {
    let (first, second) = (self.marker(marker, of: 0).trimmed, self.marker(marker, of: 1).trimmed)
    let lines = isFirstMarked ? "every line but the first with \"\(second)\"" : "every line with \"\(first)\""
    return "start \(lines) and a space\(first == second ? "" : ", and count on")"
  }

  /// The marker of the item at an index from 0: `3. ` is the third of a list that starts with `1. `.
  private static func marker(_ marker: String, of index: Int) -> String {
    let indent = marker.prefix { $0 == " " || $0 == "\t" }
    let digits = marker.dropFirst(indent.count).prefix { $0.isASCII && $0.isNumber }
    guard let first = Int(digits) else { return marker }
    return indent + String(first &+ index) + marker.dropFirst(indent.count + digits.count)
  }
}
