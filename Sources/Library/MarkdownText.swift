/// Text of a module put into Markdown so that it means just this text.
package enum MarkdownText {
  /// One line of literal text: every character that Markdown reads gets a backslash (GFM 0.29, section 6.1), also what would
  /// make a list or a rule of it at the start of a line. An underscore inside a word is left alone: it means nothing there
  /// (GFM 0.29, section 6.4), and names of columns are full of them.
  package static func literal(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
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
  package static func code(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let fence = String(repeating: "`", count: longestRunOfBackticks(in: line) + 1)
    let pad = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    return fence + pad + line + pad + fence
  }

  /// A fenced block of text, to the byte; the fence is longer than any run of backticks in it.
  package static func fenced(_ text: String, language: String = "text") -> String {
    let fence = String(repeating: "`", count: max(3, longestRunOfBackticks(in: text) + 1))
    return "\(fence)\(language)\n\(text)\n\(fence)\n"
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
