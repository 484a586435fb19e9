package import Diagnostics
internal import Files
package import Library

package enum UnlistedFile: Rule {
  package static let id = "unlisted-file"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.warning
  package static let summary = "A file is left out of a list that is meant to be complete"
  package static let why = """
    A loader that goes by the list does not load the file, and nobody notices. A list of files in `module.json` or `metadata.json` is \
    taken for complete in a folder where all its entries exist and at least half of the files are listed; READMEs may be left out. \
    `augment.categories` is no such list.
    """
  package static let bad: Sample = """
    -- workflows/demo/metadata.json --
    { "files": { "rules": «["guide.md", "second.md"]», "examples": ["first.md"] } }
    -- workflows/demo/rules/second.md --
    # Second
    -- workflows/demo/rules/third.md --
    # Third
    """
  package static let good: Sample = """
    -- workflows/demo/metadata.json --
    { "files": { "rules": ["guide.md", "second.md", "third.md"], "examples": ["first.md"] } }
    -- workflows/demo/rules/second.md --
    # Second
    -- workflows/demo/rules/third.md --
    # Third
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module -> [Finding] in
      // Categories may well leave files out. Each of the two files has its own lists, and one list may hold what another leaves out.
      let complete = FileList.lists(of: module, in: library.tree).filter { !$0.field.hasPrefix("augment.") }
      let lists = Dictionary(grouping: complete) { $0.entries.first?.span.path ?? "" }
      return lists.keys.sorted().flatMap { unlisted(lists[$0] ?? [], of: module) }
    }
  }

  private static func unlisted(_ lists: [FileList], of module: Module) -> [Finding] {
    let entries = lists.flatMap(\.entries)
    let listed = Set(entries.compactMap(\.path))
    guard entries.allSatisfy({ $0.path != nil }) else { return [] }
    let filesOf = Dictionary(grouping: module.files.filter { Path.name($0) != "README.md" }, by: Path.folder)
    return Set(listed.map(Path.folder)).sorted().flatMap { folder -> [Finding] in
      guard folder != module.id, Path.isInside(folder, module.id) else { return [] }
      let files = filesOf[module.pathInModule(folder)] ?? []
      let left = files.filter { !listed.contains(module.path($0)) }
      guard left.count * 2 <= files.count, let list = lists.first(where: { holds($0, folder) }) else { return [] }
      return firstFindings(left) { file in
        finding(
          list.span.path,
          list.span.range,
          "`\(file)` is missing from `\(list.field)`",
          why: "loaders that go by the list do not load it",
          help: "add it to the list"
        )
      }
    }
  }

  private static func holds(_ list: FileList, _ folder: String) -> Bool {
    list.entries.contains { $0.path.map(Path.folder) == folder }
  }
}
