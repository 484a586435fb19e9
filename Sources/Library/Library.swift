package import Files

/// A folder of modules, read and resolved: every reference either leads somewhere or is marked broken, every count is
/// measured, and what a faulty module lacks has a stand-in. Loading never fails on an author's faults; rules report them.
package struct Library: Sendable {
  package let configuration: Configuration
  /// In the order of their ids.
  package let modules: [Module]
  /// What the disk held: also files that belong to no module, and entries that could not be read.
  package let tree: SourceTree
  /// Every reference of every Markdown file, in the order of files and places.
  package let references: [Reference]
  /// In the order of `augury.yml`.
  package let collections: [GuideCollection]
  /// The ids that members of the collections give their facts.
  package let factIDs: FactIDs

  private let moduleIndex: [String: Int]
  private let receipts: [String: Receipts]
  private let referenceRanges: [String: Range<Int>]

  init(
    configuration: Configuration,
    modules: [Module],
    tree: SourceTree,
    references: [Reference],
    collections: [GuideCollection],
    factIDs: FactIDs
  ) {
    self.configuration = configuration
    self.modules = modules
    self.tree = tree
    self.references = references
    (self.collections, self.factIDs) = (collections, factIDs)
    moduleIndex = Dictionary(modules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    receipts = modules.reduce(into: [:]) { all, module in
      all[module.id] = tree.file(Receipts.path(ofModule: module.id)).map(Receipts.init)
    }
    var ranges: [String: Range<Int>] = [:]
    for (index, reference) in references.enumerated() {
      ranges[reference.path] = (ranges[reference.path]?.lowerBound ?? index)..<(index + 1)
    }
    referenceRanges = ranges
  }

  /// The module with an id.
  package func module(_ id: String) -> Module? {
    moduleIndex[id].map { modules[$0] }
  }

  /// The receipts of a module; nil when it has none.
  package func receipts(ofModule id: String) -> Receipts? {
    receipts[id]
  }

  /// The runnable fences of a page.
  package func fences(of page: MarkdownFile) -> PageFences {
    PageFences(of: page, own: Set(configuration.engines.map(\.id)))
  }

  /// What receipts say of the runnable fences of a page.
  package func badges(of page: MarkdownFile) -> PageBadges {
    let fences = fences(of: page)
    let receipts = fences.fences.isEmpty ? nil : receipts(ofModule: page.module)
    return PageBadges(of: fences) { receipts?.receipt(of: $0, onPage: page.pathInModule) }
  }

  /// The references that stand in one file, in the order of their nodes.
  package func references(in path: String) -> ArraySlice<Reference> {
    references[referenceRanges[path] ?? 0..<0]
  }

  /// The module a path of the library lies in: the deepest one, since modules may lie inside each other.
  package func module(containing path: String) -> Module? {
    var folder = path
    while !folder.isEmpty {
      if let module = module(folder) { return module }
      folder = Path.folder(folder)
    }
    return module("")
  }

  /// Every Markdown file of every module.
  package var pages: some Sequence<MarkdownFile> {
    modules.lazy.flatMap(\.pages)
  }

  /// Every prompt of every module.
  package var prompts: [Prompt] {
    modules.flatMap(\.prompts)
  }
}
