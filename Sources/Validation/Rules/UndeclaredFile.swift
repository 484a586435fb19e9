package import Diagnostics
package import Library

package enum UndeclaredFile: Rule {
  package static let id = "undeclared-file"
  package static let group = RuleGroup.trees
  package static let severity = Severity.warning
  package static let summary = "A file of the module is missing from its directory tree"
  package static let why = """
    The README's tree is what readers take for the whole module: a file that it leaves out is not found. Only a folder that the \
    tree draws with entries is judged; `...` stands for more, and housekeeping files (`CHANGELOG.md`, `metadata.json`, `LICENSE`) \
    may be left out, as may all files where only folders are drawn.
    """
  package static let bad: Sample = """
    -- workflows/demo/README.md --
    # Demo

    ```
    workflows/demo/
    ├── module.json
    ├── README.md
    ├── examples/
    │   └── first.md
    └── «rules»/
        └── guide.md
    ```

    ## Character Count

    ~0 characters
    -- workflows/demo/rules/other.md --
    # Other

    - A list.
    """
  package static let good: Sample = """
    -- workflows/demo/README.md --
    # Demo

    ```
    workflows/demo/
    ├── module.json
    ├── README.md
    ├── examples/
    │   └── first.md
    └── rules/
        ├── guide.md
        └── ...
    ```

    ## Character Count

    ~0 characters
    -- workflows/demo/rules/other.md --
    # Other

    - A list.
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module -> [Finding] in
      guard let readme = module.readme else { return [] }
      let trees = module.trees.filter { $0.isOwn && $0.path == readme.path }
      guard !trees.isEmpty else { return [] }
      return firstFindings(DrawnFolders(trees, of: module).undrawn) { path, place in
        finding(
          readme.path,
          place,
          "`\(path)` is not in the directory tree",
          why: "readers take the tree for the whole module",
          help: "add it to the tree, or draw `...` in its folder"
        )
      }
    }
  }
}
