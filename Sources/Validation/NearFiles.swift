internal import Diagnostics
internal import Files
internal import Library

/// The files of a library by their folders, for whoever looks for one that is not there. Made when it is first asked: most libraries
/// have no use for it.
struct NearFiles {
  private let tree: SourceTree
  private lazy var names = Dictionary(grouping: tree.files.map(\.path), by: Path.folder).mapValues { $0.map(Path.name) }

  init(_ library: Library) {
    tree = library.tree
  }

  /// `; did you mean `x`?` for the nearest name in the folder of a path.
  mutating func suggestion(for path: String) -> String {
    Spelling.suggestion(for: Path.name(path), among: names[Path.folder(path)] ?? [])
  }
}
