internal import Files
internal import Markdown

extension MarkdownFile {
  /// Parses a Markdown file of a module. A file that is not UTF-8 is an empty document: nothing of it can be trusted.
  init(_ source: SourceFile, module: String, pathInModule: String) {
    let isText = source.invalidUTF8Offset == nil
    let start = isText ? FrontMatter.length(in: source.bytes) : 0
    let document = Document(parsing: isText ? source.bytes : [], skipping: start)
    let blocks = BlockIndex(of: document)
    let titleHeading = blocks.headings.first { $0.level == 1 } ?? blocks.headings.first
    self.init(
      source: source,
      module: module,
      role: Role(pathInModule: pathInModule),
      document: document,
      blocks: blocks,
      anchors: Set(blocks.headings.map(\.id)),
      title: titleHeading.map(\.title).flatMap { $0.isEmpty ? nil : $0 } ?? Path.withoutExtension(source.name),
      lead: MarkdownFile.lead(of: document),
      count: TextCount(source),
      brackets: LooseBrackets(in: isText ? source.bytes : [], from: start),
      fenceFault: FenceFault.first(among: blocks.codeBlocks, of: document, in: source)
    )
  }

  /// The first paragraph before the third heading, as plain text.
  private static func lead(of document: Document) -> String {
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
  fileprivate init(pathInModule: String) {
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
