/// Where the text of a prompt stands in its file.
package struct PromptPlaces {
  private let places: CodeBlockPlaces
  /// The start of each line of the template, and one more behind its last line.
  private let starts: [Int]

  /// - Complexity: linear in the template.
  package init(_ prompt: Prompt, in file: MarkdownFile) {
    self.init(template: prompt.template, node: prompt.node, in: file)
  }

  init(template: String, node: Int, in file: MarkdownFile) {
    places = CodeBlockPlaces(node: node, in: file)
    var starts = [0]
    for (index, byte) in template.utf8.enumerated() where byte == 0x0A { starts.append(index + 1) }
    self.starts = starts + [template.utf8.count + 1]
  }

  /// The bytes in the file of bytes of the template. What goes on over a line's end is cut there.
  package func range(_ offsets: Range<Int>) -> Range<Int> {
    let line = max((starts.firstIndex { $0 > offsets.lowerBound } ?? starts.count) - 1, 0)
    let start = starts[line]
    let length = (line + 1 < starts.count ? starts[line + 1] : start + 1) - 1 - start
    return places.range(line: line, columns: (offsets.lowerBound - start)..<min(offsets.upperBound - start, length), length: length)
  }
}
