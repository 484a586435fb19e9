/// A template cut at its placeholders, and the variables inferred from it (`product.md` section 8).
///
/// - A line that starts with a list marker and holds a numbered placeholder (`- [Entity 1]: [attributes]`) is a sample item;
///   consecutive samples of one shape are one list.
/// - A placeholder whose text is single words between slashes is a choice.
/// - A placeholder alone on its line, without a label, is multiline text. Everything else is text.
package struct PromptTemplate: Sendable {
  package private(set) var parts: [Prompt.Part] = []
  package private(set) var variables: [Variable] = []
  /// Whether the template has more placeholders than are read; those behind them are text.
  package private(set) var isCut = false

  /// The most placeholders of a template: a page shows each, and nobody fills in a thousand.
  package static let mostPlaceholders = 1_000

  private var names = VariableNames()
  /// The variables of slots, by label and placeholder.
  private var known: [[String]: String] = [:]

  package init(_ template: String) {
    let lines = PromptTemplate.lines(of: template)
    var literal = ""
    var index = 0
    var introduction: Line?
    let readable = PromptTemplate.readable(lines)
    isCut = readable < lines.count
    while index < readable {
      let line = lines[index]
      if let shape = line.listShape {
        var end = index + 1
        while end < readable, lines[end].listShape == shape { end += 1 }
        flush(&literal)
        addList(Array(lines[index..<end]), introducedBy: introduction)
        if lines[end - 1].hasLineEnd { literal = "\n" }
        index = end
      } else {
        if !line.isBlank { introduction = line }
        addLine(line, &literal)
        index += 1
      }
    }
    for line in lines[readable...] { literal += line.text(0..<line.bytes.count) + (line.hasLineEnd ? "\n" : "") }
    flush(&literal)
  }

  /// How many lines have, together, no more placeholders than are read.
  private static func readable(_ lines: [Line]) -> Int {
    var placeholders = 0
    return lines.firstIndex { line in
      placeholders += line.placeholders.count
      return placeholders > mostPlaceholders
    } ?? lines.count
  }

  private mutating func flush(_ literal: inout String) {
    if !literal.isEmpty { parts.append(.literal(literal)) }
    literal = ""
  }

  /// A line that is no sample item: each placeholder becomes a slot.
  private mutating func addLine(_ line: Line, _ literal: inout String) {
    var position = 0
    let label = line.placeholders.count == 1 ? line.label : nil
    for placeholder in line.placeholders {
      literal += line.text(position..<placeholder.range.lowerBound)
      flush(&literal)
      let source = line.text(placeholder.range)
      let name = slot(placeholder.text, source: source, label: label, isAlone: line.isOnly(placeholder))
      parts.append(.slot(variable: name, source: source))
      position = placeholder.range.upperBound
    }
    literal += line.text(position..<line.bytes.count)
    if line.hasLineEnd { literal += "\n" }
  }

  /// The name of the variable of a slot; the same placeholder under the same label is the same variable.
  private mutating func slot(_ text: String, source: String, label: String?, isAlone: Bool) -> String {
    let key = [label ?? "", source]
    if let name = known[key] { return name }
    let choices = PromptTemplate.choices(in: text)
    let name: String
    if let label {
      name = names.unique(label)
    } else {
      name = choices.isEmpty ? names.unique(text) : names.nextChoice()
    }
    let kind: Variable.Kind = !choices.isEmpty ? .choice : isAlone ? .multiline : .text
    variables.append(Variable(name: name, kind: kind, placeholder: source, label: label, choices: choices))
    known[key] = name
    return name
  }

  /// Consecutive sample items: one list. Its name is the last word of the line with a colon that introduces it, else the
  /// plural of its first numbered placeholder.
  private mutating func addList(_ lines: [Line], introducedBy introduction: Line?) {
    guard let first = lines.first, let placeholder = first.firstNumbered else { return }
    let label = introduction?.introducedLabel
    let noun = placeholder.text.split(separator: " ").dropLast().joined(separator: " ")
    let name = names.unique(label?.split(separator: " ").last.map(String.init) ?? PromptTemplate.plural(noun))
    let source = lines.map { $0.text(0..<$0.bytes.count) }.joined(separator: "\n")
    let item = first.text(first.marker.utf8.count..<first.bytes.count)
    variables.append(Variable(name: name, kind: .list, placeholder: item, label: label))
    parts.append(.list(variable: name, source: source, marker: first.marker))
  }

  /// The parts between slashes when every one is a single word or hyphenated; otherwise none.
  static func choices(in text: String) -> [String] {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { $0.trimmed }
    let isWord = { (part: String) in
      part.first.map { $0.isLetter || $0.isNumber } == true && !part.contains(where: \.isWhitespace)
    }
    return parts.count > 1 && parts.allSatisfy(isWord) && Set(parts).count == parts.count ? parts : []
  }

  /// English enough for names: entity, entities; query, queries; index, indexes; table, tables.
  private static func plural(_ noun: String) -> String {
    let lower = noun.lowercased()
    if lower.hasSuffix("y"), let before = lower.dropLast().last, !"aeiou".contains(before) { return lower.dropLast() + "ies" }
    return ["s", "x", "ch", "sh"].contains { lower.hasSuffix($0) } ? lower + "es" : lower + "s"
  }
}

extension PromptTemplate {
  /// One line of a template and the placeholders in it.
  private struct Line {
    let bytes: [UInt8]
    let hasLineEnd: Bool
    let placeholders: [PlaceholderScanner.Placeholder]
    /// The list marker with its indent and the space behind it; empty for any other line.
    let marker: String
    /// The line with its numbers left out, when it is a sample item of a list.
    let listShape: String?

    init(bytes: [UInt8], hasLineEnd: Bool) {
      self.bytes = bytes
      self.hasLineEnd = hasLineEnd
      placeholders = PlaceholderScanner.placeholders(in: bytes)
      marker = Line.marker(bytes)
      let isSample = !marker.isEmpty && placeholders.contains { Line.isNumbered($0.text) }
      let item = bytes.dropFirst(marker.utf8.count)
      listShape = isSample ? String(decoding: item.filter { !(0x30...0x39).contains($0) }, as: UTF8.self) : nil
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }

    /// The first placeholder that ends in a number: `[Entity 1]`.
    var firstNumbered: PlaceholderScanner.Placeholder? { placeholders.first { Line.isNumbered($0.text) } }

    /// The label before a placeholder: one to three words and a colon, with nothing else before them on the line.
    var label: String? {
      guard let first = placeholders.first else { return nil }
      let before = text(marker.utf8.count..<first.range.lowerBound).trimmed.trimmingMarkup
      guard before.last == ":" else { return nil }
      return Line.label(before.dropLast())
    }

    /// The label at the end of a line that introduces a list: the words of its last sentence before the colon.
    var introducedLabel: String? {
      let line = text(0..<bytes.count).trimmed
      guard line.last == ":" else { return nil }
      let sentence = line.dropLast().split(whereSeparator: { ".!?]".contains($0) }).last
      return sentence.flatMap { Line.label($0[...]) }
    }

    /// Whether a placeholder is all there is on the line.
    func isOnly(_ placeholder: PlaceholderScanner.Placeholder) -> Bool {
      placeholders.count == 1 && text(0..<bytes.count).trimmed == text(placeholder.range)
    }

    private static func label(_ text: some StringProtocol) -> String? {
      let words = text.trimmed.trimmingMarkup.split(whereSeparator: \.isWhitespace)
      guard (1...3).contains(words.count), words.allSatisfy({ $0.contains(where: \.isLetter) }) else { return nil }
      return words.joined(separator: " ")
    }

    private static func isNumbered(_ text: String) -> Bool {
      let words = text.split(separator: " ")
      return words.count > 1 && words.last?.allSatisfy(\.isNumber) == true
    }

    /// `- `, `* `, `+ `, `1. ` or `1) ` after an indent.
    private static func marker(_ bytes: [UInt8]) -> String {
      let indent = bytes.prefix { $0 == 0x20 || $0 == 0x09 }.count
      var end = indent
      while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
      let isNumbered = end > indent
      let marks: [UInt8] = isNumbered ? Array(".)".utf8) : Array("-*+".utf8)
      guard end + 1 < bytes.count, marks.contains(bytes[end]), bytes[end + 1] == 0x20 else { return "" }
      return String(decoding: bytes[...(end + 1)], as: UTF8.self)
    }
  }

  private static func lines(of template: String) -> [Line] {
    let pieces = Array(template.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    return pieces.enumerated().map { Line(bytes: Array($1), hasLineEnd: $0 < pieces.count - 1) }
  }
}

extension String {
  /// Without the emphasis marks that an author may put round a label.
  fileprivate var trimmingMarkup: String {
    let isMark = { (byte: UInt8) in byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "`") }
    let behind = utf8.drop(while: isMark)
    guard let last = behind.lastIndex(where: { !isMark($0) }) else { return "" }
    return String(Substring(behind[...last]))
  }
}
