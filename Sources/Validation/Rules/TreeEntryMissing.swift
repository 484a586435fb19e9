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
    a tree of somebody's project stays silent, and so do patterns (`*.md`) and `...`. What is marked as optional or planned is a note.
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
        let missing = Set(tree.entries.lazy.filter { !$0.exists }.map(\.path))
        // The history of a module draws what was.
        guard !missing.isEmpty, let page = module.pages.first(where: { $0.path == tree.path }), page.role != .changelog else { return [] }
        let paths = PathsByCase(module)
        let drawn = Set(tree.entries.map(\.path))
        return firstFindings(tree.entries.lazy.filter { !$0.exists && !isBelow(missing, $0.path) }) { entry in
          finding(about: entry, actual: paths.path(for: entry.path).flatMap { drawn.contains($0) ? nil : $0 }, in: page, of: module)
        }
      }
    }
  }

  private static func finding(about entry: DirectoryTree.Entry, actual: String?, in page: MarkdownFile, of module: Module) -> Finding {
    let name = actual.map(Path.name)
    let isFix = name?.utf8.count == entry.name.utf8.count && actual.map(Path.folder) == Path.folder(entry.path)
    return finding(
      page.path,
      entry.range,
      "`\(entry.path)` is drawn, but does not exist" + (actual.map { "; did you mean `\($0)`?" } ?? ""),
      why: "`\(module.label)` has no such \(entry.isFolder ? "folder" : "file")",
      help: "add it, or take it out of the tree",
      fix: isFix ? name.map { Fix(title: "write `\($0)`", span: page.source.span(entry.range), replacement: $0) } : nil,
      severity: isPromised(entry, in: page) ? .note : nil
    )
  }

  /// Whether the remark behind an entry says that it need not be there.
  private static func isPromised(_ entry: DirectoryTree.Entry, in page: MarkdownFile) -> Bool {
    let end = page.source.lineRange(at: entry.range.lowerBound).upperBound
    let remark = page.source.text(entry.range.upperBound..<max(entry.range.upperBound, end)).lowercased()
    return ["optional", "planned", "future", "coming soon", "not yet", "generated", "if available", "todo"].contains { remark.contains($0) }
  }

  /// What lies in a missing folder is missing with it; the folder alone is reported.
  private static func isBelow(_ missing: Set<String>, _ path: String) -> Bool {
    var folder = Path.folder(path)
    while !folder.isEmpty, !missing.contains(folder) { folder = Path.folder(folder) }
    return !folder.isEmpty
  }

  /// The files and folders of a module by their paths in lower case.
  private struct PathsByCase {
    private let actual: [String: String]

    init(_ module: Module) {
      let folders = Set(module.files.map(Path.folder)).subtracting([""])
      actual = Dictionary((module.files + folders.sorted()).map { ($0.lowercased(), $0) }, uniquingKeysWith: { _, _ in "" })
    }

    func path(for path: String) -> String? {
      actual[path.lowercased()].flatMap { $0.isEmpty ? nil : $0 }
    }
  }
}
