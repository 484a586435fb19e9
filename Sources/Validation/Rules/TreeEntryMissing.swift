package import Diagnostics
internal import Files
package import Library

package enum TreeEntryMissing: Rule {
  package static let id = "tree-entry-missing"
  package static let group = RuleGroup.trees
  package static let severity = Severity.error
  package static let summary = "A directory tree shows a file that does not exist"
  package static let why = """
    A reader, or an agent, opens a file that the tree promises and finds nothing. Only trees of the module's own folder are judged; \
    a tree of somebody's project stays silent.
    """
  package static let bad: Sample = """
    -- workflows/demo/README.md --
    # Demo

    ```
    workflows/demo/
    ├── module.json
    ├── README.md
    └── rules/
        ├── guide.md
        └── «workflow.md»   # the steps
    ```

    ## Character Count

    ~0 characters
    """
  package static let good: Sample = """
    -- workflows/demo/README.md --
    # Demo

    ```
    workflows/demo/
    ├── module.json
    ├── README.md
    └── rules/
        └── guide.md   # the guide
    ```

    ## Character Count

    ~0 characters
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module in
      module.trees.flatMap { tree -> [Finding] in
        let missing = Set(tree.entries.filter { !$0.exists }.map(\.path))
        return firstFindings(tree.entries.lazy.filter { !$0.exists && !isBelow(missing, $0.path) }) { entry in
          finding(
            tree.path,
            entry.range,
            "`\(entry.path)` is drawn, but does not exist",
            why: "`\(module.label)` has no such \(entry.isFolder ? "folder" : "file")",
            help: "add it, or take it out of the tree"
          )
        }
      }
    }
  }

  /// What lies in a missing folder is missing with it; the folder alone is reported.
  private static func isBelow(_ missing: Set<String>, _ path: String) -> Bool {
    var folder = Path.folder(path)
    while !folder.isEmpty, !missing.contains(folder) { folder = Path.folder(folder) }
    return !folder.isEmpty
  }
}
