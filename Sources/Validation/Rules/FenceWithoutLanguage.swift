package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum FenceWithoutLanguage: Rule {
  package static let id = "fence-without-language"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.note
  package static let summary = "A fenced code block names no language"
  package static let why = """
    Highlighting, tools that run samples and agents go by the word behind the fence; `text` says that it is no code. A prompt and a drawing \
    need none.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    «```»
    SELECT 1;
    ```
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```sql
    SELECT 1;
    ```
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module in
      let prompts = Dictionary(grouping: module.prompts, by: \.path).mapValues { Set($0.map(\.node)) }
      return module.pages.flatMap { page in
        firstFindings(page.blocks.codeBlocks.lazy.filter { isBare($0, in: page) && !(prompts[page.path]?.contains($0) ?? false) }) { node in
          finding(
            page.path,
            fence(of: node, in: page),
            "this code block names no language",
            why: "highlighting and agents go by the word behind the fence",
            help: "write the language behind the fence, or `text`"
          )
        }
      }
    }
  }

  /// Whether a block is fenced, names nothing, holds something, and is no drawing.
  private static func isBare(_ node: Int, in page: MarkdownFile) -> Bool {
    guard case .codeBlock(let info, let literal, .some) = page.document.nodes[node].kind, info.isEmpty else { return false }
    let text = page.document.bytes(literal)
    return text.contains { $0 > 0x20 } && !isDrawing(text)
  }

  /// Whether it has characters for lines, corners, blocks and arrows (U+2190 to U+21FF, U+2500 to U+25FF).
  private static func isDrawing(_ text: ArraySlice<UInt8>) -> Bool {
    zip(text, text.dropFirst()).contains { $0 == 0xE2 && (0x86...0x87 ~= $1 || 0x94...0x97 ~= $1) }
  }

  private static func fence(of node: Int, in page: MarkdownFile) -> Range<Int> {
    let start = page.document.nodes[node].span.lowerBound
    let line = page.source.lineRange(at: start)
    let mark = page.source.bytes[start..<max(start, line.upperBound)].firstIndex { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") }
    return (mark ?? start)..<max(mark ?? start, line.upperBound)
  }
}
