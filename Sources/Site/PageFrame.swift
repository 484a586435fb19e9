internal import Library

/// What every page shows around its content.
struct PageFrame: Sendable {
  /// What the browser and search engines call the page.
  var title: String
  var description: String
  /// The page's address, when the site knows its own.
  var canonical: String?
  /// The way to the page as Markdown; nil where the site has none.
  var twin: String?
  /// Where the source of the page can be edited; nil where it has none, or the site does not say.
  var editing: String?
  /// Whether anybody would want to copy it: not where it is only the way to others.
  var isCopied: Bool
  /// Whether the page is a text by itself and no list of others.
  var isArticle: Bool
  /// What leads from the page to the output folder: `../../`.
  var root: String
  /// The header.
  var header: HTML
  /// The footer.
  var footer: HTML
  /// The navigation of the page's module.
  var sidebar = HTML()
  /// The way from the catalog to the page.
  var breadcrumbs = HTML()
  var facts: [PageFact] = []
  /// The entries of the table of contents; empty when it would not help.
  var toc = HTML()
  /// What was found on the page.
  var notice = HTML()
  /// The ways to the others of the collections that the page is in.
  var collections = HTML()
  /// What else concerns a member of a collection.
  var concerns = HTML()
  /// The pages that speak of this one.
  var backlinks = HTML()
  var previous: TextLink?
  var next: TextLink?

  /// An entry of the header that can be marked.
  enum Section: String { case none, catalog, prompts, collections, report, manual }

  static let fields: TemplateFields<PageFrame> = [
    "title": .text { $0.title },
    "description": .text { $0.description },
    "canonical": .text { $0.canonical },
    "twin": .text { $0.twin },
    "editing": .text { $0.editing },
    "isCopied": .flag { $0.isCopied },
    "isArticle": .flag { $0.isArticle },
    "root": .text { $0.root },
    "header": .html { $0.header },
    "footer": .html { $0.footer },
    "sidebar": .html { $0.sidebar },
    "breadcrumbs": .html { $0.breadcrumbs },
    "facts": .html { $0.facts.map(\.html).joined() },
    "toc": .html { $0.toc },
    "notice": .html { $0.notice },
    "collections": .html { $0.collections },
    "concerns": .html { $0.concerns },
    "backlinks": .html { $0.backlinks },
    "hasPagination": .flag { $0.previous != nil || $0.next != nil },
    "hasPrevious": .flag { $0.previous != nil },
    "previousTitle": .text { $0.previous?.title },
    "previousHref": .text { $0.previous?.href },
    "hasNext": .flag { $0.next != nil },
    "nextTitle": .text { $0.next?.title },
    "nextHref": .text { $0.next?.href },
  ]
}

/// A page in the form its template reads: the frame and what stands in it.
protocol PageModel: TemplateModel {
  var frame: PageFrame { get }
}

extension PageModel {
  /// The page's own fields and those of the frame.
  static func framed(_ own: TemplateFields<Self>) -> TemplateFields<Self> {
    own.adding(PageFrame.fields) { $0.frame }
  }
}

/// A title that leads somewhere.
struct TextLink: Sendable {
  let title: String
  let href: String
}

/// One of the short facts under a page's title.
struct PageFact: Sendable {
  let text: String
  var href: String?
  var isCode = false
  /// How near to their systems the examples ran that it counts.
  var rung: Rung?

  /// As an entry of a list.
  var html: HTML {
    if let rung { return "<li><span class=\"badge rung-\(rung.rawValue.lowercased())\">\(text)</span></li>\n" }
    if let href { return "<li><a href=\"\(href)\">\(text)</a></li>\n" }
    return isCode ? "<li><code>\(text)</code></li>\n" : "<li>\(text)</li>\n"
  }
}

/// A tag of a module.
struct Tag: TemplateModel {
  static let template = "tag"

  let name: String

  static let fields: TemplateFields<Tag> = ["name": .text { $0.name }]
}
