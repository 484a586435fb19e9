internal import Files
internal import Markdown

/// The first fault among a file's fences. Whatever follows it in the file is its consequence: each later fence opens where it
/// was meant to close.
package struct FenceFault: Sendable, Hashable {
  package enum Kind: Sendable {
    /// A block that is never closed, or only by a fence that was meant for another one.
    case unclosed
    /// A fence inside a block whose own fence is no longer.
    case nested
    /// A fence that was meant to close a block, where none is open.
    case stray
  }

  package let kind: Kind
  /// The bytes of the fence's line that is at fault.
  package let range: Range<Int>
  /// The fence of the block: "```".
  package let fence: String

  /// The first fault, told by the first block that shows one.
  ///
  /// - Parameter codeBlocks: the nodes of the document's code blocks.
  /// - Complexity: linear in the code.
  static func first(among codeBlocks: [Int], of document: Document, in source: SourceFile) -> FenceFault? {
    let faults = [false, true].compactMap { isTilde in
      FaultSearch(codeBlocks, isTilde: isTilde, of: document, in: source).firstFault
    }
    return faults.min { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// The blocks of one kind of fence, one behind the other.
///
/// A fence with a language opens a block, so the fences before it are in step. Where a block shows that they are not, the cause is
/// that block, or one of the bare ones before it, back to the last with a language.
private struct FaultSearch {
  private let source: SourceFile
  private let blocks: [FencedBlock]

  init(_ codeBlocks: [Int], isTilde: Bool, of document: Document, in source: SourceFile) {
    self.source = source
    blocks = codeBlocks.compactMap { FencedBlock($0, isTilde: isTilde, of: document) }
  }

  var firstFault: FenceFault? {
    guard blocks.contains(where: { !$0.fence.isClosed || $0.inner != nil }) else { return nil }
    let lastShift = blocks.lastIndex(where: \.isShifted) ?? -1
    guard let evidence = blocks.indices.first(where: { shows(blocks[$0], isBeforeShift: $0 < lastShift) }) else { return nil }
    let inStep = blocks[...evidence].lastIndex { !$0.isBare } ?? 0
    for block in blocks[inStep..<evidence] {
      if isStray(block) { return fault(.stray, block) }
      if isClosedByOpener(block) { return fault(.unclosed, block) }
    }
    let block = blocks[evidence]
    if isStray(block) { return fault(.stray, block) }
    if let inner = block.inner, block.isMarkdown || evidence < lastShift { return fault(.nested, block, line: inner.line) }
    return fault(.unclosed, block)
  }

  /// Whether a block shows that fences are out of step. A sample of Markdown may quote a fence; it breaks nothing unless a later block
  /// shows that it did.
  private func shows(_ block: FencedBlock, isBeforeShift: Bool) -> Bool {
    guard block.fence.isClosed else { return true }
    guard let inner = block.inner else { return false }
    return isBeforeShift || !block.isMarkdown && inner.isBehindText
  }

  private func fault(_ kind: FenceFault.Kind, _ block: FencedBlock, line: Int = -1) -> FenceFault {
    let mark = String(repeating: block.fence.isTilde ? "~" : "`", count: Int(block.fence.length))
    return FenceFault(kind: kind, range: self.line(line, of: block), fence: mark)
  }

  /// Whether the fence that opens a block was meant to close one: it stands under text, and over nothing.
  private func isStray(_ block: FencedBlock) -> Bool {
    guard block.isBare else { return false }
    if !block.fence.isClosed, block.isBlank { return true }
    let before = source.lineRange(at: max(0, line(-1, of: block).lowerBound)).lowerBound - 1
    return before > 0 && !isBlank(source.lineRange(at: before)) && block.startsBlank
  }

  /// Whether the fence that closes a block was meant to open one: it stands under nothing, and over text.
  private func isClosedByOpener(_ block: FencedBlock) -> Bool {
    let next = source.lineRange(at: block.span.upperBound)
    return block.endsBlank && block.span.upperBound < source.bytes.count && !isBlank(next)
  }

  private func isBlank(_ line: Range<Int>) -> Bool {
    source.bytes[line].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
  }

  /// The bytes of a line of a block; line -1 is the opening fence.
  private func line(_ number: Int, of block: FencedBlock) -> Range<Int> {
    var start = block.span.lowerBound
    for _ in 0..<(number + 1) {
      start = (source.bytes[start...].firstIndex(of: 0x0A) ?? source.bytes.count - 1) + 1
    }
    let range = source.lineRange(at: start)
    let indent = source.bytes[range].prefix { $0 == 0x20 || $0 == UInt8(ascii: ">") }.count
    return (range.lowerBound + indent)..<range.upperBound
  }
}

/// A fenced block as far as its fences are judged by it.
private struct FencedBlock {
  let fence: Fence
  let span: Range<Int>
  /// Whether its fence names no language.
  let isBare: Bool
  /// Whether its text may be a sample of Markdown, by its language.
  let isMarkdown: Bool
  let inner: Inner?
  private let text: ArraySlice<UInt8>

  /// A fence with a language inside the block, as long as the block's own.
  struct Inner {
    /// Counted from 0.
    let line: Int
    /// Whether text and a blank line stand before it, and something behind it: then it is no sample of a fence.
    let isBehindText: Bool
  }

  private static let markdownLanguages: Set<String> = ["markdown", "md", "mdx", "mdc", "text", "txt", "plaintext", "plain", "diff"]

  init?(_ node: Int, isTilde: Bool, of document: Document) {
    guard case .codeBlock(let info, let literal, let fence?) = document.nodes[node].kind, fence.isTilde == isTilde else { return nil }
    self.fence = fence
    span = document.nodes[node].span
    text = document.bytes(literal)
    isBare = info.isEmpty
    let language = document.bytes(info).prefix { $0 > 0x20 && !"{,".utf8.contains($0) }
    isMarkdown = language.count <= 9 && Self.markdownLanguages.contains(String(decoding: language, as: UTF8.self).lowercased())
    inner = Self.inner(in: text, like: fence)
  }

  /// Whether it shows that the fences before it have changed places: a line that was meant to close a block opens a bare one, which is
  /// never closed or swallows the next fence with a language.
  var isShifted: Bool { isBare && (!fence.isClosed || inner != nil) }

  var isBlank: Bool { text.allSatisfy { $0 <= 0x20 } }
  var startsBlank: Bool { text.prefix { $0 != 0x0A }.allSatisfy { $0 <= 0x20 } }
  var endsBlank: Bool { fence.isClosed && !isBlank && text.dropLast().reversed().prefix { $0 != 0x0A }.allSatisfy { $0 <= 0x20 } }

  private static func inner(in text: ArraySlice<UInt8>, like fence: Fence) -> Inner? {
    let mark: UInt8 = fence.isTilde ? UInt8(ascii: "~") : UInt8(ascii: "`")
    guard text.range(ofBytes: [mark, mark, mark]) != nil else { return nil }
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    let isFence = { (line: ArraySlice<UInt8>) in
      let text = line.drop { $0 == 0x20 }
      let length = text.prefix { $0 == mark }.count
      let info = text.dropFirst(length).filter { $0 > 0x20 }
      return line.count - text.count <= 3 && length >= Int(fence.length) && !info.isEmpty && !info.contains(UInt8(ascii: "`"))
    }
    guard let line = lines.firstIndex(where: isFence) else { return nil }
    let hasText = { (lines: ArraySlice<ArraySlice<UInt8>>) in lines.contains { $0.contains { $0 > 0x20 } } }
    let isBehindText = line > 1 && !hasText(lines[line - 1...line - 1]) && hasText(lines[..<line]) && hasText(lines[(line + 1)...])
    return Inner(line: line, isBehindText: isBehindText)
  }
}
