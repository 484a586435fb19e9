internal import Files
internal import Library

/// What the directory trees of a module's README draw, folder by folder, put together over all trees: what one leaves out another
/// may show.
struct DrawnFolders {
  /// A folder of which a tree draws what is in it.
  private struct Folder {
    /// The bytes of the folder's name in the tree.
    let place: Range<Int>
    /// Whether the tree starts at the folder, and may be meant as a part of it.
    let isRoot: Bool
    var hasFiles = false
    var isElided = false
    var count = 0
  }

  private var folders: [String: Folder] = [:]
  private var drawn: Set<String> = []
  private let files: [String]
  /// How many files each folder has; counted only where a drawing starts at a folder.
  private var sizes: [String: Int] = [:]

  /// Files that every repository has and no reader looks for.
  private static let housekeeping: Set<String> = [
    "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md", "metadata.json", "LICENSE", "LICENSE.md",
    "LICENSE.txt", "NOTICE", "AUTHORS",
  ]

  init(_ trees: [DirectoryTree], of module: Module) {
    files = module.files
    let known = Set(files)
    for tree in trees {
      let places = Dictionary(tree.entries.lazy.map { ($0.path, $0.range) }, uniquingKeysWith: { first, _ in first })
      let roots = Dictionary(tree.roots.lazy.map { ($0.folder, $0.range) }, uniquingKeysWith: { first, _ in first })
      for entry in tree.entries {
        let folder = Path.folder(entry.path)
        let place = places[folder] ?? roots[folder] ?? entry.range
        let isRoot = places[folder] == nil && !folder.isEmpty
        folders[folder, default: Folder(place: place, isRoot: isRoot)].count += 1
        drawn.insert(entry.path)
        if entry.isElision { folders[folder]?.isElided = true }
        if known.contains(entry.path) { folders[folder]?.hasFiles = true }
      }
    }
    guard folders.values.contains(where: \.isRoot) else { return }
    for file in files { sizes[Path.folder(file), default: 0] += 1 }
  }

  /// What is in a drawn folder and is not drawn: a file, or a folder with all that is in it; with the place of the drawn folder.
  ///
  /// Where only folders are drawn, files are left out on purpose.
  var undrawn: [(path: String, place: Range<Int>)] {
    var reported: Set<String> = []
    return files.compactMap { file in
      guard !drawn.contains(file), let (path, folder) = undrawnPart(of: file), reported.insert(path).inserted else { return nil }
      guard !folder.isElided, path != file || folder.hasFiles && !Self.housekeeping.contains(file) else { return nil }
      return folder.isRoot && isPart(folder, Path.folder(path)) ? nil : (path, folder.place)
    }
  }

  /// The file, or the outermost folder around it that is not drawn, and the drawn folder in which that lies.
  private func undrawnPart(of file: String) -> (path: String, folder: Folder)? {
    var path = file
    while true {
      let parent = Path.folder(path)
      if let folder = folders[parent] { return drawn.contains(path) ? nil : (path, folder) }
      if parent.isEmpty || drawn.contains(parent) { return nil }
      path = parent
    }
  }

  /// Whether a drawing that starts at a folder shows less than half of what is in it.
  private func isPart(_ folder: Folder, _ path: String) -> Bool {
    folder.count * 2 < sizes[path] ?? 0
  }
}
