package import Diagnostics
internal import Files
package import Library

package enum DuplicateTreeEntry: Rule {
  package static let id = "duplicate-tree-entry"
  package static let group = RuleGroup.trees
  package static let severity = Severity.warning
  package static let summary = "A directory tree shows a file twice"
  package static let why = """
    No folder holds two files of one name: one of the lines has the wrong name, or is left over from an edit. Two drawings in one block \
    may show the same file.
    """
  package static let bad: Sample = """
    -- workflows/demo/README.md --
    # Demo

    ```
    workflows/demo/
    ├── module.json
    ├── examples/
    │   └── first.md
    └── rules/
        ├── guide.md   # the guide
        └── «guide.md»   # the steps
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
    ├── examples/
    │   └── first.md
    └── rules/
        └── guide.md   # the guide
    ```

    ## Character Count

    ~0 characters
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module in
      module.trees.flatMap { tree -> [Finding] in
        let repeated = Set(tree.entries.lazy.filter(\.isRepeat).map(\.path))
        guard !repeated.isEmpty else { return [] }
        return firstFindings(tree.entries.lazy.filter { $0.isRepeat && !repeated.contains(Path.folder($0.path)) }) { entry in
          finding(
            tree.path,
            entry.range,
            "`\(entry.path)` is drawn twice",
            why: "a folder holds a name once",
            help: "correct the name, or take one of the lines out"
          )
        }
      }
    }
  }
}
