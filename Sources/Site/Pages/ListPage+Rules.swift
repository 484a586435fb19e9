internal import Diagnostics

extension ListPage {
  /// Every rule, by group.
  init(rules page: SitePage, of site: Site) {
    let root = site.root(of: page)
    let count = Words.count(site.rules.count, "rule")
    let lead =
      "\(count) that every library is checked against, each with its reason, a bad and a good example. One or a group is chosen with augury check --select."
    var groups: [(name: String, rows: [Row])] = []
    for rule in site.rules {
      guard let page = site.map.page(ofRule: rule.id) else { continue }
      let row = Row(page, site: site, root: root)
      if let index = groups.firstIndex(where: { $0.name == rule.group }) {
        groups[index].rows.append(row)
      } else {
        groups.append((rule.group, [row]))
      }
    }
    let lists = groups.sorted { $0.name < $1.name }.map { RowSection(id: "group-\($0.name)", title: $0.name, rows: $0.rows) }
    self.init(page, lead: lead, lists: lists.map { $0.rendered(site.templates) }, of: site)
  }
}
