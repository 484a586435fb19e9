internal import Library

/// A collection: its members, with what each is about and how far it was verified.
struct CollectionPage: PageModel {
  static let template = "collection"

  var frame: PageFrame
  let heading: String
  let lead: String
  let compareHref: String?
  let compareTitle: String
  let rows: HTML

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .text { $0.lead },
    "compareHref": .text { $0.compareHref },
    "compareTitle": .text { $0.compareTitle },
    "rows": .html { $0.rows },
  ])

  init(_ page: SitePage, number: Int, of site: Site) {
    let root = site.root(of: page)
    let collection = site.library.collections[number]
    heading = collection.definition.title
    lead = collection.definition.summary
    compareHref = site.map.page(ofComparison: number).map { root + $0.location.href }
    compareTitle = "Compare them"
    rows = site.templates.render(
      all: collection.members.compactMap { member in
        site.map.page(ofFile: member.file.path).map { page in
          var row = Row(page, site: site, root: root)
          row.fact = MemberCells.badge(site.library.badges(of: member.file)) ?? row.fact
          return row
        }
      }
    )
    frame = PageFrame(page, of: site)
    frame.facts = [PageFact(text: Words.count(collection.members.count, "member"))]
  }
}

/// Every collection, where there are several.
struct CollectionsPage: PageModel {
  static let template = "collections"

  var frame: PageFrame
  let heading: String
  let lead: String
  let rows: HTML

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .text { $0.lead },
    "rows": .html { $0.rows },
  ])

  init(_ page: SitePage, of site: Site) {
    let root = site.root(of: page)
    heading = page.title
    lead = site.summary(of: page)
    rows = site.templates.render(
      all: site.library.collections.indices.compactMap { number in
        site.map.page(ofCollection: number).map { Row($0, site: site, root: root) }
      }
    )
    frame = PageFrame(page, of: site)
  }
}
