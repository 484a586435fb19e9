/// What every page shows around its content.
struct PageFrame: TemplateModel {
  /// What the browser and search engines call the page.
  var title: String
  var description: String
  /// The page's address, when the site knows its own.
  var canonical: String?
  /// What leads from the page to the output folder: `../../`.
  var root: String
  var siteTitle: String
  var repository: String?
  /// Which entry of the header is marked.
  var section = Section.none
  /// The navigation of the page's module, as HTML.
  var sidebar = ""
  var breadcrumbs: [TextLink] = []
  var facts: [PageFact] = []
  /// The entries of the table of contents, as HTML; empty when it would not help.
  var toc = ""
  var notice: Notice?
  /// The pages that speak of this one, as HTML.
  var backlinks = ""
  var previous: TextLink?
  var next: TextLink?

  enum Section { case none, catalog, prompts }

  static let fields: [String: TemplateField<PageFrame>] = [
    "title": .text { $0.title },
    "description": .text { $0.description },
    "canonical": .text { $0.canonical },
    "root": .text { $0.root },
    "siteTitle": .text { $0.siteTitle },
    "repository": .text { $0.repository },
    "inCatalog": .flag { $0.section == .catalog },
    "inPrompts": .flag { $0.section == .prompts },
    "sidebar": .html { $0.sidebar },
    "hasBreadcrumbs": .flag { !$0.breadcrumbs.isEmpty },
    "breadcrumbs": .list { $0.breadcrumbs },
    "hasFacts": .flag { !$0.facts.isEmpty },
    "facts": .list { $0.facts },
    "toc": .html { $0.toc },
    "notice": .part { $0.notice },
    "backlinks": .html { $0.backlinks },
    "hasPagination": .flag { $0.previous != nil || $0.next != nil },
    "previous": .part { $0.previous },
    "next": .part { $0.next },
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
    let frame = PageFrame.fields.mapValues { field in
      TemplateField<Self>(shape: field.shape) { field.read($0.frame) }
    }
    return frame.merging(own) { _, own in own }
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
struct PageFact: TemplateModel {
  let text: String
  var href: String?
  var isCode = false

  static let fields: [String: TemplateField<PageFact>] = [
    "text": .text { $0.text },
    "href": .text { $0.href },
    "isCode": .flag { $0.isCode },
  ]
}

/// A row of a list: the way to another page, a line about it, and a fact at the end.
struct Row: TemplateModel {
  let title: String
  let href: String
  var detail: String?
  /// As HTML.
  var fact: String?

  static let fields: [String: TemplateField<Row>] = [
    "title": .text { $0.title },
    "href": .text { $0.href },
    "detail": .text { $0.detail },
    "fact": .html { $0.fact },
  ]
}

/// A titled list of rows.
struct RowSection: TemplateModel {
  let id: String
  let title: String
  let rows: [Row]

  static let fields: [String: TemplateField<RowSection>] = [
    "id": .text { $0.id },
    "title": .text { $0.title },
    "rows": .list { $0.rows },
  ]
}

/// One word or more that stands by itself: a tag.
struct Label: TemplateModel {
  let name: String

  static let fields: [String: TemplateField<Label>] = ["name": .text { $0.name }]
}
