internal import Synchronization

/// The parts of the frame that many pages share to the byte: the header of a depth, the breadcrumbs of a group, the footer.
///
/// Each is rendered from its template when the first page asks for it. Looking names up is what rendering spends its time on, so
/// a page has few of them.
final class Components: Sendable {
  private let templates: Templates
  private let rendered = Mutex<[Key: HTML]>([:])

  /// What tells one from another: the template, and everything its model depends on.
  private struct Key: Hashable {
    let template: String
    let place: String
  }

  init(templates: Templates) {
    self.templates = templates
  }

  /// The HTML of a component.
  ///
  /// - Parameter place: a text that is the same only where the model is.
  func html<Model: TemplateModel>(place: String, model: () -> Model) -> HTML {
    let key = Key(template: Model.template, place: place)
    if let html = rendered.withLock({ $0[key] }) { return html }
    let html = templates.render(model())
    rendered.withLock { $0[key] = html }
    return html
  }
}

/// What the header and the drawer lead to that not every site has, as addresses from the root of the site.
struct SiteLinks: Sendable {
  let collections: TextLink?
  /// The first page of the manual.
  let manual: String?
}

/// The header of every page of one depth and section.
struct Header: TemplateModel {
  static let template = "header"

  let root: String
  let siteTitle: String
  let section: PageFrame.Section
  let links: SiteLinks

  static let fields: TemplateFields<Header> = [
    "root": .text { $0.root },
    "siteTitle": .text { $0.siteTitle },
    "inCatalog": .flag { $0.section == .catalog },
    "inPrompts": .flag { $0.section == .prompts },
    "collectionsTitle": .text { $0.links.collections?.title },
    "collectionsHref": .text { $0.links.collections?.href },
    "manualHref": .text { $0.links.manual },
    "inCollections": .flag { $0.section == .collections },
    "inReport": .flag { $0.section == .report },
    "inManual": .flag { $0.section == .manual },
  ]
}

/// The way from the catalog to the pages of one group of a module.
struct Breadcrumbs: TemplateModel {
  static let template = "breadcrumbs"

  let crumbs: HTML

  static let fields: TemplateFields<Breadcrumbs> = ["crumbs": .html { $0.crumbs }]
}

/// One of the places on the way to a page.
struct Crumb: TemplateModel {
  static let template = "crumb"

  let title: String
  let href: String

  static let fields: TemplateFields<Crumb> = [
    "title": .text { $0.title },
    "href": .text { $0.href },
  ]
}

/// The footer of every page of one depth.
struct Footer: TemplateModel {
  static let template = "footer"

  let root: String
  let siteTitle: String
  let repository: String?
  let hasRules: Bool

  static let fields: TemplateFields<Footer> = [
    "root": .text { $0.root },
    "siteTitle": .text { $0.siteTitle },
    "repository": .text { $0.repository },
    "hasRules": .flag { $0.hasRules },
  ]
}
