extension SourceTree {
  /// A number for what a folder holds, told without reading a file: the names, kinds, sizes, and times of change. Two different numbers
  /// mean that something has changed; one and the same that nothing has, but for a file of one size that was written twice in one tick
  /// of the system's clock.
  ///
  /// - Complexity: a look at each entry.
  package static func mark(root: String) -> UInt64 {
    var hash = QuickHash()
    for entry in (try? walk(root, revealing: [])) ?? [] {
      hash.mix(Array(entry.path.utf8))
      hash.mix(FileSystem.mark(of: Path.join(root, entry.path)))
    }
    return hash.state
  }
}
