/// A range of versions as npm writes it: `^1.2.0`, `~1.2`, `>=1.2 <2`, `>=1.2,<2`, `1.x`, `1.2 - 1.4`, `^1 || ^2`.
///
/// The grammar and what it means are node-semver's (its README, "Ranges" and "Advanced Range Syntax"); a comma may stand where it
/// has a space.
package struct VersionRange: Sendable, Hashable {
  /// One of these has to hold.
  private let alternatives: [[Comparator]]

  /// One bound of a range.
  private struct Comparator: Sendable, Hashable {
    enum Relation { case below, atMost, equal, atLeast, above }

    let relation: Relation
    let version: Version

    func holds(for other: Version) -> Bool {
      switch relation {
      case .below: other < version
      case .atMost: other <= version
      case .equal: other == version
      case .atLeast: other >= version
      case .above: other > version
      }
    }
  }

  /// Bytes of a range that are read: nobody writes longer ones.
  private static let longest = 1_000

  /// Nil for a text that is no range.
  package init?(_ text: String) {
    guard text.utf8.count <= VersionRange.longest else { return nil }
    var alternatives: [[Comparator]] = []
    for part in text.split(separator: "||", omittingEmptySubsequences: false) {
      guard let comparators = VersionRange.comparators(part) else { return nil }
      alternatives.append(comparators)
    }
    self.alternatives = alternatives
  }

  /// Whether a version lies in the range. A pre-release does so only where a bound of the range names a pre-release of the same
  /// version, or where the range has no bounds at all.
  package func contains(_ version: Version) -> Bool {
    alternatives.contains { comparators in
      guard comparators.allSatisfy({ $0.holds(for: version) }) else { return false }
      return version.prerelease.isEmpty || comparators.isEmpty
        || comparators.contains { !$0.version.prerelease.isEmpty && $0.version.release == version.release }
    }
  }
}

// MARK: - Reading

extension VersionRange {
  /// The bounds that one part between `||` sets; none for `*` and for nothing.
  private static func comparators(_ text: Substring) -> [Comparator]? {
    let words = text.split { $0.isWhitespace || $0 == "," }
    if words.count == 3, words[1] == "-" { return span(from: words[0], to: words[2]) }
    var comparators: [Comparator] = []
    var prefix = ""
    for word in words {
      // An operator may stand apart from its version: `>= 1.2`.
      let text = prefix + word
      if word.allSatisfy({ operatorCharacters.contains($0) }) {
        guard prefix.isEmpty else { return nil }
        prefix = text
        continue
      }
      prefix = ""
      guard let bounds = bounds(text) else { return nil }
      comparators += bounds
    }
    return prefix.isEmpty ? comparators : nil
  }

  private static let operatorCharacters = "<>=^~"

  /// `1.2 - 1.4`: both ends belong to it.
  private static func span(from first: Substring, to last: Substring) -> [Comparator]? {
    guard let first = partial(first), let last = partial(last) else { return nil }
    return bounds(">=", first) + bounds("<=", last)
  }

  private static func bounds(_ word: String) -> [Comparator]? {
    let sign = word.prefix { operatorCharacters.contains($0) }
    guard let partial = partial(word[sign.endIndex...]) else { return nil }
    switch sign {
    case "", "=", "^", "~", "~>", "<", "<=", ">", ">=": return bounds(String(sign), partial)
    default: return nil
    }
  }

  /// A version, a part of one, or a wildcard; a `v` may stand before it.
  private static func partial(_ text: Substring) -> PartialVersion? {
    PartialVersion(text.hasPrefix("v") ? text.dropFirst() : text, allowsWildcards: true)
  }

  private static func bounds(_ sign: String, _ partial: PartialVersion) -> [Comparator] {
    guard let major = partial.major else {
      return sign == "<" || sign == ">" ? [nothing] : []
    }
    let lowest = partial.lowest
    switch sign {
    case ">=": return [Comparator(relation: .atLeast, version: lowest)]
    case "<": return [partial.version.map { Comparator(relation: .below, version: $0) } ?? below(lowest)]
    case ">":
      let isWhole = partial.version != nil
      return [isWhole ? Comparator(relation: .above, version: lowest) : Comparator(relation: .atLeast, version: next(partial))]
    case "<=": return [partial.version.map { Comparator(relation: .atMost, version: $0) } ?? below(next(partial))]
    case "^":
      let next: Version =
        if major > 0 || partial.minor == nil {
          Version(successor(major), 0, 0)
        } else if lowest.minor > 0 || partial.patch == nil {
          Version(0, successor(lowest.minor), 0)
        } else {
          Version(0, 0, successor(lowest.patch))
        }
      return [Comparator(relation: .atLeast, version: lowest), below(next)]
    case "~", "~>":
      let next = partial.minor.map { Version(major, successor($0), 0) } ?? Version(successor(major), 0, 0)
      return [Comparator(relation: .atLeast, version: lowest), below(next)]
    default:
      if let version = partial.version { return [Comparator(relation: .equal, version: version)] }
      return [Comparator(relation: .atLeast, version: lowest), below(next(partial))]
    }
  }

  /// The oldest version behind all that a partial one may mean.
  private static func next(_ partial: PartialVersion) -> Version {
    let major = partial.major ?? 0
    return partial.minor.map { Version(major, successor($0), 0) } ?? Version(successor(major), 0, 0)
  }

  /// Everything before a release, its own pre-releases left out: `-0` is the oldest of them.
  private static func below(_ version: Version) -> Comparator {
    Comparator(relation: .below, version: Version(version.major, version.minor, version.patch, prerelease: [.number("0")]))
  }

  /// No version is older than this.
  private static let nothing = below(Version(0, 0, 0))

  private static func successor(_ number: Int) -> Int { number == .max ? .max : number + 1 }
}
