internal import Files
internal import Library
internal import Markdown

/// A fenced code block with a language, as the rules about samples see it.
struct CodeSample {
  let page: MarkdownFile
  let node: Int
  let text: ArraySlice<UInt8>

  /// The closed blocks of some languages in a library's pages, by page; none of prompts, where brackets are to be filled in.
  static func all(in library: Library, languages: Set<String>) -> some Sequence<(page: MarkdownFile, samples: [CodeSample])> {
    library.modules.lazy.flatMap { module in
      module.pages.lazy.compactMap { page in
        let samples = page.blocks.codeBlocks.compactMap { CodeSample($0, in: page, languages) }
        guard !samples.isEmpty else { return nil }
        let prompts = Set(module.prompts.lazy.filter { $0.path == page.path }.map(\.node))
        return (page, samples.filter { !prompts.contains($0.node) })
      }
    }
  }

  /// The first word behind the fence.
  let language: String

  private init?(_ node: Int, in page: MarkdownFile, _ languages: Set<String>) {
    guard case .codeBlock(let info, let literal, let fence?) = page.document.nodes[node].kind, fence.isClosed else { return nil }
    let word = page.document.bytes(info).prefix { $0 > 0x20 && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: ",") }
    guard (1...8).contains(word.count) else { return nil }
    language = String(decoding: word, as: UTF8.self).lowercased()
    guard languages.contains(language) else { return nil }
    text = page.document.bytes(literal)
    (self.page, self.node) = (page, node)
  }

  /// The bytes in the file of some bytes of the sample, those of their first line; a place where something is missing is that of the
  /// byte before it.
  func place(of range: Range<Int>) -> Range<Int> {
    let bytes = Array(text)
    let offset = min(range.lowerBound, max(0, bytes.count - 1))
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    var end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    var columns = min(offset, end) - start..<min(max(range.upperBound, offset), end) - start
    if columns.isEmpty { columns = max(0, min(columns.lowerBound, end - start) - 1)..<max(1, columns.lowerBound) }
    let line = bytes[..<start].count { $0 == 0x0A }
    return CodeBlockPlaces(node: node, in: page).range(line: line, columns: columns.clamped(to: 0..<end - start), length: end - start)
  }
}
