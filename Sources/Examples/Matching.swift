internal import Library

/// Compares outputs with what is expected of them. The names of placeholders keep their values on a page.
struct Matching {
  private(set) var names: [String: String] = [:]

  /// The line of a result that stands for any lines.
  static let gap = "..."

  /// The lines of a text as they are compared: without white space at their ends, and without empty ones at the end of all.
  static func lines(_ text: String, hiding masks: [Mask] = []) -> [String] {
    var lines = text.split(separator: "\n" as Character, omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\r" }.reversed())
    }
    // A line end of Windows is one character to Swift.
    if text.contains("\r\n") { lines = Matching.lines(text.replacing("\r\n", with: "\n")) }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return masks.isEmpty ? lines : lines.map { line in masks.reduce(line) { $1.hiding($0) } }
  }

  /// Whether an output is what a result block says.
  mutating func matches(_ expected: String, _ output: String, as expectation: Expectation, masks: [Mask]) -> Bool {
    let wanted = Matching.lines(expected, hiding: masks)
    let lines = Matching.lines(output, hiding: masks)
    switch expectation {
    case .plan: return matchesParts(wanted, lines)
    case .sortedRows: return matchesAll(wanted.sorted(), lines.sorted())
    case .ok, .rows, .error, .blocked: return matchesAll(wanted, lines)
    }
  }

  /// Each wanted line in order, as a part of a line.
  private mutating func matchesParts(_ wanted: [String], _ lines: [String]) -> Bool {
    var rest = lines[...]
    for text in wanted where text != Self.gap {
      let pattern = LinePattern("<*>\(text)<*>")
      var found = names
      guard let index = rest.firstIndex(where: { $0.contains(text) || pattern.matches($0, &found) }) else { return false }
      names = found
      rest = rest[(index + 1)...]
    }
    return true
  }

  /// Line by line; a gap takes as few lines as it can.
  ///
  /// - Complexity: the product of the numbers of lines at worst.
  private mutating func matchesAll(_ wanted: [String], _ lines: [String]) -> Bool {
    let patterns = wanted.map(LinePattern.init)
    var found = names
    var position = (wanted: 0, line: 0)
    // Where the last gap was, how much it takes, and what was known there.
    var retry: (wanted: Int, line: Int, names: [String: String])?
    while position.line < lines.count || position.wanted < wanted.count {
      if position.wanted < wanted.count, wanted[position.wanted] == Self.gap {
        retry = (position.wanted, position.line, found)
        position.wanted += 1
      } else if position.wanted < wanted.count, position.line < lines.count,
        patterns[position.wanted].matches(lines[position.line], &found)
      {
        position = (position.wanted + 1, position.line + 1)
      } else if let last = retry, last.line < lines.count {
        retry = (last.wanted, last.line + 1, last.names)
        position = (last.wanted + 1, last.line + 1)
        found = last.names
      } else {
        return false
      }
    }
    names = found
    return true
  }
}
