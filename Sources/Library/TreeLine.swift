internal import Files

/// One line of a drawn directory tree: the branch before a name, the name, and what is said of it behind.
struct TreeLine {
  let name: String
  let isFolder: Bool
  /// Whether it stands for more than one name, or for a name that nobody knows yet.
  let isElision: Bool
  /// The column of the branch in scalars; -1 for a root.
  let column: Int
  /// Counted from 0 in the block's literal text.
  let number: Int
  /// Bytes of the name in its line.
  let columns: Range<Int>
  /// Where the line starts in the block's literal text, and how many bytes it has without its end.
  let start: Int
  let length: Int

  var isBranch: Bool { column >= 0 }

  private static let branches = ["├── ", "└── ", "├─ ", "└─ ", "|-- ", "`-- ", "+-- ", "\\-- "].map { Array($0.utf8) }

  /// Whether a text holds what every branch ends in: most code blocks are told apart by that.
  private static func mayDraw(_ text: ArraySlice<UInt8>) -> Bool {
    if text.range(ofBytes: "─ ".utf8) != nil { return true }
    var rest = text
    while let dashes = rest.range(ofBytes: "-- ".utf8) {
      if dashes.lowerBound > text.startIndex, "|`+\\".utf8.contains(text[dashes.lowerBound - 1]) { return true }
      rest = rest[dashes.upperBound...]
    }
    return false
  }

  /// The lines of a code block that draw something; none when the block is no tree.
  static func lines(of literal: ArraySlice<UInt8>) -> [TreeLine] {
    guard mayDraw(literal) else { return [] }
    var lines: [TreeLine] = []
    for (number, text) in literal.lines.enumerated() {
      let start = text.startIndex - literal.startIndex
      if let line = TreeLine(Array(text), number: number, start: start, mayBeIndented: lines.isEmpty) { lines.append(line) }
    }
    return lines.contains(where: \.isBranch) ? lines : []
  }

  /// - Parameter mayBeIndented: whether a line without a branch that starts with a blank is a root; else it goes on with a remark.
  private init?(_ bytes: [UInt8], number: Int, start: Int, mayBeIndented: Bool) {
    // A path, the branches before it and a remark behind it.
    guard bytes.count <= 4 * SourceTree.longestPath else { return nil }
    let mayBranch = bytes.range(ofBytes: "─ ".utf8) != nil || bytes.range(ofBytes: "-- ".utf8) != nil
    let branch = !mayBranch ? nil : TreeLine.branches.lazy.compactMap { bytes.range(ofBytes: $0) }.min { $0.lowerBound < $1.lowerBound }
    guard branch != nil || mayBeIndented || bytes.first.map({ $0 > 0x20 }) == true else { return nil }
    let behind = branch?.upperBound ?? 0
    guard let nameStart = bytes[behind...].firstIndex(where: { $0 != 0x20 }) else { return nil }
    let text = TreeLine.withoutSign(bytes[nameStart...])
    let name = TreeLine.name(text)
    guard branch != nil || !name.starts(with: "│".utf8) && name.first != UInt8(ascii: "|") else { return nil }
    let bare = name.last == UInt8(ascii: "/") || name.last == UInt8(ascii: "\\") ? name.dropLast() : name
    guard !bare.isEmpty else { return nil }
    self.name = String(decoding: bare, as: UTF8.self)
    isFolder = bare.count < name.count
    isElision = TreeLine.isElision(name)
    column = branch.map { branch in bytes[..<branch.lowerBound].count { $0 & 0xC0 != 0x80 } } ?? -1
    columns = bare.indices
    self.number = number
    self.start = start
    length = bytes.count
  }

  /// Without a picture and a blank before the name (`📁 rules`), and without `./`.
  private static func withoutSign(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = bytes
    if isSign(text), let blank = text.firstIndex(of: 0x20) { text = text[blank...].drop { $0 == 0x20 } }
    return text.starts(with: "./".utf8) && text.count > 2 ? text.dropFirst(2) : text
  }

  /// Whether a text starts with a sign: beyond ASCII, and no letter.
  private static func isSign(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first >= 0x80, !bytes.starts(with: "…".utf8) else { return false }
    let scalar = String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first
    return scalar?.properties.isAlphabetic == false
  }

  /// The name at the start of a text: up to a remark, which starts with `#`, an arrow, a dash, a bracket, a sign or two blanks, or
  /// with any word behind a name that has its extension or its slash.
  private static func name(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var wordEnd: Int?
    var index = bytes.startIndex
    while index < bytes.endIndex, !startsRemark(bytes[index...]) {
      if bytes[index] == 0x20, wordEnd == nil, isWhole(bytes[..<index]) { wordEnd = index }
      index += 1
    }
    var name = bytes[..<index]
    if let wordEnd, !isWhole(name) { name = bytes[..<wordEnd] }
    while name.last == 0x20 { name.removeLast() }
    return name
  }

  private static func startsRemark(_ bytes: ArraySlice<UInt8>) -> Bool {
    let next = bytes.dropFirst().first ?? 0
    switch bytes.first {
    case 0x09: return true
    case UInt8(ascii: ":"): return next == 0x20
    case 0x20:
      if " #([|".utf8.contains(next) { return true }
      let behind = bytes.dropFirst(2).first ?? 0
      switch next {
      case UInt8(ascii: "-"): return behind == 0x20 || behind == UInt8(ascii: ">")
      case UInt8(ascii: "<"): return behind == UInt8(ascii: "-")
      case UInt8(ascii: "/"): return behind == next
      default: return isSign(bytes.dropFirst())
      }
    default: return false
    }
  }

  /// Whether a name ends in a slash or an extension.
  private static func isWhole(_ name: ArraySlice<UInt8>) -> Bool {
    guard let last = name.last, last != UInt8(ascii: "/") else { return true }
    guard let dot = name.suffix(6).lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return false }
    let behind = name[(dot + 1)...]
    return !behind.isEmpty && behind.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// `...`, a pattern (`*.md`), a stand-in (`<name>.md`, `YYYY-MM-DD.md`), a list, or words for more (`12 more files`).
  private static func isElision(_ name: ArraySlice<UInt8>) -> Bool {
    if name.starts(with: "...".utf8) || name.suffix(3).elementsEqual("...".utf8) || name.range(ofBytes: "…".utf8) != nil { return true }
    var hasBlank = false
    for byte in name {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "$"): return true
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("): return true
      case 0x20: hasBlank = true
      default: continue
      }
    }
    if ["YYYY", "NNN", "XXX"].contains(where: { name.range(ofBytes: $0.utf8) != nil }) { return true }
    guard hasBlank else { return name.elementsEqual("etc".utf8) || name.elementsEqual("etc.".utf8) }
    let words = String(decoding: name, as: UTF8.self).lowercased().split(separator: " ")
    return words.contains { ["more", "other", "etc", "etc."].contains($0) || $0.hasSuffix(",") }
  }
}
