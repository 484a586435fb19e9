package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum UndeclaredFile: Rule {
  package static let id = "undeclared-file"
  package static let group = RuleGroup.trees
  package static let severity = Severity.warning
  package static let summary = "A file of the module is missing from its directory tree"
  package static let why = """
    The README's tree is what readers take for the whole module: a file that it leaves out is not found. Only a folder that the \
    tree draws with entries is judged; `...` stands for more, and housekeeping files (`CHANGELOG.md`, `metadata.json`, `LICENSE`) \
    may be left out.
    """
  package static let bad: Sample = """
    -- workflows/demo/README.md --
    # Demo

    ```
    «workflows/demo/
    ├── module.json
    ├── README.md
    └── rules/
        └── guide.md
    »```

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

  private static let housekeeping: Set<String> = ["CHANGELOG.md", "metadata.json", "LICENSE", "LICENSE.md"]

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module -> [Finding] in
      guard let readme = module.readme else { return [] }
      let trees = module.trees.lazy.filter { $0.isOwn && $0.path == readme.path }
      return firstFindings(trees.flatMap { tree in undrawn(in: tree, of: module).lazy.map { (tree: tree, file: $0) } }) { tree, file in
        finding(
          tree.path,
          literalSpan(of: tree, in: readme),
          "`\(file)` is not in the directory tree",
          why: "readers take the tree for the whole module",
          help: "add it to the tree, or draw `...` in its folder"
        )
      }
    }
  }

  /// The files that lie in a folder which the tree draws, and are not drawn.
  private static func undrawn(in tree: DirectoryTree, of module: Module) -> [String] {
    let drawn = Set(tree.entries.map(\.path))
    let complete = Set(tree.entries.map { Path.folder($0.path) })
      .subtracting(tree.entries.filter(\.isElision).map { Path.folder($0.path) })
    return module.files.filter { file in
      complete.contains(Path.folder(file)) && !drawn.contains(file) && !housekeeping.contains(file)
    }
  }

  /// The lines between the fences.
  private static func literalSpan(of tree: DirectoryTree, in page: MarkdownFile) -> Range<Int> {
    let span = page.document.nodes[tree.node].span
    let bytes = page.source.bytes
    let start = bytes[span].firstIndex(of: 0x0A).map { $0 + 1 } ?? span.lowerBound
    let end = bytes[..<max(start, span.upperBound - 1)].lastIndex(of: 0x0A).map { $0 + 1 } ?? span.upperBound
    return start..<max(start, end)
  }
}
