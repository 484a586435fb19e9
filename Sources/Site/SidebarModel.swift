internal import Library

/// What the sidebar's template reads: a module and its pages in groups. Without a module only the links of the whole site.
struct SidebarModel: TemplateModel {
  static let template = "sidebar"

  var module: Entry?
  var groups: [Group] = []

  static let fields: [String: TemplateField<SidebarModel>] = [
    "root": .html { _ in Sidebar.rootPlaceholder },
    "module": .part { $0.module },
    "groups": .list { $0.groups },
  ]

  /// Pages of one kind.
  struct Group: TemplateModel {
    let id: String
    let title: String
    var entries: [Entry] = []

    mutating func add(_ page: SitePage, allAt href: String) {
      if entries.count < SidebarModel.longest { return entries.append(Entry(page)) }
      if entries.count == SidebarModel.longest { entries.append(Entry(restAt: href)) }
    }

    static let fields: [String: TemplateField<Group>] = [
      "id": .text { $0.id },
      "title": .text { $0.title },
      "entries": .list { $0.entries },
    ]
  }

  /// A link to a page, and the place for its mark.
  struct Entry: TemplateModel {
    let id: String
    let title: String
    let href: String
    let current: String

    /// The way to the rest of a list.
    init(restAt href: String) {
      (id, title, current) = ("", "All of them", "")
      self.href = href
    }

    init(_ page: SitePage, id: String = "") {
      self.id = id
      title = page.shortTitle
      href = page.location.href
      current = Sidebar.placeholder(for: page)
    }

    static let fields: [String: TemplateField<Entry>] = [
      "id": .text { $0.id },
      "title": .text { $0.title },
      "href": .text { $0.href },
      "current": .html { $0.current },
    ]
  }

  init() {}

  /// The most pages of a group that are listed; the page of the module lists them all. Every page of a module shows this list, so that
  /// without an end to it a site would grow with the square of its pages.
  private static let longest = 100

  /// - Parameter pages: the module's own page first, then its pages in reading order.
  init(_ module: Module, pages: some Sequence<SitePage>) {
    for page in pages {
      guard let kind = PageGroup(page.subject, in: module) else {
        self.module = Entry(page, id: module.id)
        continue
      }
      if groups.last?.title != kind.title { groups.append(Group(id: "menu:\(kind.rawValue)", title: kind.title)) }
      groups[groups.count - 1].add(page, allAt: self.module.map { "\($0.href)#\(kind.rawValue)" } ?? "")
    }
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
    case .catalog, .prompts, .notFound, .module: return nil
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
