internal import Files

/// How a result block is written where a fence stands: in a quotation or a list each line has what belongs before it.
struct ResultBlockText {
  /// The whole lines of the block, without the last line end.
  private let lines: Range<Int>
  /// What stands before the fence on its line, and on the others: there spaces stand for the markers of lists.
  private let prefix: [UInt8]
  private let indent: [UInt8]
  private let mark: UInt8
  private let length: Int
  /// What stands behind the fence.
  private let info: [UInt8]

  init(_ block: Range<Int>, in source: SourceFile) {
    let first = source.lineRange(at: block.lowerBound)
    lines = first.lowerBound..<source.lineRange(at: max(block.upperBound - 1, block.lowerBound)).upperBound
    let line = source.bytes[first]
    prefix = Array(line.prefix { !Self.isMark($0) })
    indent = prefix.map { $0 == UInt8(ascii: ">") ? $0 : 0x20 }
    let fence = line.dropFirst(prefix.count).prefix(while: Self.isMark)
    mark = fence.first ?? UInt8(ascii: "`")
    length = fence.count
    info = Array(line.dropFirst(prefix.count + length))
  }

  /// The change that gives the block another text.
  func replaced(by text: String) -> (range: Range<Int>, bytes: [UInt8]) {
    (lines, prefix + body(text, info: info))
  }

  /// The change that puts a result block behind the block.
  func followed(by text: String) -> (range: Range<Int>, bytes: [UInt8]) {
    let blank = indent.reversed().drop { $0 == 0x20 }.reversed()
    return (lines.upperBound..<lines.upperBound, [0x0A] + blank + [0x0A] + indent + body(text, info: Array("text result".utf8)))
  }

  /// The block from its fence to its fence, which is longer than any in its text.
  private func body(_ text: String, info: [UInt8]) -> [UInt8] {
    let longest = text.utf8.split { $0 != mark }.map(\.count).max() ?? 0
    let fence = [UInt8](repeating: mark, count: max(length, longest >= 3 ? longest + 1 : 3))
    var bytes = fence + info + [0x0A]
    for line in text.split(separator: "\n" as Character, omittingEmptySubsequences: false).dropLast() {
      bytes += (line.isEmpty ? Array(indent.reversed().drop { $0 == 0x20 }.reversed()) : indent + Array(line.utf8)) + [0x0A]
    }
    return bytes + indent + fence
  }

  private static func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") }
}
