internal import Files

/// Looks through a file before it is parsed, in linear time, for what would make parsing it slow or its HTML huge (`Limit`).
struct Prescan {
  private let bytes: [UInt8]
  private let lines: LineTable
  private let extensions: MarkdownExtensions
  private var found: [Limit: ParseIssue] = [:]
  private var paragraph = Paragraph()
  private var columns = 0
  private var cells = 0
  private var blankLines = 0
  private var references = ReferenceWeight()

  /// What has been counted of a paragraph, a heading or a row.
  private struct Paragraph {
    var lines = 0
    var bytes = 0
    var openers = 0
    var closersInWord = 0
    var mostClosers = 0

    /// Counts a byte that has its meaning by itself.
    mutating func count(_ byte: UInt8) {
      switch byte {
      case 0...0x20: closersInWord = 0
      case UInt8(ascii: "@"): openers += 1
      case UInt8(ascii: ")"):
        closersInWord += 1
        mostClosers = max(mostClosers, closersInWord)
      default: break
      }
    }
  }

  init(_ bytes: [UInt8], lines: LineTable, extensions: MarkdownExtensions) {
    self.bytes = bytes
    self.extensions = extensions
    self.lines = lines
  }

  /// An issue for each limit that is exceeded, at its first place. A file that is too long is not looked into.
  mutating func issues() -> [ParseIssue] {
    check(.fileBytes, bytes.count, 0..<bytes.count)
    guard found.isEmpty else { return Array(found.values) }
    guard !isPlain else { return [] }
    var scanner = BlockScanner(extensions)
    bytes.withUnsafeBufferPointer { bytes in
      for line in 1...lines.count {
        let range = lines.content(line)
        count(scanner.scan(bytes, range), line, range)
        if found[.blankLinesInLists] != nil { break }
      }
    }
    if let place = references.definition { check(.referenceBytes, references.total(in: bytes, above: Limit.referenceBytes.maximum), place) }
    return Limit.allCases.compactMap { found[$0] }
  }

  /// Whether the file is so small and plain that it exceeds no limit, told without following its blocks: nearly all files are.
  ///
  /// Each bound counts too much rather than too little: code as text, every line as the row of a table. Blank lines in lists need
  /// none: a level of 2 columns on every line between fills 64 KiB before a thousand lines reach that limit.
  private var isPlain: Bool {
    guard lines.count <= Limit.paragraphLines.maximum, bytes.count + lines.count <= Limit.paragraphBytes.maximum else { return false }
    let mayDefine = bytes.range(ofBytes: "]:".utf8) != nil
    return bytes.withUnsafeBufferPointer { bytes in
      let openers = bytes.count(of: (UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: "@")))
      guard openers <= Limit.openersInParagraph.maximum else { return false }
      // So many that no table of all lines has too many cells.
      let columns = min(Limit.tableColumns.maximum, Limit.tableCells.maximum / lines.count)
      return (1...lines.count).allSatisfy { isPlain(lines.content($0), in: bytes, columns: columns, mayDefine: mayDefine) }
    }
  }

  /// Whether a line has few markers at its start, few cells, and no word of many parentheses, and defines no reference.
  private func isPlain(_ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, columns: Int, mayDefine: Bool) -> Bool {
    var offset = line.lowerBound
    var markers = 0
    while offset < line.upperBound, Self.mayMark(bytes[offset]) {
      markers += LineTable.isSpace(bytes[offset]) ? 0 : 1
      offset += 1
    }
    guard markers <= Limit.markersOnLine.maximum else { return false }
    if mayDefine, offset < line.upperBound, bytes[offset] == UInt8(ascii: "[") { return false }
    guard line.count >= columns else { return true }
    let text = UnsafeBufferPointer(rebasing: bytes[line])
    return text.count(of: UInt8(ascii: "|")) < columns && text.count(of: UInt8(ascii: ")")) <= Limit.closersInWord.maximum
  }

  /// Whether a byte can belong to the markers of quotations and lists, or stand between them.
  private static func mayMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ")"):
      true
    default: false
    }
  }

  private mutating func check(_ limit: Limit, _ value: Int, _ range: Range<Int>) {
    guard value > limit.maximum else { return }
    let first = found[limit]
    let largest: Int = if case .limitExceeded(_, let before) = first?.kind { max(before, value) } else { value }
    found[limit] = ParseIssue(kind: .limitExceeded(limit, found: largest), span: first?.span ?? range)
  }

  private mutating func count(_ line: BlockScanner.Line, _ number: Int, _ range: Range<Int>) {
    check(.markersOnLine, line.markers, range)
    switch line.role {
    case .blank:
      blankLines += line.depth
      check(.blankLinesInLists, blankLines, range)
    case .verbatim, .rule: break
    case .paragraph(let isFirst):
      if isFirst {
        paragraph = Paragraph()
        noteDefinitions(number, line)
      }
      countText(line.text..<range.upperBound, range)
    case .heading: countAlone(line, range)
    case .row(let cells):
      check(.tableColumns, cells, range)
      countCells(range)
      countAlone(line, range)
    case .delimiter(let columns, let above, let opensTable):
      check(.tableColumns, max(columns, above), range)
      if opensTable {
        self.columns = columns
        countCells(range)
      } else {
        countText(line.text..<range.upperBound, range)
      }
    }
  }

  private mutating func countCells(_ range: Range<Int>) {
    cells += columns
    check(.tableCells, cells, range)
  }

  private mutating func countAlone(_ line: BlockScanner.Line, _ range: Range<Int>) {
    paragraph = Paragraph()
    countText(line.text..<range.upperBound, range)
  }

  /// Counts a line whose inlines will be parsed.
  private mutating func countText(_ text: Range<Int>, _ range: Range<Int>) {
    paragraph.lines += 1
    paragraph.closersInWord = 0
    paragraph.bytes += text.count + 1
    bytes.withUnsafeBufferPointer { bytes in
      for offset in text {
        let byte = bytes[offset]
        paragraph.count(byte)
        if byte == UInt8(ascii: "]") { references.uses += 1 }
        guard byte == UInt8(ascii: "!") || byte == UInt8(ascii: "<"), offset + 1 < text.upperBound else { continue }
        let next = bytes[offset + 1]
        let isImage = byte == UInt8(ascii: "!") && next == UInt8(ascii: "[")
        let isHTML = byte == UInt8(ascii: "<") && (next == UInt8(ascii: "!") || next == UInt8(ascii: "?"))
        if isImage || isHTML { paragraph.openers += 1 }
      }
    }
    check(.paragraphLines, paragraph.lines, range)
    check(.paragraphBytes, paragraph.bytes, range)
    check(.openersInParagraph, paragraph.openers, range)
    check(.closersInWord, paragraph.mostClosers, range)
  }

  /// Notes the reference definitions with which a paragraph starts.
  private mutating func noteDefinitions(_ first: Int, _ line: BlockScanner.Line) {
    var (number, offset) = (first, line.text)
    while offset < bytes.count, bytes[offset] == UInt8(ascii: "["),
      let definition = ReferenceDefinition(in: bytes, lines, line: number, at: offset, quotes: line.quotes)
    {
      references.define(ReferenceLabel.key(bytes[definition.label]), definition.weight, at: definition.label)
      number += definition.lineCount
      guard number <= lines.count else { return }
      offset = lines.textStart(number, quotes: line.quotes)
    }
  }
}

/// What link references add to the output when each use is written out with its address and title.
struct ReferenceWeight {
  /// How many `]` there are in text: no fewer than uses.
  var uses = 0
  /// The label of the longest definition.
  private(set) var definition: Range<Int>?
  private var weights: [String: Int] = [:]
  private var largest = 0

  mutating func define(_ key: String, _ weight: Int, at label: Range<Int>) {
    weights[key] = max(weights[key] ?? 0, weight)
    guard weight > largest || definition == nil else { return }
    largest = weight
    definition = label
  }

  /// The bytes added. A cheap bound is taken for them while it is not above a limit; beyond it the uses are looked up.
  func total(in bytes: [UInt8], above limit: Int) -> Int {
    guard uses * largest > limit else { return uses * largest }
    var total = 0
    var start: Int?
    for (offset, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "[") {
        start = offset + 1
      } else if byte == UInt8(ascii: "]"), let label = start {
        if offset - label < 1_000 { total += weights[ReferenceLabel.key(bytes[label..<offset])] ?? 0 }
        start = nil
      }
    }
    return total
  }
}
