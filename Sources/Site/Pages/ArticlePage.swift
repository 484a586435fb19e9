internal import Library

/// A Markdown file: a README, a guide, an example, another document, or a page of the manual.
struct ArticlePage: PageModel {
  static let template = "article"

  var frame: PageFrame
  let heading: HTML
  /// The anchor of the title's heading.
  let anchor: String
  let lead: HTML
  let content: HTML

  static let fields = framed([
    "heading": .html { $0.heading },
    "anchor": .text { $0.anchor },
    "lead": .html { $0.lead },
    "content": .html { $0.content },
  ])

  init(_ page: SitePage, file: MarkdownFile, module: Module, of site: Site) {
    let article = ArticleRenderer(file, module: module, page: page, site: site)
    heading = article.heading
    anchor = article.anchor
    lead = article.lead
    content = article.body
    frame = PageFrame(page, of: site)
    frame.toc = TableOfContents.html(article.contents)
    // A page of the manual is no part of a module: nothing is counted, and no rule judges it.
    guard page.subject.owner != nil else { return }
    frame.facts = [
      PageFact(text: PageGroup(page.subject, in: module)?.noun ?? ""),
      PageFact(text: Words.count(file.count.characters, "character")),
      PageFact(text: "about \(Words.count(file.count.estimatedTokens, "token"))"),
    ]
    if let lowest = article.badges.lowest {
      frame.facts.append(PageFact(text: "examples: \(article.badges.counts)", rung: lowest))
    }
    frame.notice = site.html(of: Notice(file: file, site: site, root: site.root(of: page)))
  }
}
