internal import Diagnostics
internal import Library

/// A module: what it is, how big it is, how to get it, and everything in it.
struct ModulePage: PageModel {
  static let template = "module"

  var frame: PageFrame
  let heading: String
  let lead: String
  let cells: HTML
  let budget: HTML
  let install: String
  let tags: HTML
  let sections: HTML

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .text { $0.lead },
    "cells": .html { $0.cells },
    "budget": .html { $0.budget },
    "install": .text { $0.install },
    "tags": .html { $0.tags },
    "sections": .html { $0.sections },
  ])

  /// A named fact.
  struct Cell: TemplateModel {
    static let template = "cell"

    let name: String
    let value: String

    static let fields: TemplateFields<Cell> = [
      "name": .text { $0.name },
      "value": .text { $0.value },
    ]
  }

  init(_ page: SitePage, module: Module, of site: Site) {
    let summary = site.summary(of: page)
    heading = module.title.isEmpty ? page.title : module.title
    lead = summary.isEmpty ? "This module has no description." : summary
    cells = site.templates.render(all: ModulePage.cells(of: module, dependents: site.dependents(of: module.id)))
    budget = site.templates.render(Budget(characters: module.count.characters, of: site.library.configuration.budgets.module))
    install = "augx link \(module.id)"
    tags = site.templates.render(all: Tag.tags(of: module, atMost: 40))
    let contents = ModulePage.sections(of: module, page: page, site: site)
    sections = RowSection.html(contents, site.templates)
    frame = PageFrame(page, of: site)
    frame.facts = [PageFact(text: Words.clipped(module.id, to: 120), isCode: true)].filter { !$0.text.isEmpty }
    frame.toc = TableOfContents.html(contents.map { ($0.id, $0.title) })
    frame.notice = site.html(of: Notice(module: module, site: site, root: site.root(of: page)))
  }

  /// - Parameter dependents: the ids of the modules that depend on it.
  static func cells(of module: Module, dependents: [String]) -> [Cell] {
    let manifest = module.manifest
    let dependencies = manifest.dependencies.map { [$0.id, $0.range?.value ?? ""].filter { !$0.isEmpty }.joined(separator: " ") }
    return [
      Cell(name: "Version", value: manifest.version?.value ?? "no version"),
      Cell(name: "Type", value: manifest.type?.value ?? "no type"),
      Cell(name: "Priority", value: manifest.priority?.value ?? "no priority"),
      Cell(name: "Characters", value: Words.number(module.count.characters)),
      Cell(name: "UTF-16 units", value: Words.number(module.count.wholeFolderUTF16)),
      Cell(name: "Tokens, estimated", value: "about \(Words.number(module.count.counted.estimatedTokens))"),
      Cell(name: "Depends on", value: dependencies.isEmpty ? "nothing" : dependencies.joined(separator: ", ")),
    ] + (dependents.isEmpty ? [] : [Cell(name: "Needed by", value: dependents.joined(separator: ", "))])
  }

  private static func sections(of module: Module, page: SitePage, site: Site) -> [RowSection] {
    guard let number = page.subject.module else { return [] }
    let root = site.root(of: page)
    var rows: [PageGroup: [Row]] = [:]
    for page in site.map.pages[site.map.pagesOfModule[number]] {
      guard let group = PageGroup(page.subject, in: module) else { continue }
      rows[group, default: []].append(Row(page, site: site, root: root))
    }
    let sections = PageGroup.allCases.compactMap { group in
      rows[group].map { RowSection(id: group.rawValue, title: group.title, rows: $0) }
    }
    return sections + [profiles(of: module, site: site, root: root)].compactMap(\.self)
  }

  /// The profiles that the module declares; nil where it declares none.
  private static func profiles(of module: Module, site: Site, root: String) -> RowSection? {
    guard let list = site.map.profilesPage else { return nil }
    let rows = site.profiles.enumerated().filter { $0.element.module == module.id }.map { number, profile in
      Row(
        title: Words.title(profile.name),
        href: "\(root)\(list.location.href)#\(ProfileEntry.anchor(of: number))",
        fact: HTML(escaping: Words.count(profile.files.count, "file"))
      )
    }
    return rows.isEmpty ? nil : RowSection(id: "profiles", title: "Profiles", rows: rows)
  }
}

extension Row {
  /// The way to a page, with what it is about and what kind of page it is.
  init(related page: SitePage, site: Site, root: String) {
    self.init(page, site: site, root: root)
    let group = page.subject.module.flatMap { PageGroup(page.subject, in: site.library.modules[$0]) }
    fact = group.map { HTML(escaping: $0.noun) }
  }

  /// The way to a page, with what it is about and how big it is.
  init(_ page: SitePage, site: Site, root: String) {
    title = page.title
    href = root + page.location.href
    let summary = Words.clipped(site.summary(of: page), to: 160)
    detail = summary.isEmpty ? nil : summary
    switch page.subject {
    case .workflow(let module, let workflow): fact = Rings.html(site.library.modules[module].workflows[workflow].steps.count)
    case .prompt(let module, let prompt, _):
      fact = HTML(escaping: Words.slots(site.library.modules[module].prompts[prompt].variables.count))
    case .article(let module, let file):
      fact = HTML(escaping: Words.count(site.library.modules[module].pages[file].count.characters, "character"))
    case .rule(let rule): fact = HTML(escaping: site.rules[rule].severity.rawValue)
    case .collection(let number): fact = HTML(escaping: Words.count(site.library.collections[number].members.count, "member"))
    case .catalog, .prompts, .notFound, .search, .profiles, .report, .manual, .rules, .collections, .comparison, .module: fact = nil
    }
  }
}
