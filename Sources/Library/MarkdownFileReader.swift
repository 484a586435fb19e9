internal import Files
internal import Markdown

extension MarkdownFile {
  /// The first paragraph before the third heading, as plain text.
  static func lead(of document: Document) -> String {
    var headings = 0
    for node in document.children(of: 0) {
      switch document.nodes[node].kind {
      case .heading:
        headings += 1
        if headings > 2 { return "" }
      case .paragraph: return document.plainText(of: node).trimmed
      default: continue
      }
    }
    return ""
  }
}

extension MarkdownFile.Role {
  /// Told by the folder: `rules/` holds guides, `examples/` examples, `prompts/` prompts.
  init(pathInModule: String) {
    switch (pathInModule.prefix { $0 != "/" }, pathInModule.contains("/")) {
    case ("rules", true): self = .guide
    case ("examples", true): self = .example
    case ("prompts", true): self = .prompt
    case ("README.md", false): self = .readme
    case ("CHANGELOG.md", false): self = .changelog
    default: self = .other
    }
  }
}
