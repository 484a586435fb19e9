internal import Markdown

/// A Markdown text cut into parts between its blocks, so that no fence, list or table is torn.
struct GuideParts: Sendable {
  private(set) var texts: [String] = []
  /// The index of the part in which each heading stands, by its anchor in the whole text.
  private(set) var anchors: [String: Int] = [:]

  /// A block with the blank lines behind it.
  private struct Block {
    let text: String
    /// The anchor of a heading.
    let anchor: String?
  }

  /// The fewest parts of at most so many UTF-16 units: sections are kept whole where they fit, and cut between blocks where not.
  ///
  /// Nil when a single block is too large.
  init?(_ text: String, limit: Int) {
    var part = ""
    for section in GuideParts.sections(of: text) {
      let length = section.reduce(0) { $0 + $1.text.utf16.count }
      if part.utf16.count + length > limit { close(&part) }
      for block in section {
        guard block.text.utf16.count <= limit else { return nil }
        if part.utf16.count + block.text.utf16.count > limit { close(&part) }
        part += block.text
        if let anchor = block.anchor { anchors[anchor] = texts.count }
      }
    }
    close(&part)
  }

  private mutating func close(_ part: inout String) {
    if let end = part.utf8.lastIndex(where: { $0 > 0x20 }) { texts.append(part[...end] + "\n") }
    part = ""
  }

  /// The blocks of a text by the headings before them. Together they are the text.
  private static func sections(of text: String) -> [[Block]] {
    let bytes = Array(text.utf8)
    let document = Document(parsing: bytes)
    let blocks = Array(document.children(of: 0))
    let starts = blocks.map { lineStart(document.nodes[$0].span.lowerBound, in: bytes) } + [bytes.count]
    var sections: [[Block]] = []
    for (index, node) in blocks.enumerated() {
      let range = (index == 0 ? 0 : starts[index])..<starts[index + 1]
      var anchor: String?
      if case .heading(_, let id) = document.nodes[node].kind { anchor = document.string(id) }
      if anchor != nil || sections.isEmpty { sections.append([]) }
      sections[sections.count - 1].append(Block(text: String(decoding: bytes[range], as: UTF8.self), anchor: anchor))
    }
    return sections
  }

  private static func lineStart(_ offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }
}
