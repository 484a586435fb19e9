internal import Library

/// The home page: what the library is for, the tasks it helps with, and a card for every module.
struct CatalogPage: PageModel {
  static let template = "catalog"
  /// How many workflows are offered as tasks.
  private static let mostTasks = 10

  var frame: PageFrame
  let heading: String
  let lead: String
  let promptsLink: String
  let tasks: [Row]
  let moreTasks: String?
  let categories: [Category]

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .text { $0.lead },
    "promptsLink": .text { $0.promptsLink },
    "hasTasks": .flag { !$0.tasks.isEmpty },
    "tasks": .list { $0.tasks },
    "moreTasks": .text { $0.moreTasks },
    "hasCategories": .flag { $0.categories.count > 1 },
    "categories": .list { $0.categories },
  ])

  init(_ page: SitePage, of site: Site) {
    frame = PageFrame(page, of: site)
    heading = site.configuration.tagline
    lead = CatalogPage.lead(of: site.library)
    let prompts = site.library.prompts.count
    promptsLink = prompts == 0 ? "Prompts" : "See \(Words.count(prompts, "prompt"))"
    let workflows = site.library.modules.lazy.flatMap(\.workflows)
    tasks = workflows.prefix(CatalogPage.mostTasks).compactMap { CatalogPage.task($0, site: site) }
    let rest = site.library.modules.reduce(0) { $0 + $1.workflows.count } - CatalogPage.mostTasks
    moreTasks = rest > 0 ? "\(Words.count(rest, "more workflow")) on the pages of the modules." : nil
    categories = CatalogPage.categories(of: site)
  }

  /// What the library holds, and what that is worth.
  private static func lead(of library: Library) -> String {
    let modules = library.modules
    let counts = [
      (modules.reduce(0) { $0 + $1.workflows.count }, "workflow"), (modules.reduce(0) { $0 + $1.guides.count }, "guide"),
      (modules.reduce(0) { $0 + $1.examples.count }, "example"), (modules.reduce(0) { $0 + $1.prompts.count }, "prompt"),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { Words.count($0.0, $0.1) }.joined(separator: ", ")
    let holds = Words.count(modules.count, "module") + (parts.isEmpty ? "." : " with \(parts).")
    return holds + " Every reference is checked, every prompt marks what it needs from you, every module shows its size."
  }

  /// The anchor of a category's heading. Spaces, which no anchor may hold, become hyphens.
  static func anchor(ofCategory category: String) -> String {
    "category-" + category.map { $0.isWhitespace ? "-" : String($0) }.joined()
  }

  private static func task(_ workflow: Workflow, site: Site) -> Row? {
    guard let page = site.map.page(of: workflow) else { return nil }
    return Row(
      title: Words.clipped(workflow.purpose ?? workflow.title, to: 90),
      href: page.location.href,
      detail: workflow.purpose == nil ? nil : Words.title(workflow.title),
      fact: Rings.html(workflow.steps.count)
    )
  }

  /// Modules by their category, both in the order of their names.
  private static func categories(of site: Site) -> [Category] {
    var categories: [Category] = []
    for module in site.library.modules {
      let name = module.category.isEmpty ? "library" : module.category
      if categories.last?.title != name { categories.append(Category(title: name)) }
      if let card = ModuleCard(module, site: site) { categories[categories.count - 1].cards.append(card) }
    }
    return categories
  }

  /// The modules of one category.
  struct Category: TemplateModel {
    let title: String
    var cards: [ModuleCard] = []

    static let fields: [String: TemplateField<Category>] = [
      "id": .text { CatalogPage.anchor(ofCategory: $0.title) },
      "title": .text { Words.title($0.title) },
      "count": .text { Words.number($0.cards.count) },
      "cards": .list { $0.cards },
    ]
  }
}
