extension SourceTree {
  /// What was found at a path. Paths are compared by their bytes.
  ///
  /// - Complexity: logarithmic in the number of entries.
  package func entry(_ path: String) -> Entry? {
    var range = 0..<entries.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if entries[middle].path.utf8.lexicographicallyPrecedes(path.utf8) {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    let index = range.lowerBound
    return index < entries.count && entries[index].path.utf8.elementsEqual(path.utf8) ? entries[index] : nil
  }

  /// Whether a file or folder is there; the root (the empty path) always is.
  package func contains(_ path: String) -> Bool {
    if path.isEmpty { return true }
    switch entry(path)?.kind {
    case .file, .folder, .tooLarge, .tooDeep: return true
    case .symbolicLink, .special, .unreadable, .badName, nil: return false
    }
  }
}
