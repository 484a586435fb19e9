internal import Library

/// Text of a module put into Markdown so that it means just this text.
enum MarkdownText {
  /// One line of literal text: every character that Markdown reads gets a backslash (GFM 0.29, section 6.1), also what would
  /// make a list or a rule of it at the start of a line. An underscore inside a word is left alone: it means nothing there
  /// (GFM 0.29, section 6.4), and names of columns are full of them.
  static func literal(_ text: String) -> String {
    let line = oneLine(text).trimmed
    let number = line.prefix { $0.isASCII && $0.isNumber }
    var out = ""
    for index in line.indices {
      let character = line[index]
      let opensBlock = index == line.startIndex && "-+=".contains(character)
      let endsNumber = index == number.endIndex && !number.isEmpty && ".)".contains(character)
      let isInWord = character == "_" && isWord(before: index, in: line) && isWord(line.index(after: index), in: line)
      if opensBlock || endsNumber || !isInWord && "\\`*_[]<>&#|~".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }

  private static func isWord(before index: String.Index, in line: String) -> Bool {
    index > line.startIndex && isWord(line.index(before: index), in: line)
  }

  private static func isWord(_ index: String.Index, in line: String) -> Bool {
    index < line.endIndex && (line[index].isLetter || line[index].isNumber)
  }

  /// A code span (GFM 0.29, section 6.3).
  static func code(_ text: String) -> String {
    let line = oneLine(text)
    let fence = String(repeating: "`", count: longestRunOfBackticks(in: line) + 1)
    let pad = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    return fence + pad + line + pad + fence
  }

  /// A fenced block of text, to the byte; the fence is longer than any run of backticks in it.
  static func fenced(_ text: String) -> String {
    let fence = String(repeating: "`", count: max(3, longestRunOfBackticks(in: text) + 1))
    return "\(fence)text\n\(text)\n\(fence)\n"
  }

  /// A text without line breaks. Most texts have none, which their bytes tell soonest: all breaks beyond these are beyond ASCII.
  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { (0x0A...0x0D).contains($0) || $0 >= 0x80 }) else { return text }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func longestRunOfBackticks(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
