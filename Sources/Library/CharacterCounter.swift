internal import Files

extension CharacterCount {
  /// Files that the count leaves out, by their path in the module (`product.md` section 7).
  package static let uncounted: Set<String> = ["CHANGELOG.md", "metadata.json"]

  /// Measures a module's files; `files` are paths in the module.
  ///
  /// - Parameter pages: its Markdown files, which have been measured already.
  init(files: [(path: String, source: SourceFile)], pages: [MarkdownFile]) {
    let measured = Dictionary(pages.map { ($0.path, $0.count) }, uniquingKeysWith: { first, _ in first })
    var counted = TextCount()
    var wholeFolderUTF16 = 0
    var notText: [String] = []
    for (path, source) in files {
      let count = measured[source.path] ?? TextCount(source)
      wholeFolderUTF16 += count.utf16
      if source.invalidUTF8Offset != nil { notText.append(path) }
      if !CharacterCount.uncounted.contains(path) { counted += count }
    }
    self.init(counted: counted, wholeFolderUTF16: wholeFolderUTF16, notText: notText)
  }
}
