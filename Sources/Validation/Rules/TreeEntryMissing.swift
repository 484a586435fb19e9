package import Diagnostics
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
      module.trees.flatMap { tree in
        tree.entries.filter { !$0.exists && !isBelowMissing($0, in: tree) }.map { entry in
          finding(
            tree.path,
            entry.range,
            "`\(entry.path)` is drawn, but does not exist",
            why: "`\(module.id)` has no such \(entry.isFolder ? "folder" : "file")",
            help: "add it, or take it out of the tree"
          )
        }
      }
    }
  }

  /// What lies in a missing folder is missing with it; the folder alone is reported.
  private static func isBelowMissing(_ entry: DirectoryTree.Entry, in tree: DirectoryTree) -> Bool {
    tree.entries.contains { !$0.exists && entry.path.hasPrefix($0.path + "/") }
  }
}
