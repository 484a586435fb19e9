package import Diagnostics
internal import Files
package import Library

package enum MissingManifest: Rule {
  package static let id = "missing-manifest"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.warning
  package static let summary = "A folder looks like a module and has no `module.json`"
  package static let why = """
    Without `module.json` the folder is no module: no catalog lists it, nothing in it is checked, and no page is made of it. Judged \
    are folders with a README.md and guides in `rules/` or files in `examples/`, in a category of the library, outside modules.
    """
  package static let bad: Sample = """
    -- workflows/other/README.md --
    # Other
    -- workflows/other/rules/guide.md --
    # Guide
    """
  package static let good: Sample = """
    -- workflows/other/README.md --
    # Other

    Notes, and no guide.
    -- tools/other/README.md --
    # Other
    -- tools/other/rules/guide.md --
    # Guide
    """

  package static func check(_ library: Library) -> [Finding] {
    let categories = Set(library.modules.map(\.category) + (library.configuration.allowedTypes ?? []))
    let parents = Set(library.modules.flatMap { folders(above: $0.id) })
    return candidates(in: library.tree).filter { folder in
      folder.contains("/") && categories.contains(String(folder.prefix { $0 != "/" })) && !parents.contains(folder)
        && library.module(containing: folder) == nil && library.tree.contains(Path.join(folder, "README.md"))
        && library.tree.entry(Path.join(folder, Loader.manifestName)) == nil
    }.map { folder in
      finding(
        folder,
        nil,
        "`\(folder)` has no module.json",
        why: "it has a README.md and guides or examples, but is no module",
        help: "add `\(Path.join(folder, Loader.manifestName))`"
      )
    }
  }

  /// The folders with guides in `rules/`, or with files in `examples/`, sorted.
  private static func candidates(in tree: SourceTree) -> [String] {
    var folders: Set<String> = []
    for entry in tree.entries {
      guard case .file = entry.kind else { continue }
      let folder = Path.folder(entry.path)
      let part = Path.name(folder)
      guard part == "examples" || part == "rules" && Path.fileExtension(entry.path) == "md" else { continue }
      folders.insert(Path.folder(folder))
    }
    return folders.sorted()
  }

  private static func folders(above id: String) -> [String] {
    Array(sequence(first: Path.folder(id)) { $0.isEmpty ? nil : Path.folder($0) })
  }
}
