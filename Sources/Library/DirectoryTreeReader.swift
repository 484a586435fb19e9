internal import Files
internal import Markdown

/// Reads directory trees from fenced blocks: lines with box characters (or their ASCII stand-ins), comments after `#`, one or
/// more roots, roots with or without leading folders.
struct DirectoryTreeReader {
  /// The module whose files a tree may draw.
  let moduleID: String
  /// What the library's folder holds: also folders without files, links that are not followed, modules inside this one.
  let disk: SourceTree

  /// The tree drawn in a code block, or nil when the block is something else.
  func tree(node: Int, literal: Text, in file: MarkdownFile) -> DirectoryTree? {
    let bytes = file.document.bytes(literal)
    guard DirectoryTreeReader.mayDraw(bytes) else { return nil }
    let lines = DirectoryTreeReader.lines(of: Array(bytes))
    guard lines.contains(where: \.isBranch) else { return nil }
    let drawn = withPaths(lines)
    let own = ownEntries(drawn)
    let offsets = SourceLines(file: file, node: node)
    let entries = (own ?? []).map { entry in
      DirectoryTree.Entry(
        name: entry.line.name,
        path: entry.path,
        isFolder: entry.line.isFolder,
        isElision: entry.line.isElision,
        range: offsets.range(of: entry.line.name, inLine: entry.line.number),
        literalRange: entry.line.range,
        exists: entry.line.isElision || exists(entry.path)
      )
    }
    return DirectoryTree(path: file.path, node: node, entries: entries, isOwn: own != nil)
  }

  private typealias Drawn = (line: Line, path: String)

  /// Each line with the path that it and the lines above it spell; those with an endless one are left out.
  private func withPaths(_ lines: [Line]) -> [Drawn] {
    var open: [(column: Int, path: String)] = []
    return lines.compactMap { line in
      while let last = open.last, last.column >= line.column { open.removeLast() }
      let path = Path.join(open.last?.path ?? "", line.name)
      // No library holds such a path, and each line adds its own to that of the lines above.
      guard path.utf8.count <= SourceTree.longestPath else { return nil }
      open.append((line.column, path))
      return (line, path)
    }
  }

  /// The lines below the one that stands for the module, with paths in the module; nil when the tree draws something else.
  private func ownEntries(_ drawn: [Drawn]) -> [Drawn]? {
    if let base = drawn.first(where: { !moduleID.isEmpty && ($0.path == moduleID || $0.path.hasSuffix("/" + moduleID)) }) {
      return below(base.path, of: drawn)
    }
    let root = drawn.first { $0.line.column < 0 }
    if let root, root.path != ".", !("/" + moduleID).hasSuffix("/" + root.path) { return nil }
    let entries = below(root?.path ?? "", of: drawn)
    // Every project has a README, so it tells nothing.
    let telling = entries.filter { !$0.line.isElision && $0.path != "README.md" }
    return telling.count { exists($0.path) } * 2 > telling.count ? entries : nil
  }

  /// Whether a path of the module is there. Hidden names are never looked at, so they get the benefit of the doubt.
  private func exists(_ path: String) -> Bool {
    Path.isHidden(path) || disk.entry(Path.join(moduleID, path)) != nil
  }

  private func below(_ base: String, of drawn: [Drawn]) -> [Drawn] {
    drawn.compactMap { line, path in
      guard path != base, Path.isInside(path, base) else { return nil }
      return (line, base.isEmpty ? path : String(path.dropFirst(base.count + 1)))
    }
  }
}

extension DirectoryTreeReader {
  /// One line of a drawing.
  private struct Line {
    let name: String
    let isFolder: Bool
    let isElision: Bool
    /// The column of the branch in scalars; -1 for a root.
    let column: Int
    /// Counted from 0 in the block's literal text.
    let number: Int
    /// Bytes of the name in the block's literal text.
    let range: Range<Int>

    var isBranch: Bool { column >= 0 }
  }

  private static let branches = ["├── ", "└── ", "├─ ", "└─ ", "|-- ", "`-- ", "+-- ", "\\-- "].map { Array($0.utf8) }

  /// Whether bytes hold what a branch ends in: most code blocks are told apart by that.
  private static func mayDraw(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.range(ofBytes: "─ ".utf8) != nil { return true }
    var rest = bytes
    while let dashes = rest.range(ofBytes: "-- ".utf8) {
      if dashes.lowerBound > bytes.startIndex, "|`+\\".utf8.contains(bytes[dashes.lowerBound - 1]) { return true }
      rest = rest[dashes.upperBound...]
    }
    return false
  }

  private static func lines(of literal: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    for (number, bytes) in literal.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if let line = line(Array(bytes), number: number, offset: start) { lines.append(line) }
      start += bytes.count + 1
    }
    return lines
  }

  private static func line(_ bytes: [UInt8], number: Int, offset: Int) -> Line? {
    // A path, the branches before it and a comment behind it.
    guard bytes.count <= 4 * SourceTree.longestPath else { return nil }
    let branch = branches.lazy.compactMap { mark in
      bytes.range(ofBytes: mark).map { (start: $0.lowerBound, end: $0.upperBound) }
    }.min { $0.start < $1.start }
    let behind = branch?.end ?? (bytes.first.map { $0 > 0x20 } == true ? 0 : bytes.count)
    let nameStart = bytes[behind...].firstIndex { $0 != 0x20 } ?? bytes.count
    let name = name(bytes[nameStart...])
    guard !name.isEmpty, branch != nil || !name.hasPrefix("│") && !name.hasPrefix("|") else { return nil }
    let isElision = name == "..." || name == "…"
    let bare = name.hasSuffix("/") ? String(name.dropLast()) : name
    guard !bare.isEmpty else { return nil }
    return Line(
      name: bare,
      isFolder: bare != name,
      isElision: isElision,
      column: branch.map { branch in bytes[..<branch.start].count { $0 & 0xC0 != 0x80 } } ?? -1,
      number: number,
      range: (offset + nameStart)..<(offset + nameStart + bare.utf8.count)
    )
  }

  /// The name at the start of a text: up to a comment (`#`, `<-`, `←`, or two blanks).
  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    let end = nameEnds.compactMap { bytes.range(ofBytes: $0)?.lowerBound }.min() ?? bytes.endIndex
    return String(decoding: bytes[..<end], as: UTF8.self).trimmed
  }

  private static let nameEnds = ["  ", "\t", " #", " ->", " <-", " ←", " //", " - ", " ("].map { Array($0.utf8) }
}

/// Where the lines of a code block stand in the source.
private struct SourceLines {
  private let source: SourceFile
  private let starts: [Int]
  private let span: Range<Int>

  /// - Complexity: linear in the block.
  init(file: MarkdownFile, node: Int) {
    source = file.source
    span = file.document.nodes[node].span
    var starts: [Int] = []
    for index in span where source.bytes[index] == 0x0A { starts.append(index + 1) }
    self.starts = starts
  }

  /// The bytes of a text in a line of the block (counted from 0, behind the opening fence); the block when it is not found.
  func range(of text: String, inLine line: Int) -> Range<Int> {
    guard starts.indices.contains(line) else { return span }
    let lineRange = source.lineRange(at: starts[line])
    return source.bytes[lineRange].range(ofBytes: text.utf8) ?? lineRange
  }
}
