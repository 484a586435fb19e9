internal import Files
internal import Library
internal import Markdown

/// The first fault among a file's fences. Whatever follows it in the file is its consequence: each later fence opens where it
/// was meant to close.
struct FenceFault {
  enum Kind { case unclosed, nested }

  let kind: Kind
  /// The bytes of the fence's line that is at fault.
  let range: Range<Int>
  /// The fence of the block: "```".
  let fence: String

  /// - Complexity: linear in the file.
  static func first(in page: MarkdownFile) -> FenceFault? {
    let document = page.document
    let lastShift = [false, true].map { isTilde in document.nodes.lastIndex { isShifted($0, isTilde: isTilde, in: document) } ?? -1 }
    for (index, node) in document.nodes.enumerated() {
      guard case .codeBlock(_, let literal, .some(let fence)) = node.kind else { continue }
      let mark = String(repeating: fence.isTilde ? "~" : "`", count: Int(fence.length))
      if let inner = innerFence(in: document.bytes(literal), like: fence), index < lastShift[fence.isTilde ? 1 : 0] {
        return FenceFault(kind: .nested, range: line(inner, ofBlock: node, in: page), fence: mark)
      }
      if !fence.isClosed {
        return FenceFault(kind: .unclosed, range: line(-1, ofBlock: node, in: page), fence: mark)
      }
    }
    return nil
  }

  /// The line (from 0) of a code block that opens a fence of its own: the same character, at least as long, with a language.
  private static func innerFence(in literal: ArraySlice<UInt8>, like fence: Fence) -> Int? {
    let mark: UInt8 = fence.isTilde ? UInt8(ascii: "~") : UInt8(ascii: "`")
    guard literal.range(ofBytes: [mark, mark, mark]) != nil else { return nil }
    let lines = literal.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.firstIndex { line in
      let text = line.drop { $0 == 0x20 }
      let length = text.prefix { $0 == mark }.count
      let info = text.dropFirst(length).filter { $0 > 0x20 }
      return line.count - text.count <= 3 && length >= Int(fence.length) && !info.isEmpty && !info.contains(UInt8(ascii: "`"))
    }.map { lines.distance(from: lines.startIndex, to: $0) }
  }

  /// Whether a block shows that the fences before it have changed places: a line that was meant to close a block opens a bare
  /// one, which is never closed or swallows the next fence with a language. Without such a block behind it, a sample that quotes
  /// an opening fence breaks nothing.
  private static func isShifted(_ node: Node, isTilde: Bool, in document: Document) -> Bool {
    guard case .codeBlock(let info, let literal, .some(let fence)) = node.kind, fence.isTilde == isTilde else { return false }
    return info.isEmpty && (!fence.isClosed || innerFence(in: document.bytes(literal), like: fence) != nil)
  }

  /// The bytes of a line of a block; line -1 is the opening fence.
  private static func line(_ number: Int, ofBlock node: Node, in page: MarkdownFile) -> Range<Int> {
    var start = node.span.lowerBound
    for _ in 0..<(number + 1) {
      start = (page.source.bytes[start...].firstIndex(of: 0x0A) ?? page.source.bytes.count - 1) + 1
    }
    let range = page.source.lineRange(at: start)
    let text = page.source.bytes[range]
    let indent = text.prefix { $0 == 0x20 || $0 == UInt8(ascii: ">") }.count
    return (range.lowerBound + indent)..<range.upperBound
  }
}
