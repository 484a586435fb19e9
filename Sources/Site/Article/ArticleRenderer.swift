internal import Files
internal import Library
internal import Markdown

/// Renders one Markdown file for a page: its references lead to pages, its prompts are cards, its trees are checked.
///
/// What the hooks of the Markdown renderer need to know of a node is looked up once, so that rendering is one walk over the file. A class,
/// since every hook holds it.
final class ArticleRenderer: Sendable {
  /// The longest first paragraph, in characters, that is shown as the page's lead.
  private static let longestLead = 400

  let file: MarkdownFile
  let module: Module
  let page: SitePage
  let site: Site
  let root: String
  /// The heading that the page shows as its title.
  let titleNode: Int?
  /// The first paragraph, when the page shows it under its title.
  let leadNode: Int?
  /// The level each heading is shown at: no level is skipped, and only the page's title has level 1.
  let levels: [Int: Int]
  /// The number of each code block and each table among its kind, from 1.
  let numbers: [Int: Int]
  let references: [Int: Reference]
  let prompts: [Int: Prompt]
  let trees: [Int: DirectoryTree]
  let workflows: [Int: Workflow]
  let badges: PageBadges

  /// - Parameter part: the nodes that will be rendered, when that is a part of the file without its title: a file can have hundreds of
  ///   parts with a page each.
  init(_ file: MarkdownFile, module: Module, page: SitePage, site: Site, part: Range<Int>? = nil) {
    (self.file, self.module, self.page, self.site) = (file, module, page, site)
    let nodes = part ?? file.document.nodes.indices
    root = site.root(of: page)
    titleNode = part == nil ? ArticleRenderer.titleNode(of: file) : nil
    leadNode = ArticleRenderer.leadNode(of: file, behind: titleNode)
    levels = ArticleRenderer.levels(of: file.headings.filter { nodes.contains($0.node) }, title: titleNode)
    numbers = ArticleRenderer.numbers(of: file.document, in: nodes)
    let references = site.library(of: page).references(in: file.path).lazy.filter { nodes.contains($0.node) }
    badges = site.library.badges(of: file)
    self.references = Dictionary(references.map { ($0.node, $0) }, uniquingKeysWith: { first, _ in first })
    prompts = Dictionary(
      module.prompts.filter { $0.path == file.path }.map { ($0.node, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    trees = Dictionary(
      module.trees.filter { $0.path == file.path && $0.isOwn }.map { ($0.node, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    workflows = Dictionary(
      module.workflows.filter { $0.path == file.path }.map { ($0.node, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The title.
  var heading: HTML {
    let title = titleNode.map { inlines(of: $0) } ?? ""
    return title.isEmpty ? HTML(escaping: file.title.isEmpty ? page.title : file.title) : title
  }

  /// The anchor of the title's heading; empty when it has none.
  var anchor: String {
    file.headings.first { $0.node == titleNode }?.id ?? ""
  }

  /// The first paragraph; empty when the body shows it.
  var lead: HTML { leadNode.map { inlines(of: $0) } ?? "" }

  /// Everything behind title and lead.
  var body: HTML {
    html(skipping: Set([titleNode, leadNode].compactMap(\.self)))
  }

  /// The items of the table of contents.
  var contents: [(id: String, title: String, isDeep: Bool)] {
    file.headings.compactMap { heading in
      guard heading.node != titleNode, let level = levels[heading.node], level <= 3, !heading.id.isEmpty else { return nil }
      return (heading.id, heading.title, level > 2)
    }
  }

  /// The file without a prompt that its page shows by itself, and without what only announces it.
  func html(without prompt: Prompt) -> HTML {
    let document = file.document
    var skipped = Set([titleNode, leadNode, prompt.node].compactMap(\.self))
    let blocks = Array(document.children(of: 0))
    if prompt.variables.contains(where: \.isDeclared) {
      let table = blocks.first { $0 > prompt.node && document.nodes[$0].kind == .table }
      if let table { skipped.insert(table) }
    }
    for (block, next) in zip(blocks, blocks.dropFirst()) where skipped.contains(next) && document.nodes[block].kind == .paragraph {
      if document.plainText(of: block).trimmed.hasSuffix(":") { skipped.insert(block) }
    }
    return html(skipping: skipped)
  }

  /// The blocks that belong to a label, and the text behind it.
  func html(of block: LabelledBlock) -> HTML {
    var out: [UInt8] = []
    if !block.text.isEmpty {
      out.appendLiteral("<p>")
      out.appendEscaped(block.text)
      out.appendLiteral("</p>\n")
    }
    let renderer = HTMLRenderer(options(skipping: [], hasAnchors: false))
    for node in block.content { renderer.render(file.document, node: node, into: &out) }
    return ArticleRenderer.clean(out)
  }

  private func html(skipping skipped: Set<Int>) -> HTML {
    ArticleRenderer.clean(HTMLRenderer(options(skipping: skipped, hasAnchors: true)).render(file.document))
  }

  /// The hooks that tie the file to the site.
  private func options(skipping skipped: Set<Int>, hasAnchors: Bool) -> HTMLOptions {
    var options = inlineOptions
    options.block = { node, _, out in
      if skipped.contains(node) { return true }
      return self.write(node, hasAnchors: hasAnchors, to: &out)
    }
    return options
  }

  /// The hooks for text inside blocks.
  var inlineOptions: HTMLOptions {
    var options = HTMLOptions.module
    options.link = { node, _ in self.link(at: node) }
    options.code = { node, _ in self.references[node].flatMap { self.href(of: $0.target) } }
    return options
  }

  /// What is inside a heading, a paragraph or a table cell.
  private func inlines(of node: Int) -> HTML {
    var out: [UInt8] = []
    writeInlines(of: node, to: &out)
    return ArticleRenderer.clean(out)
  }

  /// Some inlines as another page shows them: without footnotes, which stay behind.
  func excerpt(of nodes: some Sequence<Int>) -> HTML {
    var options = inlineOptions
    options.footnotes = false
    var out: [UInt8] = []
    for node in nodes { HTMLRenderer(options).render(file.document, node: node, into: &out) }
    return ArticleRenderer.clean(out)
  }

  func writeInlines(of node: Int, to out: inout [UInt8]) {
    let renderer = HTMLRenderer(inlineOptions)
    for child in file.document.children(of: node) { renderer.render(file.document, node: child, into: &out) }
  }

  /// What was rendered, with spaces for control characters (which HTML forbids).
  private static func clean(_ html: [UInt8]) -> HTML {
    guard html.withUnsafeBufferPointer(\.controls) > 0 else { return HTML(html) }
    return HTML(html.map { HTML.isControl($0) ? UInt8(ascii: " ") : $0 })
  }
}

// What is looked up once.
extension ArticleRenderer {
  /// The first heading of level 1, else a first heading that opens the file: that is where its title comes from.
  private static func titleNode(of file: MarkdownFile) -> Int? {
    let document = file.document
    if let heading = file.headings.first(where: { $0.level == 1 }) {
      return document.children(of: 0).contains(heading.node) ? heading.node : nil
    }
    guard let first = file.headings.first, first.title == file.title else { return nil }
    return document.children(of: 0).first { _ in true } == first.node ? first.node : nil
  }

  /// The paragraph directly behind the title, unless it is long or a labelled fact (`**Status**: draft`).
  private static func leadNode(of file: MarkdownFile, behind title: Int?) -> Int? {
    guard let title else { return nil }
    let document = file.document
    let blocks = Array(document.children(of: 0))
    guard let place = blocks.firstIndex(of: title), place + 1 < blocks.count else { return nil }
    let node = blocks[place + 1]
    guard document.nodes[node].kind == .paragraph else { return nil }
    let inlines = Array(document.children(of: node))
    if inlines.count > 1, let first = inlines.first, document.nodes[first].kind == .strong { return nil }
    let text = document.plainText(of: node)
    return text.count <= longestLead && !text.trimmed.hasSuffix(":") ? node : nil
  }

  /// Levels without gaps, from 2 on, whatever the author's levels are: screen readers navigate by them.
  private static func levels(of headings: [Heading], title: Int?) -> [Int: Int] {
    var levels: [Int: Int] = [:]
    var open: [(written: Int, shown: Int)] = []
    for heading in headings where heading.node != title {
      let written = heading.level
      while let last = open.last, last.written >= written { open.removeLast() }
      let shown = min((open.last?.shown ?? 1) + 1, 6)
      open.append((written, shown))
      levels[heading.node] = shown
    }
    return levels
  }

  private static func numbers(of document: Document, in nodes: Range<Int>) -> [Int: Int] {
    var numbers: [Int: Int] = [:]
    var blocks = 0
    var tables = 0
    for index in nodes {
      switch document.nodes[index].kind {
      case .codeBlock:
        blocks += 1
        numbers[index] = blocks
      case .table:
        tables += 1
        numbers[index] = tables
      default: continue
      }
    }
    return numbers
  }
}
