internal import Library
internal import Markdown

extension MarkdownFile {
  /// Whether it has a code block fenced by backticks, which is the only kind that the public client looks for.
  var hasBacktickFence: Bool {
    blocks.codeBlocks.contains { node in
      guard case .codeBlock(_, _, let fence?) = document.nodes[node].kind else { return false }
      return !fence.isTilde
    }
  }
}
