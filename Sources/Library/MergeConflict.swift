internal import Files
internal import Markdown

/// A merge that was not finished: lines that start with seven `<` and, further down, seven `>`, as git leaves them.
package struct MergeConflict: Sendable, Hashable {
  /// The first line of it.
  package let marker: Range<Int>
  /// From there to the end of the last line.
  package let range: Range<Int>

  /// The conflicts of a file in their order. What code shows whole is a sample of one.
  ///
  /// - Complexity: linear.
  static func all(in source: SourceFile, _ page: MarkdownFile?) -> [MergeConflict] {
    let openers = markers(UInt8(ascii: "<"), in: source)
    let closers = markers(UInt8(ascii: ">"), in: source)
    if openers.isEmpty, closers.isEmpty { return [] }
    var conflicts: [MergeConflict] = []
    for opener in openers where opener.lowerBound >= conflicts.last?.range.upperBound ?? 0 {
      let end = closers.first { $0.lowerBound > opener.lowerBound }?.upperBound
      conflicts.append(MergeConflict(marker: opener, range: opener.lowerBound..<(end ?? opener.upperBound)))
    }
    for closer in closers where !conflicts.contains(where: { $0.range.upperBound == closer.upperBound }) && isAlone(closer, in: source) {
      conflicts.append(MergeConflict(marker: closer, range: closer))
    }
    let samples = page.map { page in page.blocks.codeBlocks.map { page.document.nodes[$0].span } } ?? []
    return conflicts.filter { conflict in
      !samples.contains { $0.contains(conflict.range.lowerBound) && $0.contains(conflict.range.upperBound) }
    }
    .sorted { $0.marker.lowerBound < $1.marker.lowerBound }
  }

  /// The lines that start with seven of a character and end there, or go on behind a space.
  private static func markers(_ mark: UInt8, in source: SourceFile) -> [Range<Int>] {
    let marker = Array(repeating: mark, count: 7)
    var markers: [Range<Int>] = []
    var rest = source.bytes[...]
    while let found = rest.range(ofBytes: marker), markers.count < OddText.mostCharacters {
      let line = source.lineRange(at: found.lowerBound)
      let isWhole = found.upperBound == line.upperBound || source.bytes[found.upperBound] == 0x20
      if found.lowerBound == line.lowerBound, isWhole { markers.append(line) }
      rest = source.bytes[max(line.upperBound, found.upperBound)...]
    }
    return markers
  }

  /// Whether a line of seven `>` is no quotation in quotations: it has a name behind it, and no quotation beside it.
  private static func isAlone(_ line: Range<Int>, in source: SourceFile) -> Bool {
    let name = source.bytes[line].dropFirst(8)
    guard !name.isEmpty, line.lowerBound > 0 else { return false }
    let neighbours = [source.lineRange(at: line.lowerBound - 1), source.lineRange(at: min(line.upperBound + 1, source.bytes.count))]
    let isName = name.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }.count == name.count || name.last == UInt8(ascii: ")")
    return isName && !neighbours.contains { source.bytes[$0].first == UInt8(ascii: ">") }
  }
}
