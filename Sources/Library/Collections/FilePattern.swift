internal import Files

/// Which files a collection is made of: `domain-rules/database:rules/system-*.md`, or `rules/system-*.md` for every module that has any.
///
/// `*` stands for any characters of a name and `?` for one; `**` as a whole name stands for folders, none included. A module is named as
/// in a profile, before a colon, and may hold the same signs.
package struct FilePattern: Sendable, Hashable {
  /// As the author wrote it.
  package let written: String
  /// The names of the module's id; nil for any module.
  private let module: [[UInt8]]?
  /// The names of the path in the module.
  private let path: [[UInt8]]

  /// Nil for a pattern that can match no file: without a path, or leading out of the module.
  package init?(_ written: String) {
    let parts = written.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let path = parts.last, let clean = Path.resolve(path, from: ""), !clean.isEmpty, !path.hasSuffix("/") else { return nil }
    self.written = written
    self.path = FilePattern.names(clean)
    module = parts.count == 2 ? FilePattern.names(parts[0]) : nil
  }

  private static func names(_ path: String) -> [[UInt8]] { path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init) }

  /// Whether a file of a module is meant.
  ///
  /// - Complexity: the product of the lengths of pattern and path, at most.
  package func matches(_ file: String, inModule id: String) -> Bool {
    if let module, !FilePattern.matches(FilePattern.names(id), module) { return false }
    return FilePattern.matches(FilePattern.names(file), path)
  }

  /// What stands in a file's name for the first to the last `*` of the pattern's: `postgresql` in `system-postgresql.md`. The name
  /// without its ending where the pattern has none.
  package func variablePart(of file: String) -> String {
    let name = Array(Path.name(file).utf8)
    let star = UInt8(ascii: "*")
    guard let pattern = path.last, let first = pattern.firstIndex(of: star), let last = pattern.lastIndex(of: star) else {
      return Path.withoutExtension(Path.name(file))
    }
    let end = name.count - (pattern.count - 1 - last)
    return first < end ? String(decoding: name[first..<end], as: UTF8.self) : Path.withoutExtension(Path.name(file))
  }

  private static func matches(_ names: [[UInt8]], _ pattern: [[UInt8]]) -> Bool {
    matches(names, pattern, isStar: { $0 == Array("**".utf8) }) { name, wanted in
      matches(name, wanted, isStar: { $0 == UInt8(ascii: "*") }) { $0 == $1 || $1 == UInt8(ascii: "?") }
    }
  }

  /// Whether a sequence is what a pattern says, in which a star stands for any number of elements: where it does not go on, the last star
  /// takes one more.
  private static func matches<Element>(
    _ text: [Element],
    _ pattern: [Element],
    isStar: (Element) -> Bool,
    fits: (Element, Element) -> Bool
  ) -> Bool {
    var (position, wanted) = (0, 0)
    var star: (wanted: Int, position: Int)?
    while position < text.count {
      if wanted < pattern.count, isStar(pattern[wanted]) {
        star = (wanted, position)
        wanted += 1
      } else if wanted < pattern.count, fits(text[position], pattern[wanted]) {
        (position, wanted) = (position + 1, wanted + 1)
      } else if let last = star {
        star = (last.wanted, last.position + 1)
        (position, wanted) = (last.position + 1, last.wanted + 1)
      } else {
        return false
      }
    }
    return pattern[wanted...].allSatisfy(isStar)
  }
}
