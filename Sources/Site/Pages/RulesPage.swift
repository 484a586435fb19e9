internal import Diagnostics

/// Every rule, by group.
struct RulesPage: PageModel {
  static let template = "rules"

  var frame: PageFrame
  let heading = "Rules"
  let lead: String
  let sections: HTML

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .text { $0.lead },
    "sections": .html { $0.sections },
  ])

  init(_ page: SitePage, of site: Site) {
    let root = site.root(of: page)
    let count = Words.count(site.rules.count, "rule")
    lead =
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
    sections = RowSection.html(lists, site.templates)
    frame = PageFrame(page, of: site)
    frame.toc = TableOfContents.html(lists.map { ($0.id, $0.title) })
  }
}
