/// Counts footnotes and the references to them.
struct FootnoteCount {
  private var definitions: [Int] = []
  private var references: [Int32: Int32] = [:]

  /// Notes the node of a definition. The library keeps those in use and puts them behind everything else, in their order.
  mutating func define(at index: Int) {
    definitions.append(index)
  }

  /// The next reference to a footnote.
  mutating func reference(to number: Int32) -> Kind {
    references[number, default: 0] += 1
    return .footnoteReference(number: number, ordinal: references[number, default: 1])
  }

  func resolve(in tree: inout TreeBuilder) {
    for (offset, index) in definitions.enumerated() {
      let number = Int32(offset + 1)
      tree.replace(index, with: .footnoteDefinition(number: number, references: references[number, default: 0]))
    }
  }
}

/// Where the conversion is in a table.
struct TableColumns {
  private(set) var headLine = 1
  private(set) var isHeader = false
  /// The cell that is open.
  var cell = 0..<0
  private var alignments: [Alignment] = []
  private var column = 0

  mutating func begin(alignments: [Alignment], headLine: Int) {
    self.alignments = alignments
    self.headLine = headLine
  }

  mutating func beginRow(isHeader: Bool) {
    self.isHeader = isHeader
    column = 0
  }

  mutating func nextAlignment() -> Alignment {
    defer { column += 1 }
    return column < alignments.count ? alignments[column] : .none
  }
}

extension AlertKind {
  /// The kind that a text names as `[!NOTE]`, in any case.
  init?(marker: UnsafeRawBufferPointer) {
    guard marker.count <= 12, marker.starts(with: "[!".utf8), marker.last == UInt8(ascii: "]") else { return nil }
    self.init(rawValue: String(decoding: marker.dropFirst(2).dropLast(), as: UTF8.self).lowercased())
  }
}
