/// A page that is nothing but titled lists: of prompts, profiles or rules. Each has its own initializer beside what it lists.
struct ListPage: PageModel {
  static let template = "list"

  var frame: PageFrame
  let heading: String
  let lead: String
  let sections: HTML
  /// What stands where there is nothing to list.
  let empty: String?

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .text { $0.lead },
    "sections": .html { $0.sections },
    "empty": .text { $0.empty },
  ])

  /// - Parameter lists: rendered rows, each under its title.
  init(_ page: SitePage, lead: String, lists: [RenderedSection], empty: String? = nil, of site: Site) {
    heading = page.title
    self.lead = lead
    self.empty = empty
    sections = site.templates.render(all: lists)
    frame = PageFrame(page, of: site)
    frame.toc = TableOfContents.html(lists.map { ($0.id, $0.title) })
  }
}
