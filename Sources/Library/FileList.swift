package import Files
internal import JSON

/// A list of a module's files in `module.json` or `metadata.json`, each looked for on the disk.
///
/// Public modules write such lists in several shapes: `contents` or `files` as an object of lists by folder, as one list of paths, each
/// perhaps with a description behind a hyphen, and `augment.categories` with lists of its own. Whatever is no path is left alone.
package struct FileList: Sendable {
  /// The field with dots: `contents.rules`.
  package let field: String
  /// The whole list, in its file.
  package let span: SourceSpan
  package let entries: [Entry]

  /// One file that a module says it holds.
  package struct Entry: Sendable, Hashable {
    /// The path as it is written, without a description.
    package let written: String
    package let span: SourceSpan
    /// Where it is, in the library; nil when there is no such file.
    package let path: String?
  }

  /// The lists of a module.
  package static func lists(of module: Module, in tree: SourceTree) -> [FileList] {
    var reader = FileListReader(module: module, tree: tree)
    let root = module.manifest.root
    for (field, value) in [
      ("contents", root?["contents"]), ("files", root?["files"]), ("augment.categories", root?["augment"]?["categories"]),
    ] {
      if let value { reader.read(value, field: field, folder: "", of: module.manifest.source) }
    }
    if let metadata = module.metadata, let files = metadata.root?["files"] ?? metadata.root?["contents"] {
      reader.read(files, field: "files", folder: "", of: metadata.source)
    }
    return reader.lists
  }
}

private struct FileListReader {
  let module: Module
  let tree: SourceTree
  private(set) var lists: [FileList] = []
  /// The module's files by their names; made when a list needs it.
  private lazy var filesByName = Dictionary(grouping: module.files, by: Path.name)

  init(module: Module, tree: SourceTree) {
    self.module = module
    self.tree = tree
  }

  /// Levels of objects and lists inside one another that are looked at: a category in a list, with a list of its own.
  private static let mostLevels = 4

  /// - Parameter folder: the key that the list stands under, which may be the folder of its files.
  mutating func read(_ value: JSONValue, field: String, folder: String, of source: SourceFile, level: Int = 0) {
    guard level < FileListReader.mostLevels else { return }
    if let members = value.object {
      for member in members where !member.key.lowercased().hasPrefix("optional") {
        read(member.value, field: "\(field).\(member.key)", folder: member.key, of: source, level: level + 1)
      }
    } else if let elements = value.array {
      var entries: [FileList.Entry] = []
      for element in elements {
        if let text = element.string {
          if let entry = entry(text, folder: folder, span: source.span(element.span)) { entries.append(entry) }
        } else {
          read(element, field: field, folder: "", of: source, level: level + 1)
        }
      }
      if !entries.isEmpty { lists.append(FileList(field: field, span: source.span(value.span), entries: entries)) }
    } else if let text = value.string, ["file", "path"].contains(folder) || text.hasPrefix("rules/") || text.hasPrefix("examples/"),
      let entry = entry(text, folder: "", span: source.span(value.span))
    {
      lists.append(FileList(field: field, span: entry.span, entries: [entry]))
    }
  }

  /// The file that a text names; nil when it names none.
  private mutating func entry(_ text: String, folder: String, span: SourceSpan) -> FileList.Entry? {
    guard let written = path(in: text, isKnownFolder: isFolder(folder)) else { return nil }
    return FileList.Entry(written: written, span: span, path: find(written, in: folder))
  }

  /// The path at the start of a text; a description may follow it behind a hyphen, a colon or a bracket.
  private func path(in text: String, isKnownFolder: Bool) -> String? {
    guard text.utf8.count <= SourceTree.longestPath else { return nil }
    let text = text.trimmed
    let word = text.prefix { !$0.isWhitespace }
    let rest = text[word.endIndex...].trimmed
    guard rest.isEmpty || "-–—:(".contains(rest.first ?? " "), !rest.lowercased().contains("optional") else { return nil }
    let path = word.hasSuffix(":") ? word.dropLast() : word
    guard FileListReader.isPath(path), !Path.isHidden(String(path)) else { return nil }
    return isKnownFolder || path.contains("/") || path.hasSuffix(".md") ? String(path.hasSuffix("/") ? path.dropLast() : path) : nil
  }

  /// Whether a word can be nothing but the path of a file or a folder: `Node.js` can, and so needs a reason to be taken for one.
  private static func isPath(_ word: Substring) -> Bool {
    guard !word.contains(where: { "*?<>{}[]$|\\\"'`~".contains($0) }), !word.contains("://"), !word.hasPrefix("/") else { return false }
    let name = Path.name(String(word))
    if name.isEmpty { return word.count > 1 }
    let ending = Path.fileExtension(name)
    return (1...10).contains(ending.utf8.count) && ending.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
      && !ending.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private func isFolder(_ name: String) -> Bool {
    !name.isEmpty && tree.isFolder(module.path(name))
  }

  /// Looked for in the module, in the folder that the list is about, from the library's root, and last anywhere in the module.
  private mutating func find(_ written: String, in folder: String) -> String? {
    var candidates = [Path.resolve(written, from: module.id), Path.resolve(written, from: module.path(folder))]
    if Path.isInside(written, module.id) { candidates.append(written) }
    for case let path? in candidates where !path.isEmpty && tree.contains(path) { return path }
    return filesByName[Path.name(written)]?.first { $0.hasSuffix("/" + written) }.map(module.path)
  }
}
