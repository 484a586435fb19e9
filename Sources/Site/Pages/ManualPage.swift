internal import Library

/// A page of the manual: a Markdown file of the site's own.
struct ManualPage: PageModel {
  static let template = "manual"

  var frame: PageFrame
  let heading: HTML
  let lead: HTML
  let content: HTML

  static let fields = framed([
    "heading": .html { $0.heading },
    "lead": .html { $0.lead },
    "content": .html { $0.content },
  ])

  init(_ page: SitePage, of site: Site) {
    frame = PageFrame(page, of: site)
    guard let manual = site.manual, let file = page.markdown(of: site) else {
      (heading, lead, content) = (HTML(escaping: page.title), "", "")
      return
    }
    let article = ArticleRenderer(file, module: manual.module, page: page, site: site)
    (heading, lead, content) = (article.heading, article.lead, article.body)
    frame.toc = TableOfContents.html(article.contents)
  }
}
