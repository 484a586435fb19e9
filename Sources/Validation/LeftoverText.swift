internal import Library

/// Tells whether a line of text says of its own file that something is still to be written.
///
/// The words by themselves are a topic as often as not ("we keep a TODO list"). They are a statement where they are all that is said:
/// in a line, behind a label or a dash, in parentheses.
struct LeftoverText {
  /// What kind of block the line stands in.
  enum Place {
    case paragraph, item, cell
  }

  /// The words that make the statement; nil when there is none.
  static func words(in line: Substring, _ place: Place) -> Substring? {
    if let lorem = line.firstRange(of: "orem ipsum dolor"), !"\"“«‘'".contains(line[..<lorem.lowerBound].dropLast().last ?? " ") {
      return line[lorem]
    }
    if isPlaceholder(line, place) { return line.trimmed(of: " ") }
    return parenthesis(in: line) ?? value(in: line, place) ?? task(in: line, place)
  }

  private static let verbs = [
    "added", "announced", "calculated", "decided", "defined", "determined", "documented", "filled in", "written",
  ]
  private static let phrases = Set(["coming soon"] + verbs.flatMap { ["to be \($0)", "to be \($0) later"] })

  /// Whether a text is nothing but a placeholder, with marks and pictures around it.
  private static func isPlaceholder(_ text: Substring, _ place: Place) -> Bool {
    guard text.utf8.count < 60 else { return false }
    let core = text.trimmed { !$0.isLetter }
    if core == "TODO" { return place == .paragraph }
    return core == "TBD" || core == "TBA" || phrases.contains(core.lowercased())
  }

  /// `(coming soon)`, `(to be calculated after all is written)`.
  private static func parenthesis(in line: Substring) -> Substring? {
    var rest = line
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      let text = rest[rest.index(after: open)..<close]
      if isPlaceholder(text, .paragraph) || text.lowercased().hasPrefix("to be calculated ") { return rest[open...close] }
      rest = rest[rest.index(after: close)...]
    }
    return nil
  }

  /// `Status: TBD`, `The third part - coming soon`. What explains the word itself is a topic: `TBD: to be determined`.
  private static func value(in line: Substring, _ place: Place) -> Substring? {
    for mark in [": ", " - ", " – ", " — "] {
      guard let found = line.lastRange(of: mark), isPlaceholder(line[found.upperBound...], .paragraph) else { continue }
      let label = line[..<found.lowerBound].trimmed { !$0.isLetter }
      guard !label.isEmpty, !label.contains("\u{FFFC}"), !isPlaceholder(label, .paragraph) else { continue }
      return line[found.upperBound...].trimmed(of: " ")
    }
    return nil
  }

  /// `TODO: write this section`. In a list, where `TODO` may stand among other marks that are explained, only with a verb behind it.
  private static func task(in line: Substring, _ place: Place) -> Substring? {
    guard place != .cell, line.hasPrefix("TODO: ") || line.hasPrefix("TBD: ") else { return nil }
    guard let word = line.split(separator: " ", maxSplits: 2).dropFirst().first?.lowercased() else { return nil }
    return place == .paragraph && line.hasPrefix("TODO") || tasks.contains(word) ? line.trimmed(of: " ") : nil
  }

  private static let tasks: Set<String> = [
    "add", "check", "complete", "decide", "describe", "document", "expand", "explain", "fill", "finish", "include", "insert", "link",
    "provide", "replace", "update", "verify", "write",
  ]
}

extension Substring {
  fileprivate func trimmed(of character: Character) -> Substring { trimmed { $0 == character } }

  fileprivate func trimmed(where isOuter: (Character) -> Bool) -> Substring {
    let start = drop(while: isOuter)
    guard let last = start.lastIndex(where: { !isOuter($0) }) else { return start.prefix(0) }
    return start[...last]
  }

  fileprivate func lastRange(of text: String) -> Range<Index>? {
    ranges(of: text).last
  }
}
