internal import Contexts
package import Diagnostics
internal import Files
package import Library

/// Where a page or a file of the site lies.
package struct Location: Sendable, Hashable {
  /// Path below the output folder, as it is on disk.
  package let path: String
  /// The same as part of a URL: percent-encoded (RFC 3986), without anything in front.
  package let href: String

  init(_ path: String) {
    self.path = path
    href = Location.encoded(path)
  }

  /// An anchor as part of a URL: a colon, which our own anchors hold, may stand there as it is.
  static func encoded(fragment: String) -> String {
    encoded(fragment, keeping: UInt8(ascii: ":"))
  }

  /// A path as part of a URL: everything but the unreserved characters and `/` is percent-encoded.
  package static func encoded(_ path: String) -> String {
    encoded(path, keeping: UInt8(ascii: "/"))
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func encoded(_ text: String, keeping kept: UInt8) -> String {
    let isKept = { (byte: UInt8) in byte == kept || byte == UInt8(ascii: "/") || isUnreserved(byte) }
    if text.utf8.allSatisfy(isKept) { return text }
    var out: [UInt8] = []
    for byte in text.utf8 {
      if isKept(byte) { out.append(byte) } else { out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// RFC 3986 section 2.3.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}

/// Where everything lies: each page, in reading order, and each file of a module that pages link to.
///
/// No two paths are equal, not even where case does not count, and no file lies where a folder has to be. What would collide gets `-2`.
/// `prompts/<target>/` is never used: it belongs to the pack of prompts.
package struct SiteMap: Sendable {
  /// In reading order: catalog, then each module with its pages, then collections, the gallery of prompts, profiles, the report, the manual, the rules, the search, and the page for wrong addresses.
  package private(set) var pages: [SitePage] = []
  /// The range of `pages` of each module, in the order of the library.
  private(set) var pagesOfModule: [Range<Int>] = []
  /// Copies of files that are linked to, by their path in the library.
  private(set) var copies: [String: Location] = [:]
  /// The file of each profile, in the order of the profiles.
  package let contexts: [(profile: Profile, location: Location)]

  private var indexOfModule: [String: Int] = [:]
  private var indexOfFile: [String: Int] = [:]
  private var indexOfWorkflow: [String: Int] = [:]
  private var indexOfPrompt: [String: Int] = [:]
  private var indexOfRule: [String: Int] = [:]
  private var indexOfProfiles: Int?
  private var indexOfManual: [String: Int] = [:]
  /// The pages of the manual, in reading order.
  private(set) var manualPages: Range<Int> = 0..<0
  private var indexOfCollections: Int?
  private var indexOfCollection: [Int: Int] = [:]
  private var indexOfComparison: [Int: Int] = [:]

  package init(_ library: Library, rules: [RuleFacts] = [], manual: Manual? = nil, siteTitle: String) {
    contexts = library.contexts.map { ($0.profile, Location("context/\($0.fileName)")) }
    var paths = PathPool(reserved: [
      "llms.txt", "llms-full.txt", "sitemap.xml", "assets/augury.css", "assets/augury.js", "assets/favicon.svg", "assets/search.js",
    ])
    append(.catalog, at: "index.html", title: siteTitle, from: &paths)
    let homes = library.modules.map { paths.take(Path.join(SiteMap.folder(of: $0), "index.html")) }
    for (number, module) in library.modules.enumerated() {
      let first = pages.count
      indexOfModule[module.id] = first
      append(.module(number), at: homes[number], title: module.title)
      appendPages(of: module, number: number, from: &paths)
      pagesOfModule.append(first..<pages.count)
    }
    append(library.collections, from: &paths)
    append(.prompts, at: "prompts/index.html", title: "Prompts", from: &paths)
    if !contexts.isEmpty {
      indexOfProfiles = pages.count
      append(.profiles, at: "profiles.html", title: "Profiles", from: &paths)
    }
    append(.report, at: "report.html", title: "Report", from: &paths)
    append(manual, from: &paths)
    append(rules, from: &paths)
    append(.search, at: "search.html", title: "Search", from: &paths)
    append(.notFound, at: "404.html", title: "Page not found", from: &paths)
    for path in StaticAssets.linkedFiles(of: library) {
      copies[path] = Location(paths.take("modules/" + StaticAssets.copyPath(of: path)))
    }
    // Behind all else, so that a twin that has to give way moves no page.
    for index in pages.indices { pages[index].twin = Location(paths.take(Path.withoutExtension(pages[index].location.path) + ".md")) }
    nameUniquely(library, siteTitle: siteTitle)
  }

  /// The page of a module.
  package func page(ofModule id: String) -> SitePage? { indexOfModule[id].map { pages[$0] } }
  /// The page that shows a Markdown file, by its path in the library.
  package func page(ofFile path: String) -> SitePage? { indexOfFile[path].map { pages[$0] } }
  /// The page of a workflow.
  package func page(of workflow: Workflow) -> SitePage? { indexOfWorkflow[SiteMap.key(workflow.module, workflow.id)].map { pages[$0] } }
  /// The page of a prompt.
  package func page(of prompt: Prompt) -> SitePage? { indexOfPrompt[SiteMap.key(prompt.module, prompt.id)].map { pages[$0] } }

  /// The page that shows a file of the manual, by its path in the manual.
  func page(ofManual path: String) -> SitePage? { indexOfManual[path].map { pages[$0] } }

  /// What the header leads to.
  var links: SiteLinks { SiteLinks(collections: collectionsLink, manual: pages[manualPages].first?.location.href) }

  /// The page of all profiles; nil where there are none.
  var profilesPage: SitePage? { indexOfProfiles.map { pages[$0] } }

  /// The page of a rule, by its id.
  package func page(ofRule id: String) -> SitePage? { indexOfRule[id].map { pages[$0] } }

  /// The page of a collection, by its number in the library.
  func page(ofCollection number: Int) -> SitePage? { indexOfCollection[number].map { pages[$0] } }

  /// The page that compares the members of a collection, by its number in the library.
  func page(ofComparison number: Int) -> SitePage? { indexOfComparison[number].map { pages[$0] } }

  /// The list of all collections; nil where there are not several.
  var collectionsList: SitePage? { indexOfCollections.map { pages[$0] } }

  /// Where the collections begin: the comparison of the only one, or the page of it; the list of several; nil where there is none.
  var collectionsPage: SitePage? {
    collectionsList ?? (indexOfComparison.first ?? indexOfCollection.first).map { pages[$0.value] }
  }

  /// What leads there, with an address from the root of the site.
  var collectionsLink: TextLink? {
    collectionsPage.map { TextLink(title: indexOfComparison.isEmpty ? "Collections" : "Compare", href: $0.location.href) }
  }

  private static func folder(of module: Module) -> String { Path.join("modules", module.id) }

  private static func key(_ module: String, _ id: String) -> String { module + "\u{0}" + id }

  private mutating func append(
    _ subject: SitePage.Subject,
    at path: String,
    title: String,
    short: String? = nil,
    from paths: inout PathPool
  ) {
    append(subject, at: paths.take(path), title: title, short: short)
  }

  private mutating func append(_ subject: SitePage.Subject, at path: String, title: String, short: String? = nil) {
    let (title, short) = (Words.title(title), Words.title(short ?? title))
    let location = Location(path)
    pages.append(
      SitePage(index: pages.count, subject: subject, location: location, twin: location, title: title, shortTitle: short)
    )
  }

  private mutating func append(_ manual: Manual?, from paths: inout PathPool) {
    guard let manual else { return }
    let first = pages.count
    for number in manual.order {
      let file = manual.module.pages[number]
      indexOfManual[file.path] = pages.count
      append(.manual(number), at: Path.join(Manual.folder, Path.withoutExtension(file.path) + ".html"), title: file.title, from: &paths)
    }
    manualPages = first..<pages.count
  }

  private mutating func append(_ rules: [RuleFacts], from paths: inout PathPool) {
    guard !rules.isEmpty else { return }
    if indexOfManual[Manual.rulesPath] == nil { indexOfManual[Manual.rulesPath] = pages.count }
    append(.rules, at: "rules/index.html", title: "Rules", from: &paths)
    for (number, rule) in rules.enumerated() {
      indexOfRule[rule.id] = pages.count
      append(.rule(number), at: "rules/\(rule.id).html", title: rule.id, from: &paths)
    }
  }

  /// Each collection that has members, and how they compare where anything is to be compared.
  private mutating func append(_ collections: [GuideCollection], from paths: inout PathPool) {
    if collections.count(where: { !$0.members.isEmpty }) > 1 {
      indexOfCollections = pages.count
      append(.collections, at: "collections/index.html", title: "Collections", from: &paths)
    }
    for (number, collection) in collections.enumerated() where !collection.members.isEmpty {
      let folder = "collections/\(collection.definition.id)"
      indexOfCollection[number] = pages.count
      append(.collection(number), at: folder + "/index.html", title: collection.definition.title, from: &paths)
      guard collection.isComparable else { continue }
      indexOfComparison[number] = pages.count
      append(.comparison(number), at: folder + "/compare.html", title: "\(collection.definition.title) compared", from: &paths)
    }
  }

  /// README first, then workflows, guides, examples, prompts, and the rest: the order of the sidebar.
  private mutating func appendPages(of module: Module, number: Int, from paths: inout PathPool) {
    let folder = SiteMap.folder(of: module)
    let promptFiles = SiteMap.promptFiles(of: module)
    for role in [MarkdownFile.Role.readme, .guide, .example, .prompt, .other, .changelog] {
      if role == .guide {
        for (index, workflow) in module.workflows.enumerated() {
          indexOfWorkflow[SiteMap.key(module.id, workflow.id)] = pages.count
          let path = Path.join(folder, "workflows/\(PathPool.component(workflow.id)).html")
          let title = workflow.number.map { "\($0). \(workflow.title)" } ?? workflow.title
          append(.workflow(module: number, index), at: path, title: title, from: &paths)
        }
      }
      if role == .prompt {
        for (index, prompt) in module.prompts.enumerated() {
          let file = promptFiles[index]
          indexOfPrompt[SiteMap.key(module.id, prompt.id)] = pages.count
          if let file { indexOfFile[module.pages[file].path] = pages.count }
          let path = Path.join(folder, "prompts/\(PathPool.component(prompt.id)).html")
          let title = prompt.workflow == nil ? prompt.title : prompt.title + " prompt"
          append(.prompt(module: number, index, file: file), at: path, title: title, short: prompt.id, from: &paths)
        }
      }
      for (index, page) in module.pages.enumerated() where page.role == role && indexOfFile[page.path] == nil {
        indexOfFile[page.path] = pages.count
        let path = Path.join(folder, Path.withoutExtension(page.pathInModule) + ".html")
        let title = role == .readme && page.title == module.title ? "README" : page.title
        append(.article(module: number, index), at: path, title: title, from: &paths)
      }
    }
  }

  /// Which prompts are a file of their own (`prompts/x.md` with the prompt `x`): index of the prompt to index of the file.
  private static func promptFiles(of module: Module) -> [Int: Int] {
    var fileOfPath: [String: Int] = [:]
    for (index, page) in module.pages.enumerated() where page.role == .prompt { fileOfPath[page.path] = index }
    var files: [Int: Int] = [:]
    for (index, prompt) in module.prompts.enumerated() where Path.withoutExtension(Path.name(prompt.path)) == prompt.id {
      files[index] = fileOfPath[prompt.path]
    }
    return files
  }

  /// Gives each page a title for the browser that no other page has.
  private mutating func nameUniquely(_ library: Library, siteTitle: String) {
    var uses: [String: Int] = [:]
    for index in pages.indices {
      var parts = [pages[index].title]
      if let module = pages[index].subject.owner { parts.append(Words.title(library.modules[module].title)) }
      if parts != [siteTitle] { parts.append(Words.title(siteTitle)) }
      pages[index].headTitle = parts.joined(separator: " \u{2013} ")
      uses[pages[index].headTitle, default: 0] += 1
    }
    for index in pages.indices where uses[pages[index].headTitle, default: 0] > 1 {
      pages[index].headTitle += " (\(pages[index].location.path))"
    }
  }
}
