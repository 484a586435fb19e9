internal import Library

extension ListPage {
  /// The gallery: every prompt of the library, by module.
  init(prompts page: SitePage, of site: Site) {
    let root = site.root(of: page)
    let count = site.library.prompts.count
    let lead =
      count == 0
      ? "Templates for AI coding tools."
      : "\(Words.count(count, "template")) for AI coding tools. What stands in brackets is yours to fill in."
    let modules: [RowSection] = zip(site.library.modules, site.map.pagesOfModule).enumerated().compactMap { index, pair in
      let rows = site.map.pages[pair.1].filter { if case .prompt = $0.subject { true } else { false } }
      guard !rows.isEmpty else { return nil }
      let title = Words.title(pair.0.title)
      return RowSection(id: "module-\(index + 1)", title: title, rows: rows.map { Row($0, site: site, root: root) })
    }
    let lists = modules.map { $0.rendered(site.templates) }
    self.init(page, lead: lead, lists: lists, empty: "No module of this library has a prompt yet.", of: site)
  }
}
