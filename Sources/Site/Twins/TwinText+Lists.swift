internal import Diagnostics
internal import Files
internal import Library

// Pages that list others.
extension TwinText {
  /// The catalog: what to begin with, and the modules by category.
  mutating func appendCatalog() {
    append(pages: site.library.modules.flatMap(\.workflows).compactMap { site.map.page(of: $0) }, heading: "Start with the task")
    var category: String?
    for module in site.library.modules {
      guard let page = site.map.page(ofModule: module.id) else { continue }
      if module.category != category {
        append(heading: module.category.isEmpty ? "library" : module.category)
        category = module.category
      }
      append(pages: [page])
    }
    append(pages: site.map.collectionsPage.map { [$0] } ?? [], heading: "Collections")
  }

  mutating func appendPrompts() {
    for module in site.library.modules {
      append(pages: module.prompts.compactMap { site.map.page(of: $0) }, heading: module.title)
    }
  }

  mutating func appendProfiles() {
    for profile in site.profiles {
      append(heading: profile.name)
      append(
        paragraph: "[\(MarkdownText.inline(Path.name(profile.location.path)))](\(profile.location.href(fromFolder: folder))): "
          + "\(Words.count(profile.files.count, "file")), \(Words.count(profile.characters, "character")) of "
          + "\(Words.number(site.library.configuration.budgets.profile))"
      )
    }
  }

  mutating func appendReport() {
    append(heading: "Sizes")
    append(row: ["Module", "Characters", "Budget"], isHead: true)
    for module in site.library.modules {
      let numbers = [module.count.characters, site.library.configuration.budgets.module].map(Words.number)
      append(row: [MarkdownText.code(module.id)] + numbers)
    }
    append(heading: "Findings")
    append(
      list: Dictionary(grouping: site.findings, by: \.rule).sorted { $0.key < $1.key }.map { "`\($0)`: \($1.count)" }
    )
    if site.findings.isEmpty { append(paragraph: "No rule found anything.") }
    guard !site.exampleCounts.systems.isEmpty else { return }
    append(heading: "Examples")
    append(row: ["System", "Ran", "Ran on a stand-in", "Checked", "Not run"], isHead: true)
    for system in site.exampleCounts.systems {
      append(row: [system.title] + [system.ran, system.likened, system.checked, system.skipped].map(Words.number))
    }
  }

  mutating func appendRules() {
    for (group, rules) in Dictionary(grouping: site.rules, by: \.group).sorted(by: { $0.key < $1.key }) {
      append(pages: rules.compactMap { site.map.page(ofRule: $0.id) }, heading: group)
    }
  }

  /// One rule; its words are our own Markdown.
  mutating func append(_ rule: RuleFacts) {
    append(paragraph: "Severity \(rule.severity.rawValue), group `\(rule.group)`, since \(rule.since).")
    append(heading: "Why")
    append(paragraph: rule.why)
    for (heading, sample) in [("Reported", rule.bad), ("Right", rule.good)] {
      append(heading: heading)
      append(code: sample.replacing("«", with: "").replacing("»", with: ""))
    }
  }

  mutating func appendCollections() {
    append(pages: site.library.collections.indices.compactMap { site.map.page(ofCollection: $0) })
  }

  mutating func append(_ collection: GuideCollection, number: Int) {
    append(pages: site.map.page(ofComparison: number).map { [$0] } ?? [])
    append(pages: collection.members.compactMap { site.map.page(ofFile: $0.file.path) }, heading: "Members")
  }

  /// What stands where a page needs a browser, or nothing lies.
  mutating func appendWayHome() {
    append(pages: [site.map.pages[0]])
  }
}
