internal import Files
internal import Markdown

/// Reads directory trees from fenced blocks: one or more roots in a block, with or without leading folders, and tells which of them
/// draw the module.
struct DirectoryTreeReader {
  /// The module whose files a tree may draw.
  let moduleID: String
  /// What the library's folder holds: also folders without files, links that are not followed, modules inside this one.
  let disk: SourceTree

  /// A line with the path that it and the lines above it spell.
  private typealias Drawn = (line: TreeLine, path: String)

  /// What a drawing is held against.
  private struct Base {
    /// The path of the drawing that stands for the folder.
    let drawn: String
    /// The folder of the module; empty for the module itself.
    let folder: String
    /// Whether the drawing itself says so; else only its entries can.
    let isCertain: Bool
  }

  /// The tree drawn in a code block, or nil when the block is something else.
  func tree(node: Int, literal: Text, in file: MarkdownFile) -> DirectoryTree? {
    let lines = TreeLine.lines(of: file.document.bytes(literal))
    guard !lines.isEmpty else { return nil }
    let places = CodeBlockPlaces(node: node, in: file)
    var entries: [DirectoryTree.Entry] = []
    var roots: [DirectoryTree.Root] = []
    for drawing in drawings(of: lines) {
      guard let base = base(of: drawing) else { continue }
      if let root = drawing.first(where: { $0.path == base.drawn && !base.drawn.isEmpty })?.line {
        let range = places.range(line: root.number, columns: root.columns, length: root.length)
        roots.append(DirectoryTree.Root(folder: base.folder, range: range))
      }
      entries += self.entries(of: drawing, below: base, places)
    }
    return DirectoryTree(path: file.path, node: node, entries: entries, roots: roots)
  }

  /// The lines below each root; what stands before the first root is a drawing without one.
  private func drawings(of lines: [TreeLine]) -> [[Drawn]] {
    var drawings: [[Drawn]] = []
    for line in lines {
      if drawings.isEmpty || !line.isBranch { drawings.append([]) }
      drawings[drawings.count - 1].append((line, ""))
    }
    return drawings.filter { $0.contains { $0.line.isBranch } }.map(withPaths)
  }

  /// Each line with its path; those with an endless one are left out.
  private func withPaths(_ drawing: [Drawn]) -> [Drawn] {
    var open: [(column: Int, path: String)] = []
    return drawing.compactMap { line, _ in
      while let last = open.last, last.column >= line.column { open.removeLast() }
      let path = Path.join(open.last?.path ?? "", line.name)
      // No library holds such a path, and each line adds its own to that of the lines above.
      guard path.utf8.count <= SourceTree.longestPath else { return nil }
      open.append((line.column, path))
      return (line, path)
    }
  }

  private func entries(of drawing: [Drawn], below base: Base, _ places: CodeBlockPlaces) -> [DirectoryTree.Entry] {
    var seen: Set<String> = []
    return below(base, of: drawing).map { line, path in
      DirectoryTree.Entry(
        name: line.name,
        path: path,
        isFolder: line.isFolder,
        isElision: line.isElision,
        isRepeat: !line.isElision && !seen.insert(path).inserted,
        range: places.range(line: line.number, columns: line.columns, length: line.length),
        literalRange: (line.start + line.columns.lowerBound)..<(line.start + line.columns.upperBound),
        exists: line.isElision || exists(path)
      )
    }
  }

  /// The lines below a base, with paths in the module.
  private func below(_ base: Base, of drawing: [Drawn]) -> [Drawn] {
    guard !base.drawn.isEmpty else { return drawing }
    let prefix = base.drawn + "/"
    return drawing.compactMap { line, path in
      guard path.hasPrefix(prefix), let rest = String(path.utf8.dropFirst(prefix.utf8.count)) else { return nil }
      return (line, Path.join(base.folder, rest))
    }
  }
}

// Which folder a drawing shows.
extension DirectoryTreeReader {
  /// The folder of the module that a drawing shows; nil when it shows something else.
  private func base(of drawing: [Drawn]) -> Base? {
    let root = drawing.first { !$0.line.isBranch }?.path ?? ""
    guard root == "." || root == "C:." || !Path.isHidden(root) else { return nil }
    if let base = wholeLibrary(drawing) { return base }
    guard !root.isEmpty, root != ".", root != "C:." else {
      let base = Base(drawn: root, folder: "", isCertain: false)
      return isMostlyTrue(drawing, base) ? base : nil
    }
    guard let base = base(ofRoot: root) else { return nil }
    let isOwn = base.isCertain || isMostlyTrue(drawing, base) || drawing.contains { $0.path == root + "/" + Loader.manifestName }
    return isOwn ? base : nil
  }

  /// The line of a drawing of more than the module that stands for it: its path ends in the whole id.
  private func wholeLibrary(_ drawing: [Drawn]) -> Base? {
    guard moduleID.contains("/") else { return nil }
    let id = Array(moduleID.utf8)
    let line = drawing.first { _, path in
      let path = path.utf8
      guard path.count >= id.count, path.suffix(id.count).elementsEqual(id) else { return false }
      return path.count == id.count || path.dropLast(id.count).last == UInt8(ascii: "/")
    }
    guard let line, !Path.isHidden(line.path) else { return nil }
    return Base(drawn: line.path, folder: "", isCertain: true)
  }

  /// A root that names the module by one or more parts of its id, and perhaps a folder in it (`database/rules`), or just a folder.
  private func base(ofRoot root: String) -> Base? {
    let parts = root.split(separator: "/")
    let id = moduleID.split(separator: "/")
    for cut in (1...max(parts.count, 1)).reversed() where cut <= parts.count {
      let shared = zip(parts[..<cut].reversed(), id.reversed()).prefix { $0 == $1 }.count
      let folder = parts[cut...].joined(separator: "/")
      guard shared > 0, folder.isEmpty || isFolder(folder) else { continue }
      return Base(drawn: root, folder: folder, isCertain: shared > 1)
    }
    return isFolder(root) ? Base(drawn: root, folder: root, isCertain: false) : nil
  }

  /// Whether more than half of what a drawing shows is in the module. Every project has a README, so that tells nothing.
  private func isMostlyTrue(_ drawing: [Drawn], _ base: Base) -> Bool {
    let telling = below(base, of: drawing).filter { !$0.line.isElision && $0.path != "README.md" }
    return telling.count { exists($0.path) } * 2 > telling.count
  }

  /// Whether a path of the module is there. Hidden names are never looked at, so they get the benefit of the doubt.
  private func exists(_ path: String) -> Bool {
    Path.isHidden(path) || disk.entry(Path.join(moduleID, path)) != nil
  }

  private func isFolder(_ path: String) -> Bool {
    disk.isFolder(Path.join(moduleID, path))
  }
}
