internal import Files
package import Library

extension ContextFile {
  /// How a context goes over a budget, and what to drop.
  package struct Excess: Sendable {
    /// One sentence without a period.
    package let headline: String
    package let help: String
  }

  /// - Parameter budget: in characters.
  /// - Returns: nil when it fits.
  package func excess(over budget: Int, in library: Library) -> Excess? {
    guard characters > budget else { return nil }
    let dropped = toDrop(for: budget, in: library)
    let names = dropped.map { "`\($0.path)` (\($0.characters) characters)" }.joined(separator: ", ")
    return Excess(
      headline: "profile `\(profile.name)` has \(characters) characters, \(characters - budget) over its budget of \(budget)",
      help: dropped.isEmpty ? "raise the budget" : "drop \(names)"
    )
  }

  /// Without which files it fits: the smallest one that is enough, else the largest until they are; of equal ones the last. What is left
  /// is put together anew, since links to a file that is gone become words.
  private func toDrop(for budget: Int, in library: Library) -> [(path: String, characters: Int)] {
    var dropped: [(path: String, characters: Int)] = []
    var rest = self
    while rest.characters > budget, let next = rest.largest(over: rest.characters - budget) {
      dropped.append(next)
      let names = Set(dropped.map(\.path))
      let sources = library.files(of: profile).filter { $0.invalidUTF8Offset == nil && !names.contains($0.path) }
      rest = ContextFile(profile, sources: sources, in: library) { _ in nil }
    }
    return dropped
  }

  private func largest(over excess: Int) -> (path: String, characters: Int)? {
    let bySize = files.enumerated().sorted { ($1.element.characters, $1.offset) < ($0.element.characters, $0.offset) }.map(\.element)
    return bySize.last { $0.characters >= excess } ?? bySize.first
  }
}
