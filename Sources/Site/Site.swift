internal import Contexts
package import Diagnostics
package import Files
package import Library
package import Prompts

/// The documentation site of a library: which files it has, and how each is rendered when it is asked for.
///
/// What many pages share (the map, backlinks, the sidebar of each module) is worked out once, here. A class, since every page and
/// every article holds it.
package final class Site: Sendable {
  let library: Library
  let configuration: SiteConfiguration
  let map: SiteMap
  let templates: Templates
  let backlinks: Backlinks
  let components: Components
  let ties: CollectionTies
  /// The rules that the library was held to, each with a page.
  let rules: [RuleFacts]
  let manual: Manual?
  /// Where AI tools have the prompts.
  let promptFiles: PromptFiles
  /// What the rules found, sorted.
  let findings: [Finding]
  /// What pages say of the profiles, in the order of `SiteMap.contexts`.
  let profiles: [ProfileFacts]
  let exampleCounts: ExampleCounts
  private let findingsOfPath: [String: [Finding]]
  private let findingsOfModule: [String: [Finding]]
  private let dependentsOfModule: [String: [String]]
  /// One of each module, in the order of the library.
  private let sidebars: [Sidebar]
  private let bareSidebar: Sidebar
  private let manualSidebar: Sidebar
  private let assets: [SourceFile]

  /// - Parameters:
  ///   - findings: what the rules found; a faulty page says so.
  ///   - rules: those that looked.
  ///   - manual: pages of the site's own.
  ///   - promptFiles: the files of the pack that lie beside the pages; a page of a prompt leads to them.
  ///   - assets: files of a library's own `site/assets`, with paths below it.
  ///   - address: where the site is published; stands above `base-url` of the configuration.
  package init(
    library: Library,
    findings: [Finding],
    rules: [RuleFacts] = [],
    manual: Manual? = nil,
    promptFiles: PromptFiles = PromptFiles(),
    configuration: SiteConfiguration = SiteConfiguration(),
    templates: Templates,
    assets: [SourceFile] = [],
    address: SiteAddress? = nil
  ) {
    self.library = library
    let rules = configuration.parts.contains(.rules) ? rules : []
    self.rules = rules
    self.manual = manual
    self.promptFiles = promptFiles
    var configuration = configuration
    configuration.address = address ?? configuration.address
    self.configuration = configuration
    self.findings = findings.sorted()
    findingsOfPath = Dictionary(grouping: self.findings, by: \.path)
    findingsOfModule = Dictionary(grouping: self.findings) { library.module(containing: $0.path)?.id ?? "" }
    dependentsOfModule = Dictionary(
      library.modules.flatMap { module in Set(module.manifest.dependencies.map(\.id)).map { ($0, [module.id]) } },
      uniquingKeysWith: +
    )
    let map = SiteMap(library, rules: rules, manual: manual, siteTitle: Site.title(configuration, library))
    self.map = map
    let base = configuration.address?.base
    profiles = map.contexts.map { ProfileFacts(Site.context(of: $0.profile, in: library, map: map, base: base), at: $0.location) }
    exampleCounts = ExampleCounts(library)
    self.templates = templates
    components = Components(templates: templates)
    self.assets = assets
    backlinks = Backlinks(library, map: map)
    ties = CollectionTies(library, map: map)
    sidebars = zip(library.modules, map.pagesOfModule).map { module, range in
      Sidebar(SidebarModel(module, pages: map.pages[range], links: map.links, templates: templates), templates: templates)
    }
    bareSidebar = Sidebar(SidebarModel(links: map.links), templates: templates)
    let ownPages = Array(map.pages[map.manualPages])
    let rulesPage = map.pages.first { $0.subject == .rules }
    manualSidebar =
      ownPages.isEmpty
      ? bareSidebar
      : Sidebar(SidebarModel(manual: ownPages, rules: rulesPage, links: map.links, templates: templates), templates: templates)
  }

  /// How many HTML pages the site makes of the library; those of the rules are the same for every library.
  package var pageCount: Int { map.pages.count { $0.subject != .rules } - rules.count }

  /// What the site is called: by its configuration, else like its only module.
  var title: String { Site.title(configuration, library) }

  private static func title(_ configuration: SiteConfiguration, _ library: Library) -> String {
    configuration.title ?? (library.modules.count == 1 ? library.modules.first?.title : nil) ?? "Modules"
  }

  /// Whether the library wants a part of its site.
  func has(_ part: SiteConfiguration.Part) -> Bool { configuration.parts.contains(part) }

  /// Every file of the site: pages in reading order, contexts, `llms.txt`, `sitemap.xml`, the pages as Markdown, the index of
  /// the search, and the assets.
  package var files: [OutputFile] {
    var files = map.pages.map { page in
      OutputFile(path: page.location.path) { self.html(of: page).bytes }
    }
    files += map.contexts.map { profile, location in
      OutputFile(path: location.path) { Array(self.context(of: profile).text.utf8) }
    }
    files.append(LLMsText.file(self))
    if let address = configuration.address { files.append(Sitemap.file(map, address: address)) }
    if has(.markdown) {
      files += map.pages.map { page in
        OutputFile(path: page.twin.path) { Twin(of: page, on: self).bytes }
      }
      files.append(LLMsFullText.file(self))
    }
    if has(.search) { files += SearchFiles.files(of: self) }
    return files + StaticAssets.files(overrides: assets) + StaticAssets.copies(of: library, map: map)
  }

  /// The file of a profile.
  private func context(of profile: Profile) -> ContextFile {
    Site.context(of: profile, in: library, map: map, base: configuration.address?.base)
  }

  private static func context(of profile: Profile, in library: Library, map: SiteMap, base: String?) -> ContextFile {
    ContextFile(profile, in: library) { target in base.flatMap { address(of: target, map: map, base: $0) } }
  }

  /// Where the published site shows what a reference leads to; nil when it does not show it.
  private static func address(of target: Reference.Target, map: SiteMap, base: String) -> String? {
    switch target {
    case .page(let path, let anchor):
      return map.page(ofFile: path).map { base + $0.location.href + (anchor.map { "#" + Location.encoded(fragment: $0) } ?? "") }
    case .missingAnchor(let path, _): return map.page(ofFile: path).map { base + $0.location.href }
    case .module(let id): return map.page(ofModule: id).map { base + $0.location.href }
    case .file(let path), .otherCase(_, let path): return (map.page(ofFile: path)?.location ?? map.copies[path]).map { base + $0.href }
    case .external, .externalModule, .missingFile, .missingModule, .outside: return nil
    }
  }

  /// One page, whole.
  func html(of page: SitePage) -> HTML {
    switch page.subject {
    case .catalog: templates.render(CatalogPage(page, of: self))
    case .prompts: templates.render(ListPage(prompts: page, of: self))
    case .search: templates.render(SearchPage(page, of: self))
    case .notFound: templates.render(NotFoundPage(page, of: self))
    case .profiles: templates.render(ListPage(profiles: page, of: self))
    case .report: templates.render(ReportPage(page, of: self))
    case .manual(let file):
      manual.map { templates.render(ArticlePage(page, file: $0.module.pages[file], module: $0.module, of: self)) } ?? ""
    case .rules: templates.render(ListPage(rules: page, of: self))
    case .rule(let rule): templates.render(RulePage(page, rule: rules[rule], of: self))
    case .collections: templates.render(CollectionsPage(page, of: self))
    case .collection(let number): templates.render(CollectionPage(page, number: number, of: self))
    case .comparison(let number): templates.render(ComparisonPage(page, number: number, of: self))
    case .module(let module): templates.render(ModulePage(page, module: library.modules[module], of: self))
    case .article(let module, let file):
      templates.render(ArticlePage(page, file: library.modules[module].pages[file], module: library.modules[module], of: self))
    case .workflow(let module, let workflow):
      templates.render(WorkflowPage(page, workflow: library.modules[module].workflows[workflow], module: library.modules[module], of: self))
    case .prompt(let module, let prompt, let file):
      templates.render(
        PromptPage(page, prompt: library.modules[module].prompts[prompt], file: file, module: library.modules[module], of: self)
      )
    }
  }

  /// A notice as HTML; nothing when there is none.
  func html(of notice: Notice?) -> HTML {
    notice.map { templates.render($0) } ?? ""
  }

  /// What leads from a page to the output folder. The page for wrong addresses is shown at any depth, so that it needs the site's own path.
  func root(of page: SitePage) -> String {
    if page.subject == .notFound, let address = configuration.address { return address.path }
    return String(repeating: "../", count: page.depth)
  }

  /// The sidebar of a page's module, with the page marked.
  func sidebar(for page: SitePage) -> HTML {
    let sidebar: Sidebar
    switch page.subject {
    case .manual, .rules, .rule: sidebar = manualSidebar
    default: sidebar = page.subject.module.map { sidebars[$0] } ?? bareSidebar
    }
    return sidebar.html(root: root(of: page), current: page.index)
  }

  /// What the rules found in one file.
  func findings(in path: String) -> [Finding] { findingsOfPath[path] ?? [] }

  /// The ids of the modules that depend on a module, in the order of the library.
  func dependents(of id: String) -> [String] { dependentsOfModule[id] ?? [] }

  /// Where a finding is, in words: its file by the name that a page gives it, and the line where it is about one.
  func place(of finding: Finding, called path: String) -> String {
    guard let range = finding.range, let source = library.tree.file(finding.path) else { return path }
    return "\(path), line \(source.position(at: range.lowerBound).line)"
  }

  /// What the rules found in a module, its folder included.
  func findings(inModule id: String) -> [Finding] { findingsOfModule[id] ?? [] }

  /// The file of the library that says what a page says; nil for pages that are about more than one.
  func source(of page: SitePage) -> String? {
    switch page.subject {
    case .article(let module, let file): library.modules[module].pages[file].path
    case .workflow(let module, let workflow): library.modules[module].workflows[workflow].path
    case .prompt(let module, let prompt, _): library.modules[module].prompts[prompt].path
    default: nil
    }
  }

  /// What a page is about, in a sentence; may be empty.
  func summary(of page: SitePage) -> String {
    switch page.subject {
    case .catalog: configuration.tagline
    case .prompts: "Every prompt of \(title), with its slots to fill in."
    case .search: "Every page of \(title), and a search over all of them."
    case .notFound: "Nothing lies at this address."
    case .profiles: "Sets of files that fit a context together, each as one file to copy or to load."
    case .report: "What \(title) holds against its budgets, what was found in it, and which of its examples ran."
    case .manual: page.markdown(of: self)?.lead ?? ""
    case .rules: "What a library is checked for, and why."
    case .rule(let rule): rules[rule].summary.replacing("`", with: "")
    case .collections: "Guides of one kind, and how they compare."
    case .collection(let number): library.collections[number].definition.summary
    case .comparison(let number):
      "What \(Words.count(library.collections[number].members.count, "page")) of one kind state, side by side."
    case .module(let module): library.modules[module].manifest.summary?.value ?? library.modules[module].readme?.lead ?? ""
    case .article(let module, let file): library.modules[module].pages[file].lead
    case .workflow(let module, let workflow): library.modules[module].workflows[workflow].purpose ?? ""
    case .prompt(let module, let prompt, _): library.modules[module].prompts[prompt].summary
    }
  }
}
