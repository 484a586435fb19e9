/// A version by Semantic Versioning 2.0.0: `1.2.0`, `2.0.0-rc.1`.
///
/// Build metadata (`+20130313`) is read and dropped, since it has no part in which version is newer (section 10). A number
/// beyond `Int` counts as the largest one.
package struct Version: Sendable, Hashable {
  package let major: Int
  package let minor: Int
  package let patch: Int
  /// The identifiers behind the hyphen; empty for a release.
  let prerelease: [Identifier]

  init(_ major: Int, _ minor: Int, _ patch: Int, prerelease: [Identifier] = []) {
    self.major = major
    self.minor = minor
    self.patch = patch
    self.prerelease = prerelease
  }

  /// Reads the whole text by the grammar of the specification; nil for anything else, `v1.2.0` and `1.2` included.
  package init?(_ text: String) {
    guard let partial = PartialVersion(text, allowsWildcards: false), let version = partial.version else { return nil }
    self = version
  }

  /// The version without what stands behind its hyphen.
  package var release: Version { Version(major, minor, patch) }

  /// A part between the dots behind the hyphen (section 9).
  enum Identifier: Sendable, Hashable {
    /// Digits without a leading zero, of any length.
    case number(String)
    case word(String)

    /// Nil for an empty one, for other characters than ASCII letters, digits and hyphens, and for a number with a leading zero.
    init?(_ text: Substring) {
      guard !text.isEmpty, text.utf8.allSatisfy(Version.isIdentifierByte) else { return nil }
      guard text.utf8.allSatisfy(Version.isDigit) else {
        self = .word(String(text))
        return
      }
      guard text.utf8.count == 1 || text.utf8.first != UInt8(ascii: "0") else { return nil }
      self = .number(String(text))
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isIdentifierByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
  }
}

extension Version: Comparable {
  /// Which is older, by section 11: the three numbers, then a pre-release before its release, then its identifiers.
  package static func < (left: Self, right: Self) -> Bool {
    let leftNumbers = (left.major, left.minor, left.patch)
    let rightNumbers = (right.major, right.minor, right.patch)
    guard leftNumbers == rightNumbers else { return leftNumbers < rightNumbers }
    if left.prerelease.isEmpty || right.prerelease.isEmpty { return !left.prerelease.isEmpty && right.prerelease.isEmpty }
    return left.prerelease.lexicographicallyPrecedes(right.prerelease)
  }
}

extension Version.Identifier: Comparable {
  /// Numbers come before words; numbers compare as numbers, words by their ASCII codes.
  static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): (left.utf8.count, left) < (right.utf8.count, right)
    case (.number, .word): true
    case (.word, .number): false
    case (.word(let left), .word(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    }
  }
}

extension Version: CustomStringConvertible {
  package var description: String {
    let identifiers = prerelease.map { identifier in
      switch identifier {
      case .number(let text), .word(let text): text
      }
    }
    return "\(major).\(minor).\(patch)" + (identifiers.isEmpty ? "" : "-" + identifiers.joined(separator: "."))
  }
}

/// A version of which the last numbers may be missing: `1`, `1.2`, `1.2.0-rc.1`, and in a range also `1.x`, `*`.
struct PartialVersion {
  let major: Int?
  let minor: Int?
  let patch: Int?
  let prerelease: [Version.Identifier]

  /// - Parameter allowsWildcards: whether `x`, `X` and `*` stand for a number that is left open.
  init?(_ text: some StringProtocol, allowsWildcards: Bool) {
    let core = text.prefix { $0 != "-" && $0 != "+" }
    let rest = text[core.endIndex...]
    let parts = core.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int?] = []
    for part in parts {
      if allowsWildcards, ["x", "X", "*"].contains(String(part)) {
        numbers.append(nil)
      } else if let number = PartialVersion.number(part) {
        // Behind an open number every other is open too: `1.x.3` is `1.x`.
        numbers.append(numbers.contains(nil) ? nil : number)
      } else {
        return nil
      }
    }
    let isWhole = parts.count == 3 && !numbers.contains(nil)
    guard isWhole || rest.isEmpty, let prerelease = PartialVersion.prerelease(rest) else { return nil }
    major = numbers[0]
    minor = numbers.count > 1 ? numbers[1] : nil
    patch = numbers.count > 2 ? numbers[2] : nil
    self.prerelease = prerelease
  }

  /// The version, when none of its numbers is missing.
  var version: Version? {
    guard let major, let minor, let patch else { return nil }
    return Version(major, minor, patch, prerelease: prerelease)
  }

  /// The oldest version that it may mean: what is missing counts as 0.
  var lowest: Version { Version(major ?? 0, minor ?? 0, patch ?? 0, prerelease: prerelease) }

  /// Digits without a leading zero (section 2).
  private static func number(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy(Version.isDigit) else { return nil }
    guard text.utf8.count == 1 || text.utf8.first != UInt8(ascii: "0") else { return nil }
    return Int(text) ?? .max
  }

  /// What stands behind the numbers: `-` and identifiers, then `+` and build metadata, each of which may be absent (sections 9
  /// and 10); nil when that is something else.
  private static func prerelease(_ text: some StringProtocol) -> [Version.Identifier]? {
    let parts = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count > 1 {
      let build = parts[1].split(separator: ".", omittingEmptySubsequences: false)
      guard build.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Version.isIdentifierByte) }) else { return nil }
    }
    guard let head = parts.first, !head.isEmpty else { return [] }
    var identifiers: [Version.Identifier] = []
    for part in head.dropFirst().split(separator: ".", omittingEmptySubsequences: false) {
      guard let identifier = Version.Identifier(Substring(part)) else { return nil }
      identifiers.append(identifier)
    }
    return identifiers
  }
}
