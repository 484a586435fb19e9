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

  private init(_ source: SourceFile, _ range: Range<Int>, value: Int?, isCounted: Bool, prefix: String = "", suffix: String = "") {
    path = source.path
    self.range = range
    self.value = value
    self.isCounted = isCounted
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
  static func claims(manifest: Manifest, readme: MarkdownFile?, metadata: SourceFile?) -> [CountClaim] {
    var claims: [CountClaim] = []
    if let count = manifest.characterCount {
      claims.append(CountClaim(manifest.source, count.span, value: count.value, isCounted: true))
    }
    if let readme, let claim = claim(in: readme) { claims.append(claim) }
    if let metadata, let value = JSONReader.read(metadata.bytes).value?["characterCount"] {
      claims.append(CountClaim(metadata, value.span, value: value.int, isCounted: false))
    }
    return claims
  }

  /// The first text under the heading that starts with "Character Count".
  private static func claim(in readme: MarkdownFile) -> CountClaim? {
    let blocks = Array(readme.document.children(of: 0))
    guard
      let heading = readme.headings.first(where: { $0.title.lowercased().hasPrefix("character count") }),
      let position = blocks.firstIndex(of: heading.node),
      blocks.indices.contains(position + 1),
      case .paragraph = readme.document.nodes[blocks[position + 1]].kind
    else { return nil }
    let span = readme.document.nodes[blocks[position + 1]].span
    let line = readme.source.lineRange(at: span.lowerBound)
    let range = max(span.lowerBound, line.lowerBound)..<min(span.upperBound, line.upperBound)
    let value = number(in: readme.source.text(range))
    return CountClaim(readme.source, range, value: value, isCounted: true, prefix: "~", suffix: " characters")
  }

  /// The number of `~12345 characters`; commas between digits are accepted.
  private static func number(in line: String) -> Int? {
    let text = line.drop { $0 == "~" || $0.isWhitespace || $0 == "*" }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ",") }
    let rest = text.dropFirst(digits.count).drop { $0 == "*" }.trimmed.lowercased()
    guard rest == "characters" || rest == "characters." else { return nil }
    return Int(digits.filter { $0 != "," })
  }
}
