import Diagnostics
import Files
import Library

/// A part of a library that a command is limited to.
struct Scope {
  /// A path in the library; empty for all of it.
  let path: String

  /// - Parameter argument: a path from the current folder, or one in the library: `workflows/database`.
  /// - Throws: `UsageFault` when neither exists.
  init(argument: String, in loaded: LibraryOptions.Loaded) throws {
    let library = loaded.library
    let inside = Scope.fromCurrentFolder(argument, root: loaded.root) ?? Path.resolve(argument, from: "")
    guard let inside, library.tree.contains(inside) else {
      let near = Spelling.suggestion(for: argument, among: library.modules.map(\.id))
      throw UsageFault(message: "`\(argument)` is nothing in the library" + near)
    }
    path = inside
  }

  func contains(_ file: String) -> Bool {
    file == path || Path.isInside(file, path)
  }

  /// The path in the library of something that exists in the current folder; empty for a folder that the library lies in; nil
  /// for anything else.
  private static func fromCurrentFolder(_ argument: String, root: String) -> String? {
    guard let target = FileSystem.realPath(argument), let root = FileSystem.realPath(root.isEmpty ? "." : root) else { return nil }
    if target == root || Path.isInside(root, target == "/" ? "" : target) { return "" }
    return Path.isInside(target, root) ? String(target.dropFirst(root.count + 1)) : nil
  }
}
