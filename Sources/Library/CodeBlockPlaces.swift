internal import Files
internal import Markdown

/// Where the text of a code block stands in its file: behind the marks of the quotations and lists around the block.
package struct CodeBlockPlaces: Sendable {
  private let source: SourceFile
  /// The start of each line of the source that holds a line of the block.
  private let starts: [Int]
  private let span: Range<Int>

  /// - Complexity: linear in the block.
  package init(node: Int, in file: MarkdownFile) {
    source = file.source
    span = file.document.nodes[node].span
    var starts: [Int] = []
    if case .codeBlock(_, _, nil) = file.document.nodes[node].kind { starts.append(span.lowerBound) }
    source.bytes[span].withUnsafeBytes { [first = span.lowerBound] in $0.forEachLineEnd { starts.append(first + $0) } }
    self.starts = starts
  }

  /// The bytes in the file of a part of a line of the block; the whole block when it has no such line.
  ///
  /// Lines are laid against each other by their ends, since only at their starts something may have been taken away.
  ///
  /// - Parameters:
  ///   - line: counted from 0.
  ///   - columns: bytes of the line as the block's literal text has it.
  ///   - length: how many bytes that line has, without its end.
  package func range(line: Int, columns: Range<Int>, length: Int) -> Range<Int> {
    guard starts.indices.contains(line) else { return span }
    let bytes = source.bytes[starts[line]...]
    let whole = starts[line]..<(bytes.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.endIndex)
    let start = whole.upperBound - length
    guard start >= whole.lowerBound, columns.upperBound <= length else { return whole }
    return (start + columns.lowerBound)..<(start + columns.upperBound)
  }
}
