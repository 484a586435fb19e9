internal import Files

extension SourceTree {
  /// The file that was read at a path.
  ///
  /// - Complexity: logarithmic in the number of files.
  func file(_ path: String) -> SourceFile? {
    var range = 0..<files.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if files[middle].path.utf8.lexicographicallyPrecedes(path.utf8) {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    let index = range.lowerBound
    return index < files.count && files[index].path.utf8.elementsEqual(path.utf8) ? files[index] : nil
  }
}
