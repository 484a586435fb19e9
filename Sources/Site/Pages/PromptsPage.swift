internal import Library

/// The gallery: every prompt of the library, by module.
struct PromptsPage: PageModel {
  static let template = "prompts"

  var frame: PageFrame
  let heading = "Prompts"
  let lead: String
  let sections: HTML

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .text { $0.lead },
    "sections": .html { $0.sections },
  ])

  init(_ page: SitePage, of site: Site) {
    let root = site.root(of: page)
    let count = site.library.prompts.count
    lead =
      count == 0
      ? "Templates for AI coding tools."
      : "\(Words.count(count, "template")) for AI coding tools. What stands in brackets is yours to fill in."
    let modules: [RowSection] = zip(site.library.modules, site.map.pagesOfModule).enumerated().compactMap { index, pair in
      let rows = site.map.pages[pair.1].filter { if case .prompt = $0.subject { true } else { false } }
      guard !rows.isEmpty else { return nil }
      let title = Words.title(pair.0.title)
      return RowSection(id: "module-\(index + 1)", title: title, rows: rows.map { Row($0, site: site, root: root) })
    }
    sections = RowSection.html(modules, site.templates)
    frame = PageFrame(page, of: site)
    frame.toc = TableOfContents.html(modules.map { ($0.id, $0.title) })
  }
}
