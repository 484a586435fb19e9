internal import Diagnostics
internal import Files
internal import Library

extension PageFrame {
  /// The frame of a page: everything that does not depend on the kind of the page.
  init(_ page: SitePage, of site: Site) {
    let summary = Words.clipped(site.summary(of: page), to: 200)
    let isAddressed = page.subject != .notFound
    let root = site.root(of: page)
    let section = PageFrame.section(of: page, on: site)
    self.init(
      title: page.headTitle,
      description: summary.isEmpty ? page.headTitle : summary,
      canonical: isAddressed ? site.configuration.address.map { $0.base + page.location.href } : nil,
      twin: site.has(.markdown) ? root + page.twin.href : nil,
      editing: site.source(of: page).flatMap { path in site.configuration.editing.map { $0.base + Location.encoded(path) } },
      isCopied: page.subject != .search && isAddressed,
      isArticle: page.subject.owner != nil,
      root: root,
      header: site.components.html(place: "\(root) \(section.rawValue)") {
        Header(root: root, siteTitle: Words.title(site.title), section: section, links: site.map.links)
      },
      footer: site.components.html(place: root) {
        Footer(
          root: root,
          siteTitle: Words.title(site.title),
          repository: site.configuration.repository,
          hasRules: !site.rules.isEmpty
        )
      }
    )
    sidebar = site.sidebar(for: page)
    backlinks = site.backlinks.html(for: page, library: site.library, map: site.map, root: root)
    if page.subject.owner != nil, let path = page.markdown(of: site)?.path, !site.ties.places(of: path).isEmpty {
      collections = site.templates.render(all: site.ties.places(of: path).compactMap { CollectionStrip($0, site: site, root: root) })
      concerns = MemberConcerns.html(of: path, apartFrom: site.backlinks.sources(of: page), site: site, root: root)
    }
    if let module = page.subject.module {
      let group = PageGroup(page.subject, in: site.library.modules[module])?.rawValue ?? ""
      breadcrumbs = site.components.html(place: "\(root) \(module) \(group)") {
        Breadcrumbs(crumbs: site.templates.render(all: PageFrame.breadcrumbs(of: page, module: site.library.modules[module], site: site)))
      }
      previous = neighbour(page.index - 1, of: site)
      next = neighbour(page.index + 1, of: site)
    } else if let collection = page.subject.collection {
      let own = page.subject == .collection(collection) ? nil : site.map.page(ofCollection: collection)
      let owners = [site.map.collectionsList, own]
      let crumbs = owners.compactMap(\.self).map { Crumb(title: $0.title, href: root + $0.location.href) }
      if !crumbs.isEmpty { breadcrumbs = site.templates.render(Breadcrumbs(crumbs: site.templates.render(all: crumbs))) }
    } else if case .manual = page.subject {
      previous = neighbour(page.index - 1, of: site)
      next = neighbour(page.index + 1, of: site)
    } else if case .rule = page.subject {
      breadcrumbs = site.components.html(place: "\(root) rules") {
        Breadcrumbs(crumbs: site.templates.render(all: [Crumb(title: "Rules", href: root + "rules/index.html")]))
      }
      previous = neighbour(page.index - 1, of: site)
      next = neighbour(page.index + 1, of: site)
    }
  }

  private static func section(of page: SitePage, on site: Site) -> Section {
    switch page.subject {
    case .catalog, .module, .article, .workflow: .catalog
    case .prompts, .prompt: .prompts
    case .collections, .collection, .comparison: .collections
    case .report: .report
    case .manual: .manual
    case .rules, .rule: site.manual == nil ? .none : .manual
    case .notFound, .search, .profiles: .none
    }
  }

  /// The page before or behind in reading order, as long as it belongs to a module or is about a rule.
  private func neighbour(_ index: Int, of site: Site) -> TextLink? {
    let page = site.map.pages[index]
    switch page.subject {
    case .rule, .manual: break
    default: guard page.subject.module != nil else { return nil }
    }
    return TextLink(title: page.title, href: root + page.location.href)
  }

  /// Catalog, category, module, and the group that the page is in; the page itself is its title.
  private static func breadcrumbs(of page: SitePage, module: Module, site: Site) -> [Crumb] {
    let root = site.root(of: page)
    let home = site.map.pages[0].location.href
    var crumbs = [Crumb(title: "Catalog", href: root + home)]
    if !module.category.isEmpty {
      let anchor = Location.encoded(CatalogPage.anchor(ofCategory: module.category))
      crumbs.append(Crumb(title: Words.title(module.category), href: "\(root)\(home)#\(anchor)"))
    }
    guard page.subject.owner != nil, let owner = site.map.page(ofModule: module.id) else { return crumbs }
    let name = module.id.contains("/") ? String(module.id.dropFirst(module.category.count + 1)) : module.title
    crumbs.append(Crumb(title: Words.title(name), href: root + owner.location.href))
    if let group = PageGroup(page.subject, in: module), group != .readme {
      crumbs.append(Crumb(title: group.title, href: "\(root)\(owner.location.href)#\(group.rawValue)"))
    }
    return crumbs
  }
}

extension Notice {
  /// What was found in the file that a page shows.
  init?(file: MarkdownFile, site: Site, root: String) {
    self.init(site.findings(in: file.path), subject: "page", site: site, root: root) { finding in
      finding.range.map { "line \(file.source.position(at: $0.lowerBound).line)" }
    }
  }

  /// What was found in a module.
  init?(module: Module, site: Site, root: String) {
    self.init(site.findings(inModule: module.id), subject: "module", site: site, root: root) { finding in
      guard finding.path != module.id else { return nil }
      let path = module.id.isEmpty ? finding.path : String(finding.path.dropFirst(module.id.count + 1))
      return site.place(of: finding, called: path)
    }
  }
}
