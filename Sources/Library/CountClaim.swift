package import Diagnostics
internal import Files
internal import JSON
internal import Markdown

/// A place where a module states its own character count.
package struct CountClaim: Sendable, Hashable {
  /// The file it stands in.
  package let path: String
  /// The bytes that state it, to be replaced by `text(for:)`.
  package let range: Range<Int>
  /// The number; nil when the text there is something else.
  package let value: Int?
  /// Whether the file is part of the count, so that the number counts itself.
  package let isCounted: Bool
  /// What stands there now, in Unicode scalars.
  let length: Int
  /// Written before and behind the number: `~` and ` characters` in a README, nothing in JSON.
  private let prefix: String
  private let suffix: String

  private init(_ source: SourceFile, _ range: Range<Int>, value: Int?, prefix: String = "", suffix: String = "") {
    path = source.path
    self.range = range
    self.value = value
    isCounted = Path.name(path) != "metadata.json" && source.invalidUTF8Offset == nil
    length = source.text(range).unicodeScalars.count
    self.prefix = prefix
    self.suffix = suffix
  }

  /// What the place should say.
  package func text(for characters: Int) -> String { "\(prefix)\(characters)\(suffix)" }

  /// The change that makes the place say a number.
  package func fix(for characters: Int) -> Fix {
    let text = text(for: characters)
    return Fix(title: "write `\(text)`", span: SourceSpan(path: path, range: range), replacement: text)
  }

  /// The length of what should stand around the number, in Unicode scalars.
  var frameLength: Int { prefix.unicodeScalars.count + suffix.unicodeScalars.count }

  /// Every claim of a module: `module.json`, README's `## Character Count`, `metadata.json`.
  static func claims(manifest: Manifest, readme: MarkdownFile?, metadata: Manifest?) -> [CountClaim] {
    var claims = manifest.characterCounts.map { CountClaim(manifest.source, $0.span, value: $0.int) }
    if let readme, let claim = claim(in: readme) { claims.append(claim) }
    if let metadata { claims += metadata.characterCounts.map { CountClaim(metadata.source, $0.span, value: $0.int) } }
    return claims
  }

  /// The first text under the heading that starts with "Character Count".
  private static func claim(in readme: MarkdownFile) -> CountClaim? {
    guard let heading = readme.heading(startingWith: "character count"), let block = readme.firstBlock(under: heading),
      case .paragraph = readme.document.nodes[block].kind
    else { return nil }
    let span = readme.document.nodes[block].span
    let line = readme.source.lineRange(at: span.lowerBound)
    let start = max(span.lowerBound, line.lowerBound)
    let text = readme.source.text(start..<line.upperBound)
    guard let (statement, value) = statement(in: text[label(in: text).endIndex...]) else { return nil }
    let statementStart = start + text[..<statement.startIndex].utf8.count
    // A promise to fill the number in goes with it: `~0 characters (to be calculated later)`.
    let end = value == 0 ? line.upperBound : statementStart + statement.utf8.count
    let isPlain = end == statementStart + statement.utf8.count
    return CountClaim(readme.source, statementStart..<end, value: isPlain ? value : nil, prefix: "~", suffix: " characters")
  }

  /// `**Total**: ` at the start of a line; empty when there is no such label.
  private static func label(in line: String) -> Substring {
    let words = line.prefix { $0.isLetter || $0 == "*" || $0 == " " }
    guard words.count <= 40, line[words.endIndex...].first == ":" else { return line.prefix(0) }
    return line[..<line[words.endIndex...].dropFirst().drop { "* ".contains($0) }.startIndex]
  }

  /// `~12345 characters` at the start of a line, and its number; commas between digits are accepted. Other text is an author's
  /// own and no claim.
  private static func statement(in line: Substring) -> (text: Substring, value: Int)? {
    let head = line.prefix { "~* ".contains($0) }
    let digits = line[head.endIndex...].prefix { $0.isASCII && ($0.isNumber || $0 == ",") }
    let gap = line[digits.endIndex...].prefix { "* ".contains($0) }
    let word = line[gap.endIndex...].prefix { $0.isLetter }
    let marks = line[word.endIndex...].prefix { $0 == "*" }
    guard let value = Int(digits.filter { $0 != "," }), word.lowercased() == "characters" else { return nil }
    return (line[..<marks.endIndex], value)
  }
}
