internal import Library
internal import Markdown

/// What the tables of a comparison show of one member: its name, its cells with their links and code, and how far it was verified.
struct MemberCells {
  /// A cell of a fact that a member does not state.
  static let unstated = dash("not stated")

  /// A dash for the eye, and words for who listens.
  private static func dash(_ words: String) -> HTML {
    "<td><span aria-hidden=\"true\">\u{2014}</span><span class=\"quiet\">\(words)</span></td>"
  }

  let title: String
  let href: String
  let article: ArticleRenderer
  private let labels: [String: Int]

  init?(_ member: GuideCollection.Member, on page: SitePage, site: Site) {
    guard let module = site.library.module(member.file.module), let own = site.map.page(ofFile: member.file.path) else { return nil }
    title = own.title
    article = ArticleRenderer(member.file, module: module, page: page, site: site)
    href = article.root + own.location.href
    labels = member.facts?.labels ?? [:]
  }

  /// The head of its row.
  func head(rows: Int = 1) -> HTML {
    let link: HTML = "<a href=\"\(href)\">\(title)</a></th>"
    return rows == 1 ? "<th scope=\"row\">\(link)" : "<th scope=\"rowgroup\" rowspan=\"\(rows)\">\(link)"
  }

  /// The value of a fact, with what is to be said of it below.
  func cell(_ fact: MemberFacts.Fact?) -> HTML {
    guard let fact else { return MemberCells.unstated }
    let note = fact.note.map { "<span class=\"cell-note\">\(inlines(of: $0))</span>" as HTML } ?? ""
    return "<td>\(inlines(of: fact.value))\(note)</td>"
  }

  /// The text behind a label.
  func cell(label: String) -> HTML {
    guard let paragraph = labels[label.lowercased()] else { return MemberCells.unstated }
    let html = article.excerpt(of: article.file.document.children(of: paragraph).dropFirst())
    return "<td>\(HTML(Array(html.bytes.drop { $0 == UInt8(ascii: ":") || $0 == 0x20 })))</td>"
  }

  /// How near to its system the examples of the member ran, by the lowest of them.
  var knot: HTML {
    MemberCells.badge(article.badges).map { "<td>\($0)</td>" } ?? MemberCells.dash("no examples")
  }

  /// The lowest rung of a page with the numbers in words; nil for a page without an example that could run.
  static func badge(_ badges: PageBadges) -> HTML? {
    badges.lowest.map { "<span class=\"badge rung-\($0.rawValue.lowercased())\">\(badges.counts)</span>" }
  }

  private func inlines(of cell: Int) -> HTML { article.excerpt(of: article.file.document.children(of: cell)) }
}
