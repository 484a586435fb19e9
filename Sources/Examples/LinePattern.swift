/// A line of an expected result: `<*>` stands for anything, `<name>` for something that is the same wherever the name stands.
struct LinePattern {
  private enum Part {
    case text(String)
    case anything
    case name(String)
  }

  private let text: String
  private let parts: [Part]

  init(_ text: String) {
    self.text = text
    parts = LinePattern.parts(of: text)
  }

  /// Whether a line fits, literally or by its placeholders, each of which takes as little as it can. What names stand for is added.
  func matches(_ line: String, _ names: inout [String: String]) -> Bool {
    if line == text { return true }
    guard parts.count > 1 || !isLiteral else { return false }
    var found = names
    var rest = line[...]
    // The placeholder before the text that is looked for; nil at the start, where the text has to stand.
    var open: Part?
    for part in parts {
      let literal: String
      switch part {
      case .text(let text): literal = text
      case .name(let name) where found[name] != nil: literal = found[name] ?? ""
      case .anything, .name:
        // Of two placeholders side by side the first takes nothing.
        if case .name(let name) = open { found[name] = "" }
        open = part
        continue
      }
      guard let open = open.take() else {
        guard rest.hasPrefix(literal) else { return false }
        rest = rest.dropFirst(literal.count)
        continue
      }
      guard let range = rest.firstRange(of: literal) else { return false }
      if case .name(let name) = open { found[name] = String(rest[..<range.lowerBound]) }
      rest = rest[range.upperBound...]
    }
    return end(rest, after: open, &found, &names)
  }

  /// The end of a line: a placeholder takes it whole; text has to be the end, and may stand once more before it.
  private func end(_ rest: Substring, after open: Part?, _ found: inout [String: String], _ names: inout [String: String]) -> Bool {
    switch open {
    case .name(let name): found[name] = String(rest)
    case .anything: break
    case .text, nil: guard rest.isEmpty || endsWithLastText(rest) else { return false }
    }
    names = found
    return true
  }

  /// Whether the last text, behind a `<*>`, is the end of what is left: the first place of it was not the last.
  private func endsWithLastText(_ rest: Substring) -> Bool {
    guard parts.count > 1, case .text(let last) = parts[parts.count - 1], case .anything = parts[parts.count - 2] else { return false }
    return rest.hasSuffix(last)
  }

  private var isLiteral: Bool {
    parts.allSatisfy { if case .text = $0 { true } else { false } }
  }

  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var literal = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      literal += rest[..<start]
      rest = rest[start...]
      guard let end = rest.firstIndex(of: ">"), let part = placeholder(rest[rest.index(after: start)..<end]) else {
        literal.append("<")
        rest = rest.dropFirst()
        continue
      }
      if !literal.isEmpty { parts.append(.text(literal)) }
      literal = ""
      parts.append(part)
      rest = rest[rest.index(after: end)...]
    }
    literal += rest
    return literal.isEmpty ? parts : parts + [.text(literal)]
  }

  /// Letters, digits, `-` and `_`, with a small letter first, so that few things are placeholders that are not meant to be.
  private static func placeholder(_ text: Substring) -> Part? {
    if text == "*" { return .anything }
    guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 30 else { return nil }
    let isName = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    return isName ? .name(String(text)) : nil
  }
}
