internal import Files
internal import Library

/// What the sidebar's template reads: a module and its pages in groups. Without a module only the links of the whole site.
struct SidebarModel: TemplateModel {
  static let template = "sidebar"

  private var module: SidebarEntry?
  private var moduleID = ""
  private var groups: HTML = ""

  /// The folder of the module's pages in an address, with a slash at its end; empty without a module.
  var folder: String { module.map { Path.folder($0.href) + "/" } ?? "" }

  private let links: SiteLinks

  static let fields: TemplateFields<SidebarModel> = [
    "root": .html { _ in Sidebar.rootPlaceholder },
    "collectionsTitle": .text { $0.links.collections?.title },
    "collectionsHref": .text { $0.links.collections?.href },
    "manualHref": .text { $0.links.manual },
    "moduleID": .text { $0.moduleID },
    "moduleTitle": .text { $0.module?.title },
    "moduleHref": .text { $0.module?.href },
    "moduleMark": .html { $0.module?.current },
    "isBare": .flag { $0.groups.isEmpty },
    "groups": .html { $0.groups },
  ]

  /// Of no module.
  init(links: SiteLinks) {
    self.links = links
  }

  /// Of the manual: its pages, and the rules.
  init(manual pages: [SitePage], rules: SitePage?, links: SiteLinks, templates: Templates) {
    self.links = links
    let entries = (pages + [rules].compactMap(\.self)).map(SidebarEntry.init)
    groups = templates.render(SidebarGroup(id: "menu:manual", title: "Manual", entries: templates.render(all: entries)))
  }

  /// The most pages of a group that are listed; the page of the module lists them all. Every page of a module shows this list, so that
  /// without an end to it a site would grow with the square of its pages.
  private static let longest = 100

  /// - Parameter pages: the module's own page first, then its pages in reading order.
  init(_ module: Module, pages: some Sequence<SitePage>, links: SiteLinks, templates: Templates) {
    self.links = links
    var listed: [(kind: PageGroup, entries: [SidebarEntry])] = []
    moduleID = module.id
    for page in pages {
      guard let kind = PageGroup(page.subject, in: module) else {
        self.module = SidebarEntry(page)
        continue
      }
      if listed.last?.kind != kind { listed.append((kind, [])) }
      let count = listed[listed.count - 1].entries.count
      if count < SidebarModel.longest {
        listed[listed.count - 1].entries.append(SidebarEntry(page))
      } else if count == SidebarModel.longest {
        listed[listed.count - 1].entries.append(SidebarEntry(restAt: self.module.map { "\($0.href)#\(kind.rawValue)" } ?? ""))
      }
    }
    groups = templates.render(
      all: listed.map { SidebarGroup(id: "menu:\($0.kind.rawValue)", title: $0.kind.title, entries: templates.render(all: $0.entries)) }
    )
  }
}

/// Pages of one kind.
struct SidebarGroup: TemplateModel {
  static let template = "sidebar-group"

  let id: String
  let title: String
  let entries: HTML

  static let fields: TemplateFields<SidebarGroup> = [
    "id": .text { $0.id },
    "title": .text { $0.title },
    "entries": .html { $0.entries },
  ]
}

/// A link to a page, and the place for its mark.
struct SidebarEntry: TemplateModel {
  static let template = "sidebar-entry"

  let title: String
  let href: String
  let current: HTML

  static let fields: TemplateFields<SidebarEntry> = [
    "root": .html { _ in Sidebar.rootPlaceholder },
    "title": .text { $0.title },
    "href": .text { $0.href },
    "current": .html { $0.current },
  ]

  /// The way to the rest of a list.
  init(restAt href: String) {
    (title, current) = ("All of them", "")
    self.href = href
  }

  init(_ page: SitePage) {
    title = page.shortTitle
    href = page.location.href
    current = Sidebar.placeholder(for: page)
  }
}

/// The groups in which a module's pages are listed, in their order.
enum PageGroup: String, CaseIterable, Sendable {
  case readme, workflows, guides, examples, prompts, more

  /// The group of a page; nil for pages that are in none.
  init?(_ subject: SitePage.Subject, in module: Module) {
    switch subject {
    case .workflow: self = .workflows
    case .prompt: self = .prompts
    case .article(_, let index):
      switch module.pages[index].role {
      case .readme: self = .readme
      case .guide: self = .guides
      case .example: self = .examples
      case .prompt: self = .prompts
      case .changelog, .other: self = .more
      }
    case .catalog, .prompts, .notFound, .search, .profiles, .report, .manual, .rules, .rule, .collections, .collection, .comparison,
      .module:
      return nil
    }
  }

  /// What its list is called.
  var title: String {
    switch self {
    case .readme: "Read first"
    case .workflows: "Workflows"
    case .guides: "Guides"
    case .examples: "Examples"
    case .prompts: "Prompts"
    case .more: "More"
    }
  }

  /// What one page of it is called.
  var noun: String {
    switch self {
    case .readme: "Overview"
    case .workflows: "Workflow"
    case .guides: "Guide"
    case .examples: "Example"
    case .prompts: "Prompt"
    case .more: "Document"
    }
  }
}
