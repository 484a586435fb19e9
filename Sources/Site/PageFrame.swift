/// What every page shows around its content.
struct PageFrame: TemplateModel {
  /// What the browser and search engines call the page.
  var title: String
  var description: String
  /// The page's address, when the site knows its own.
  var canonical: String?
  /// What leads from the page to the output folder: `../../`.
  var root: String
  /// The header, as HTML.
  var header: String
  /// The footer, as HTML.
  var footer: String
  /// The navigation of the page's module, as HTML.
  var sidebar = ""
  /// The way from the catalog to the page, as HTML.
  var breadcrumbs = ""
  var facts: [PageFact] = []
  /// The entries of the table of contents, as HTML; empty when it would not help.
  var toc = ""
  /// What was found on the page, as HTML.
  var notice = ""
  /// The pages that speak of this one, as HTML.
  var backlinks = ""
  var previous: TextLink?
  var next: TextLink?

  /// An entry of the header that can be marked.
  enum Section: String { case none, catalog, prompts }

  static let fields: [String: TemplateField<PageFrame>] = [
    "title": .text { $0.title },
    "description": .text { $0.description },
    "canonical": .text { $0.canonical },
    "root": .text { $0.root },
    "header": .html { $0.header },
    "footer": .html { $0.footer },
    "sidebar": .html { $0.sidebar },
    "breadcrumbs": .html { $0.breadcrumbs },
    "facts": .html { $0.facts.map(\.html).joined(separator: "\n") },
    "toc": .html { $0.toc },
    "notice": .html { $0.notice },
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
  /// The name of its template.
  static var template: String { get }
  var frame: PageFrame { get }
}

extension PageModel {
  /// The page's own fields and those of the frame.
  static func framed(_ own: [String: TemplateField<Self>]) -> [String: TemplateField<Self>] {
    PageFrame.fields.mapValues { $0.of(\.frame) }.merging(own) { _, own in own }
  }
}

/// A title that leads somewhere, or nowhere.
struct TextLink: TemplateModel {
  let title: String
  let href: String?

  static let fields: [String: TemplateField<TextLink>] = [
    "title": .text { $0.title },
    "href": .text { $0.href },
  ]
}

/// One of the short facts under a page's title.
struct PageFact {
  let text: String
  var href: String?
  var isCode = false

  /// As an entry of a list.
  var html: String {
    let text = HTMLText.escaped(text)
    if let href { return "<li><a href=\"\(HTMLText.escaped(href))\">\(text)</a></li>" }
    return isCode ? "<li><code>\(text)</code></li>" : "<li>\(text)</li>"
  }
}

/// One word or more that stands by itself: a tag.
struct Label: TemplateModel {
  let name: String

  static let fields: [String: TemplateField<Label>] = ["name": .text { $0.name }]
}
