/// A row of a table as it is written (GFM 4.10): its cells, also those that its table has no column for, which no tree holds.
package struct TableRow {
  /// The bytes of each cell, without white space around it.
  package private(set) var cells: [Range<Int>] = []
  /// The pipes that part cells inside what would be a code span without them.
  package private(set) var pipesInCode: [Int] = []
  /// Whether it has a pipe that parts cells, or stands at an edge.
  package private(set) var hasPipe = false

  /// - Parameter line: the bytes of the row's line; the marks of quotations before it are skipped.
  /// - Complexity: linear.
  package init(in bytes: [UInt8], line: Range<Int>) {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let start = line.first { !isSpace(bytes[$0]) && bytes[$0] != UInt8(ascii: ">") } ?? line.upperBound
    let end = (line.last { !isSpace(bytes[$0]) } ?? start - 1) + 1
    var cellStart = start
    var pipes: [Int] = []
    for offset in start..<max(start, end) where bytes[offset] == UInt8(ascii: "|") {
      if offset > start, bytes[offset - 1] == UInt8(ascii: "\\") { continue }
      pipes.append(offset)
      if offset > start { cells.append(Self.trimmed(cellStart..<offset, bytes, isSpace)) }
      cellStart = offset + 1
    }
    if cellStart < end { cells.append(Self.trimmed(cellStart..<end, bytes, isSpace)) }
    hasPipe = !pipes.isEmpty
    pipesInCode = pipes.isEmpty ? [] : Self.inCode(pipes, bytes, start..<max(start, end))
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8], _ isSpace: (UInt8) -> Bool) -> Range<Int> {
    let start = range.first { !isSpace(bytes[$0]) } ?? range.upperBound
    return start..<max(start, (range.last { !isSpace(bytes[$0]) } ?? start - 1) + 1)
  }

  /// Those of some pipes that stand between two runs of backticks of one length.
  private static func inCode(_ pipes: [Int], _ bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    guard bytes[range].contains(UInt8(ascii: "`")) else { return [] }
    var runs: [Range<Int>] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let length = bytes[offset..<range.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
      if length > 0 { runs.append(offset..<offset + length) }
      offset += max(1, length)
    }
    var found: [Int] = []
    var index = 0
    while index < runs.count {
      guard let close = runs[(index + 1)...].firstIndex(where: { $0.count == runs[index].count }) else {
        index += 1
        continue
      }
      found += pipes.filter { (runs[index].upperBound..<runs[close].lowerBound).contains($0) }
      index = close + 1
    }
    return found
  }
}
