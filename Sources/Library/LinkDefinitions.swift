internal import Files
internal import Markdown

/// The link reference definitions of a page: `[label]: destination`. The parser takes them out of its tree, so they are what looks like
/// one and stands in no block.
package struct LinkDefinitions {
  package struct Definition {
    /// The label as labels are compared; that of a footnote starts with `^`.
    package let key: String
    /// The bytes of the line, from the label on.
    package let range: Range<Int>
    package let destination: ArraySlice<UInt8>
  }

  package let all: [Definition]

  /// - Complexity: linear in the nodes of a page that has what looks like a definition, else constant.
  package init(of page: MarkdownFile) {
    let candidates = page.brackets.definitions
    guard !candidates.isEmpty else {
      all = []
      return
    }
    let blocks = page.document.nodes.lazy.filter { LinkDefinitions.isLeaf($0.kind) }.map(\.span).sorted { $0.lowerBound < $1.lowerBound }
    var block = 0
    all = candidates.compactMap { offset in
      while block < blocks.count, blocks[block].upperBound <= offset { block += 1 }
      if block < blocks.count, blocks[block].contains(offset) { return nil }
      return LinkDefinitions.definition(at: offset, in: page.source.bytes, end: page.source.lineRange(at: offset).upperBound)
    }
  }

  private static func isLeaf(_ kind: Kind) -> Bool {
    switch kind {
    case .paragraph, .heading, .codeBlock, .htmlBlock, .table, .thematicBreak: true
    default: false
    }
  }

  private static func definition(at offset: Int, in bytes: [UInt8], end: Int) -> Definition? {
    guard let close = bytes[offset..<end].firstIndex(of: UInt8(ascii: "]")) else { return nil }
    let behind = bytes[min(close + 2, end)...].drop { $0 <= 0x20 }
    let isBracketed = behind.first == UInt8(ascii: "<")
    let destination = isBracketed ? behind.dropFirst().prefix { $0 != UInt8(ascii: ">") } : behind.prefix { $0 > 0x20 }
    return Definition(key: ReferenceLabel.key(bytes[(offset + 1)..<close]), range: offset..<end, destination: destination)
  }
}

extension MarkdownFile {
  /// The `[` of each definition of a footnote, with its label as labels are compared. The parser has them in its tree, without the label,
  /// and without those that nothing refers to.
  package var footnoteDefinitions: [(offset: Int, label: String)] {
    let candidates = brackets.definitions.filter { source.bytes[$0...].starts(with: "[^".utf8) }
    guard !candidates.isEmpty else { return [] }
    let literal = document.nodes.lazy.filter { node in
      switch node.kind {
      case .codeBlock, .htmlBlock: true
      default: false
      }
    }.map(\.span)
    return candidates.compactMap { offset in
      let line = source.bytes[offset..<source.lineRange(at: offset).upperBound]
      guard let close = line.firstIndex(of: UInt8(ascii: "]")), !literal.contains(where: { $0.contains(offset) }) else { return nil }
      return (offset, ReferenceLabel.key(source.bytes[(offset + 2)..<close]))
    }
  }
}
