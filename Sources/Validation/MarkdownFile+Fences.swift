internal import Library
internal import Markdown

extension MarkdownFile {
  /// Whether it has a code block fenced by backticks, which is the only kind that the public client looks for.
  var hasBacktickFence: Bool {
    document.nodes.contains { node in
      guard case .codeBlock(_, _, let fence?) = node.kind else { return false }
      return !fence.isTilde
    }
  }
}
