package import Files
internal import Markdown

/// Turns what the disk held into a library. Never fails: rules report what is wrong with it.
package enum Loader {
  /// The file that makes a folder a module.
  package static let manifestName = "module.json"

  /// Reads what loading needs of a folder: the files of modules, those at the library's root, and the receipts.
  package static func read(_ root: String) throws(MachineFailure) -> SourceTree {
    try SourceTree.read(root: root, revealing: Receipts.folder, wanted: wanted)
  }

  private static func wanted(_ entries: [SourceTree.Entry]) -> Set<String> {
    let paths = entries.map(\.path)
    let folders = Set(moduleFolders(in: paths))
    return Set(paths.filter { !$0.contains("/") || Path.isInside($0, Receipts.folder) || owner(of: $0, among: folders) != nil })
  }

  /// The folders that are modules, sorted.
  private static func moduleFolders(in paths: [String]) -> [String] {
    paths.filter { Path.name($0) == manifestName && !Path.isInside($0, Receipts.folder) }.map(Path.folder).sorted()
  }

  package static func load(_ tree: SourceTree, configuration: Configuration) -> Library {
    let modules = modules(of: tree)
    let collections = configuration.collections.map { GuideCollection($0, modules: modules) }
    let factIDs = FactIDs(collections)
    var resolver = LinkResolver(modules: modules, tree: tree, configuration: configuration, factIDs: factIDs)
    let references = modules.flatMap(\.pages).sorted { $0.path < $1.path }.flatMap { resolver.references(in: $0) }
    return Library(
      configuration: configuration,
      modules: modules,
      tree: tree,
      references: references,
      collections: collections,
      factIDs: factIDs
    )
  }

  private static func modules(of tree: SourceTree) -> [Module] {
    let folders = moduleFolders(in: tree.files.map(\.path))
    let known = Set(folders)
    var filesOf: [String: [SourceFile]] = [:]
    for file in tree.files where !Path.isInside(file.path, Receipts.folder) {
      if let folder = owner(of: file.path, among: known) { filesOf[folder, default: []].append(file) }
    }
    return folders.map { ModuleReader(id: $0, files: filesOf[$0] ?? [], tree: tree).module() }
  }

  /// The deepest module folder that a file lies in.
  private static func owner(of path: String, among folders: Set<String>) -> String? {
    var folder = Path.folder(path)
    while true {
      if folders.contains(folder) { return folder }
      if folder.isEmpty { return nil }
      folder = Path.folder(folder)
    }
  }
}

/// Reads one module from its files.
private struct ModuleReader {
  let id: String
  let files: [SourceFile]
  let tree: SourceTree

  func module() -> Module {
    let inModule = files.map { (path: pathInModule($0.path), source: $0) }.sorted { $0.path < $1.path }
    let pages = inModule.filter { Path.fileExtension($0.path) == "md" }
      .map { MarkdownFile($0.source, module: id, pathInModule: $0.path) }
      .sorted { ($0.role, $0.path) < ($1.role, $1.path) }
    let manifest = Manifest(
      files.first { pathInModule($0.path) == Loader.manifestName }
        ?? SourceFile(path: Path.join(id, Loader.manifestName), bytes: [])
    )
    let metadata = inModule.first { $0.path == "metadata.json" }.map { Manifest($0.source) }
    let (workflows, prompts, readers) = workflows(of: pages)
    return Module(
      id: id,
      manifest: manifest,
      metadata: metadata,
      pages: pages,
      workflows: workflows,
      prompts: prompts,
      workflowGaps: readers.flatMap(\.gaps),
      crowded: readers.filter(\.isCut).map(\.file.path),
      trees: trees(of: pages),
      files: inModule.map(\.path),
      count: CharacterCount(files: inModule, pages: pages),
      oddTexts: oddTexts(among: inModule.map(\.source), pages),
      claims: CountClaim.claims(
        manifest: manifest,
        readme: pages.first { $0.role == .readme },
        metadata: metadata
      )
    )
  }

  private func pathInModule(_ path: String) -> String {
    id.isEmpty ? path : String(path.dropFirst(id.count + 1))
  }

  /// The workflows and prompts of all pages, with ids made unique in the module.
  private func workflows(of pages: [MarkdownFile]) -> ([Workflow], [Prompt], [WorkflowReader]) {
    let guides = Set(pages.filter { $0.role == .guide }.map(\.path))
    var workflowIDs = UniqueNames(separator: "-")
    var promptIDs = UniqueNames(separator: "-")
    var workflows: [Workflow] = []
    var prompts: [Prompt] = []
    let readers = pages.filter { $0.role != .changelog }.map(WorkflowReader.init)
    for reading in readers.flatMap(\.readings) {
      let workflowID = (reading.workflow?.id).map { workflowIDs.unique($0) }
      let promptNames = reading.prompts.map { promptIDs.unique($0.id) }
      for (position, prompt) in reading.prompts.enumerated() {
        prompts.append(prompt.identified(id: promptNames[position], workflow: position == 0 ? workflowID : nil))
      }
      if let workflow = reading.workflow, let workflowID {
        workflows.append(
          workflow.identified(id: workflowID, prompt: promptNames.first, guide: guide(of: workflow.id, among: guides))
        )
      }
    }
    return (workflows, prompts, readers)
  }

  private func oddTexts(among sources: [SourceFile], _ pages: [MarkdownFile]) -> [OddText] {
    let pages = Dictionary(pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return sources.compactMap { OddText($0, page: pages[$0.path]) }
  }

  /// The guide with the workflow's name, or else with the end of it: `selection-workflow.md` is the guide of a
  /// `Database Selection Workflow`.
  private func guide(of workflow: String, among guides: Set<String>) -> String? {
    var name = workflow[...]
    while true {
      let guide = Path.join(id, "rules/\(name).md")
      if guides.contains(guide) { return guide }
      // A name of one word, as `workflow.md`, is the guide of no single workflow.
      guard let hyphen = name.firstIndex(of: "-") else { return nil }
      name = name[name.index(after: hyphen)...]
      guard name.contains("-") else { return nil }
    }
  }

  private func trees(of pages: [MarkdownFile]) -> [DirectoryTree] {
    let reader = DirectoryTreeReader(moduleID: id, disk: tree)
    return pages.flatMap { page in
      page.blocks.codeBlocks.compactMap { index in
        guard case .codeBlock(_, let literal, .some) = page.document.nodes[index].kind else { return nil }
        return reader.tree(node: index, literal: literal, in: page)
      }
    }
  }
}
