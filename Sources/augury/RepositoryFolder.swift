import Files

/// Where a library lies in its repository: what machines that read reports take paths from.
enum RepositoryFolder {
  /// The path of a library's folder from the nearest folder upward with `.git`; where there is none from the current folder, and where
  /// that does not hold the library either it is the root itself, and the path empty.
  static func path(ofLibrary root: String) -> String {
    guard let library = FileSystem.realPath(root.isEmpty ? "." : root) else { return "" }
    var folder = library
    while !isRepository(folder) {
      if folder.isEmpty {
        guard let current = FileSystem.realPath("."), current == library || Path.isInside(library, current) else { return "" }
        return String(library.dropFirst(current.count + 1))
      }
      folder = Path.folder(folder)
    }
    return String(library.dropFirst(folder.count + 1))
  }

  /// In a work tree `.git` is a file.
  private static func isRepository(_ folder: String) -> Bool {
    (try? FileSystem.kind(of: folder + "/.git")) != nil
  }
}
