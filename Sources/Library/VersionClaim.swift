package import Files
internal import Markdown

/// A place beside `module.json` where a module states its version: a README's head, its section on versions, `metadata.json`, the
/// newest entry of `CHANGELOG.md`.
package struct VersionClaim: Sendable, Hashable {
  package enum Form: Sendable, Hashable {
    /// The text says that this is the version.
    case statement
    /// The newest of a list of releases.
    case release
  }

  package let form: Form
  package let span: SourceSpan
  /// The version as it is written, without a `v`; it may lack its last number.
  package let text: String

  /// Whether it says the same as `module.json`; a number that is left out says nothing.
  package func agrees(with version: Version) -> Bool {
    guard let claim = PartialVersion(text, allowsWildcards: false) else { return false }
    if let whole = claim.version { return whole == version }
    return claim.major == version.major && (claim.minor ?? version.minor) == version.minor
  }

  /// Every claim of a module.
  package static func claims(of module: Module) -> [VersionClaim] {
    var claims: [VersionClaim] = []
    if let version = module.metadata?.version, let source = module.metadata?.source {
      claims.append(VersionClaim(form: .statement, span: source.span(version.span), text: version.value))
    }
    if let readme = module.readme {
      claims += [head(of: readme), section(of: readme), history(in: readme)].compactMap { $0 }
    }
    if let changelog = module.changelog, let level = releaseLevel(of: changelog.headings) {
      claims += [newest(of: changelog.headings.filter { $0.level == level }.map(\.node), in: changelog)].compactMap { $0 }
    }
    return claims
  }

  // MARK: README

  /// `**Version**: 1.2.0` on a line before the second heading.
  private static func head(of readme: MarkdownFile) -> VersionClaim? {
    let end = readme.headings.dropFirst().first?.node ?? readme.document.nodes.count
    for node in readme.document.children(of: 0).prefix(while: { $0 < end }) {
      let span = readme.document.nodes[node].span
      switch readme.document.nodes[node].kind {
      case .paragraph, .list:
        // Nobody writes a longer head.
        for line in readme.source.bytes[span].prefix(2_000).split(separator: 0x0A) {
          let text = String(decoding: line, as: UTF8.self).filter { !"*_`".contains($0) }.drop { "-+ ".contains($0) }
          guard text.prefix(9).lowercased().hasPrefix("version"), text.dropFirst(7).trimmed.hasPrefix(":") else { continue }
          return claim(String(text), .statement, in: line.startIndex..<line.endIndex, of: readme)
        }
      default: continue
      }
    }
    return nil
  }

  /// The paragraph under `## Version`.
  private static func section(of readme: MarkdownFile) -> VersionClaim? {
    let titles = ["version", "current version"]
    guard let heading = readme.headings.first(where: { titles.contains($0.title.lowercased()) }),
      let block = readme.firstBlock(under: heading), case .paragraph = readme.document.nodes[block].kind
    else { return nil }
    return claim(readme.document.plainText(of: block), .statement, in: readme.document.nodes[block].span, of: readme)
  }

  /// The newest release under `## Version History` or `## Changelog`: headings, or items of a list.
  private static func history(in readme: MarkdownFile) -> VersionClaim? {
    let titles = ["version history", "changelog", "change log", "release notes", "releases"]
    guard let heading = readme.headings.first(where: { titles.contains($0.title.lowercased()) }) else { return nil }
    let nodes = readme.nodes(under: heading)
    let headings = readme.headings.filter { nodes.contains($0.node) }
    if let level = releaseLevel(of: headings) { return newest(of: headings.filter { $0.level == level }.map(\.node), in: readme) }
    let lists = readme.document.children(of: 0).filter(nodes.contains)
    let items = lists.flatMap { list -> [Int] in
      guard case .list = readme.document.nodes[list].kind else { return [] }
      return Array(readme.document.children(of: list))
    }
    return newest(of: items, in: readme)
  }

  // MARK: Releases

  /// The level of the headings that are releases: that of the first one. Deeper ones are parts of it.
  private static func releaseLevel(of headings: [Heading]) -> Int? {
    headings.first { leadingVersion($0.title) != nil }?.level
  }

  /// The newest of the versions that some nodes start with, wherever it stands; of equal ones the first.
  private static func newest(of nodes: [Int], in file: MarkdownFile) -> VersionClaim? {
    var newest: (version: Version, claim: VersionClaim)?
    for node in nodes {
      guard let claim = claim(file.document.plainText(of: node), .release, in: file.document.nodes[node].span, of: file),
        let version = PartialVersion(claim.text, allowsWildcards: false)?.lowest, newest.map({ $0.version < version }) ?? true
      else { continue }
      newest = (version, claim)
    }
    return newest?.claim
  }

  // MARK: Texts

  private static func claim(_ text: String, _ form: Form, in range: Range<Int>, of file: MarkdownFile) -> VersionClaim? {
    guard let version = leadingVersion(text) else { return nil }
    let place = file.source.bytes[range].range(ofBytes: version.utf8) ?? range
    return VersionClaim(form: form, span: file.source.span(place), text: version)
  }

  /// The version at the start of a text: `[1.2.0] - 2025-01-01`, `v1.2.0`, `Version: 1.2`, `Release 1.2.0 (May)`. A number alone is
  /// none, and neither is a date.
  private static func leadingVersion(_ text: String) -> String? {
    var rest = text.prefix(200).drop(while: \.isWhitespace)
    for word in ["current ", "version", "release"] where rest.prefix(word.count).lowercased() == word {
      rest = rest.dropFirst(word.count).drop { ": ".contains($0) }
    }
    rest = rest.drop { "[(".contains($0) }
    if rest.first == "v" || rest.first == "V" { rest = rest.dropFirst() }
    let run = rest.prefix { $0.utf8.allSatisfy { Version.isIdentifierByte($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "+") } }
    let version = run.last == "." ? run.dropLast() : run
    guard let partial = PartialVersion(version, allowsWildcards: false), partial.minor != nil else { return nil }
    return String(version)
  }
}
