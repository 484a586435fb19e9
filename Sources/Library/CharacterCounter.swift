internal import Files

extension CharacterCount {
  /// Files that the count leaves out, by their path in the module (`product.md` section 7).
  package static let uncounted: Set<String> = ["CHANGELOG.md", "metadata.json"]

  /// Measures a module's files; `files` are paths in the module.
  init(files: [(path: String, source: SourceFile)]) {
    var counted = TextCount()
    var wholeFolderUTF16 = 0
    var notText: [String] = []
    for (path, source) in files {
      let count = TextCount(source)
      wholeFolderUTF16 += count.utf16
      if source.invalidUTF8Offset != nil { notText.append(path) }
      if !CharacterCount.uncounted.contains(path) { counted += count }
    }
    self.init(counted: counted, wholeFolderUTF16: wholeFolderUTF16, notText: notText)
  }
}
