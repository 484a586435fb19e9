internal import Library

/// The search, for whoever has script; and for everybody every page of the library, by module.
struct SearchPage: PageModel {
  static let template = "search"
  /// The most pages that are listed; of a larger library the modules are.
  private static let mostPages = 2_000

  var frame: PageFrame
  let heading = "Search"
  let lead: String
  let hasIndex: Bool
  let sections: HTML

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .text { $0.lead },
    "hasIndex": .flag { $0.hasIndex },
    "sections": .html { $0.sections },
  ])

  init(_ page: SitePage, of site: Site) {
    let root = site.root(of: page)
    let count = site.map.pagesOfModule.reduce(0) { $0 + $1.count }
    lead = "Every page of \(Words.title(site.title))."
    hasIndex = site.has(.search)
    let lists: [RowSection]
    if count <= Self.mostPages {
      lists = zip(site.library.modules, site.map.pagesOfModule).enumerated().map { index, pair in
        let rows = site.map.pages[pair.1].map { SearchPage.row($0, in: pair.0, root: root) }
        return RowSection(id: "module-\(index + 1)", title: Words.title(pair.0.title), rows: rows)
      }
    } else {
      let homes = site.library.modules.compactMap { site.map.page(ofModule: $0.id) }
      lists = [RowSection(id: "modules", title: "Modules", rows: homes.map { Row(title: $0.title, href: root + $0.location.href) })]
    }
    sections = RowSection.html(lists, site.templates)
    frame = PageFrame(page, of: site)
    frame.toc = TableOfContents.html(lists.map { ($0.id, $0.title) })
  }

  private static func row(_ page: SitePage, in module: Module, root: String) -> Row {
    let kind = PageGroup(page.subject, in: module)?.noun ?? "Module"
    return Row(title: page.title, href: root + page.location.href, fact: HTML(escaping: kind))
  }
}
