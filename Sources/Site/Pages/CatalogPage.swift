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
  let tasks: HTML
  let moreTasks: String?
  /// The ways to the categories, where there are several.
  let categoryLinks: HTML
  let categories: HTML

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .text { $0.lead },
    "promptsLink": .text { $0.promptsLink },
    "tasks": .html { $0.tasks },
    "moreTasks": .text { $0.moreTasks },
    "categoryLinks": .html { $0.categoryLinks },
    "categories": .html { $0.categories },
  ])

  init(_ page: SitePage, of site: Site) {
    frame = PageFrame(page, of: site)
    heading = site.configuration.tagline
    lead = CatalogPage.lead(of: site.library)
    let prompts = site.library.prompts.count
    promptsLink = prompts == 0 ? "Prompts" : "See \(Words.count(prompts, "prompt"))"
    let workflows = site.library.modules.lazy.flatMap(\.workflows)
    tasks = site.templates.render(all: workflows.prefix(CatalogPage.mostTasks).compactMap { CatalogPage.task($0, site: site) })
    let rest = site.library.modules.reduce(0) { $0 + $1.workflows.count } - CatalogPage.mostTasks
    moreTasks = rest > 0 ? "\(Words.count(rest, "more workflow")) on the pages of the modules." : nil
    let categories = CatalogPage.categories(of: site)
    self.categories = site.templates.render(all: categories)
    categoryLinks = categories.count > 1 ? site.templates.render(all: categories.map(CategoryLink.init)) : ""
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
    var categories: [(name: String, cards: [ModuleCard])] = []
    for module in site.library.modules {
      let name = module.category.isEmpty ? "library" : module.category
      if categories.last?.name != name { categories.append((name, [])) }
      if let card = ModuleCard(module, site: site) { categories[categories.count - 1].cards.append(card) }
    }
    return categories.map { Category(name: $0.name, count: $0.cards.count, cards: site.templates.render(all: $0.cards)) }
  }

  /// The modules of one category.
  struct Category: TemplateModel {
    static let template = "category"

    let name: String
    let count: Int
    let cards: HTML

    static let fields: TemplateFields<Category> = [
      "id": .text { CatalogPage.anchor(ofCategory: $0.name) },
      "title": .text { Words.title($0.name) },
      "cards": .html { $0.cards },
    ]
  }

  /// The way to the modules of one category.
  struct CategoryLink: TemplateModel {
    static let template = "category-link"

    let category: Category

    static let fields: TemplateFields<CategoryLink> = [
      "id": .text { CatalogPage.anchor(ofCategory: $0.category.name) },
      "title": .text { Words.title($0.category.name) },
      "count": .text { Words.number($0.category.count) },
    ]
  }
}
