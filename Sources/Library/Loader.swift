package import Files
internal import Markdown

/// Turns what the disk held into a library. Never fails: rules report what is wrong with it.
package enum Loader {
  /// The file that makes a folder a module.
  package static let manifestName = "module.json"

  /// The files whose content loading needs: those of modules, and those at the library's root.
  package static func wanted(_ entries: [SourceTree.Entry]) -> Set<String> {
    let paths = entries.map(\.path)
    let folders = Set(moduleFolders(in: paths))
    return Set(paths.filter { !$0.contains("/") || owner(of: $0, among: folders) != nil })
  }

  /// The folders that are modules, sorted.
  private static func moduleFolders(in paths: [String]) -> [String] {
    paths.filter { Path.name($0) == manifestName }.map(Path.folder).sorted()
  }

  package static func load(_ tree: SourceTree, configuration: Configuration) -> Library {
    let modules = modules(of: tree)
    var resolver = LinkResolver(modules: modules, tree: tree, configuration: configuration)
    let references = modules.flatMap(\.pages).sorted { $0.path < $1.path }.flatMap { resolver.references(in: $0) }
    return Library(configuration: configuration, modules: modules, tree: tree, references: references)
  }

  private static func modules(of tree: SourceTree) -> [Module] {
    let folders = moduleFolders(in: tree.files.map(\.path))
    let known = Set(folders)
    var filesOf: [String: [SourceFile]] = [:]
    for file in tree.files {
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
        let guide = Path.join(id, "rules/\(workflow.id).md")
        workflows.append(
          workflow.identified(id: workflowID, prompt: promptNames.first, guide: guides.contains(guide) ? guide : nil)
        )
      }
    }
    return (workflows, prompts, readers)
  }

  private func oddTexts(among sources: [SourceFile], _ pages: [MarkdownFile]) -> [OddText] {
    let pages = Dictionary(pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return sources.compactMap { OddText($0, page: pages[$0.path]) }
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
