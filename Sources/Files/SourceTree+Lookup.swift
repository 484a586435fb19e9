extension SourceTree {
  /// What was found at a path. Paths are compared by their bytes.
  ///
  /// - Complexity: logarithmic in the number of entries.
  package func entry(_ path: String) -> Entry? {
    SourceTree.element(at: path, of: entries, \.path)
  }

  /// The file at a path, if it was read. Paths are compared by their bytes.
  ///
  /// - Complexity: logarithmic in the number of files.
  package func file(_ path: String) -> SourceFile? {
    SourceTree.element(at: path, of: files, \.path)
  }

  /// Whether a file or folder is there; the root (the empty path) always is.
  package func contains(_ path: String) -> Bool {
    if path.isEmpty { return true }
    switch entry(path)?.kind {
    case .file, .folder, .tooLarge, .tooDeep: return true
    case .symbolicLink, .special, .unreadable, .badName, nil: return false
    }
  }

  /// Whether a path is a folder.
  package func isFolder(_ path: String) -> Bool { entry(path)?.kind == .folder }

  /// The element of a sorted array that has a path.
  private static func element<Element>(at path: String, of elements: [Element], _ pathOf: (Element) -> String) -> Element? {
    var range = 0..<elements.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if Path.precedes(pathOf(elements[middle]), path) {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    let index = range.lowerBound
    return index < elements.count && pathOf(elements[index]).utf8.elementsEqual(path.utf8) ? elements[index] : nil
  }
}
