internal import Library

/// A module at a glance.
struct ModuleCard: TemplateModel {
  static let template = "card"

  let id: String
  let version: String
  let href: String
  let title: String
  let description: String
  let tags: HTML
  let contents: String
  let findings: String?
  let budget: HTML

  static let fields: TemplateFields<ModuleCard> = [
    "id": .text { $0.id },
    "version": .text { $0.version },
    "href": .text { $0.href },
    "title": .text { $0.title },
    "description": .text { $0.description },
    "tags": .html { $0.tags },
    "contents": .text { $0.contents },
    "findings": .text { $0.findings },
    "budget": .html { $0.budget },
  ]

  init?(_ module: Module, site: Site) {
    guard let page = site.map.page(ofModule: module.id) else { return nil }
    id = Words.clipped(module.id, to: 80)
    version = Words.clipped(module.manifest.version?.value ?? "no version", to: 20)
    href = page.location.href
    title = page.title
    let summary = site.summary(of: page)
    description = summary.isEmpty ? "This module has no description." : Words.clipped(summary, to: 300)
    tags = site.templates.render(all: Tag.tags(of: module, atMost: 8))
    contents = ModuleCard.contents(of: module)
    let count = site.findings(inModule: module.id).count
    findings = count == 0 ? nil : Words.count(count, "finding")
    budget = site.templates.render(Budget(characters: module.count.characters, of: site.library.configuration.budgets.module))
  }

  /// What a module holds, in words.
  private static func contents(of module: Module) -> String {
    let counts = [
      (module.workflows.count, "workflow"), (module.guides.count, "guide"), (module.examples.count, "example"),
      (module.prompts.count, "prompt"),
    ]
    return counts.filter { $0.0 > 0 }.map { Words.count($0.0, $0.1) }.joined(separator: ", ")
  }
}

extension Tag {
  /// The tags of a module, each once.
  static func tags(of module: Module, atMost limit: Int) -> [Tag] {
    var seen: Set<String> = []
    return module.manifest.tags.map { Words.clipped($0.value, to: 40) }.filter { !$0.isEmpty && seen.insert($0).inserted }
      .prefix(limit).map(Tag.init)
  }
}
