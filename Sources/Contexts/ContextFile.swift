internal import Files
package import Library
internal import Markdown

/// The files of a profile as one Markdown file: what it is, then one file after the other, their links leading inside it.
///
/// Its size is that of the whole file, and what a budget is compared with, everywhere: a tool that loads it loads all of it.
package struct ContextFile: Sendable {
  /// Bytes of files that are put together: no model takes so much, and a hostile profile must not take all memory.
  private static let maximumBytes = 4 << 20

  package let profile: Profile
  /// Its files with what each takes in it, in characters.
  package let files: [(path: String, characters: Int)]
  /// The files that it names and that are not there, as they are written.
  package let missing: [String]
  package let text: String
  package let characters: Int

  /// - Parameter address: where something that is not in the file can be read, for a site with an address; nil for plain words.
  package init(_ profile: Profile, in library: Library, address: @escaping (Reference.Target) -> String? = { _ in nil }) {
    let sources = library.files(of: profile).filter { $0.invalidUTF8Offset == nil }
    self.init(profile, sources: sources, in: library, address: address)
  }

  init(_ profile: Profile, sources: [SourceFile], in library: Library, address: @escaping (Reference.Target) -> String?) {
    self.profile = profile
    let there = Set(library.files(of: profile).filter { $0.invalidUTF8Offset == nil }.map(\.path))
    missing = profile.entries.filter { !there.contains($0.path) && !library.isElsewhere($0) }.map(\.written)
    let elsewhere = profile.entries.filter { !there.contains($0.path) && library.isElsewhere($0) }.map(\.written)
    let isTooLarge = sources.reduce(0) { $0 + $1.bytes.count } > ContextFile.maximumBytes
    let parts = isTooLarge ? [] : ContextParts(profile, sources: sources, in: library, address: address).texts
    files = sources.indices.map { index in
      (sources[index].path, isTooLarge ? TextCount(sources[index]).characters : parts[index].unicodeScalars.count)
    }
    let header = ContextHeader(
      profile: profile,
      files: sources.map(\.path),
      modules: sources.compactMap { library.module(containing: $0.path)?.label },
      missing: missing,
      elsewhere: elsewhere,
      budget: library.configuration.budgets.profile
    )
    let size = files.reduce(0) { $0 + $1.characters }
    let head = header.text(above: size)
    text = head + (isTooLarge ? "\nToo large to be put into one file.\n" : parts.joined())
    characters = size + head.unicodeScalars.count
  }
}
