package import Files
package import Library

/// The prompts and guides of a library, exported for every target.
package struct Pack: Sendable {
  package let library: Library
  /// Every prompt with its name in the pack, in the order of modules and files.
  package private(set) var prompts: [(prompt: Prompt, name: PackName)]
  /// Every module that has guides, examples or prompts, with its name in the pack.
  private let named: [(module: Module, name: PackName)]
  /// The names of guides by their path in the library.
  let guides: [String: PackName]
  /// Whether guides and examples are exported, and not only prompts.
  private var hasGuides = true
  /// The skills with the guides of modules, by the module's id: prompts tell to load them.
  private(set) var guideSkills: [String: PackName]

  package init(_ library: Library) {
    self.library = library
    let prompts = library.prompts
    let modules = library.modules.filter { $0.hasPages || !$0.prompts.isEmpty }
    let names = PackName.names(prompts: prompts, modules: modules)
    self.prompts = Array(zip(prompts, names.prompts))
    named = Array(zip(modules, names.modules))
    guides = names.guides
    guideSkills = Dictionary(
      named.filter(\.module.hasPages).map { ($0.module.id, $0.name) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The same with some of the prompts, and no guides.
  package func only(_ isWanted: (Prompt, PackName) -> Bool) -> Pack {
    var pack = self
    pack.prompts = prompts.filter { isWanted($0.prompt, $0.name) }
    pack.hasGuides = false
    pack.guideSkills = [:]
    return pack
  }

  /// The modules that have guides or examples to export.
  var modules: [(module: Module, name: PackName)] { hasGuides ? named.filter(\.module.hasPages) : [] }

  /// The modules of which anything is exported.
  var plugins: [(module: Module, name: PackName)] {
    let withPrompts = Set(prompts.map(\.prompt.module))
    return named.filter { hasGuides && $0.module.hasPages || withPrompts.contains($0.module.id) }
  }

  /// The files of some targets, and what they could not hold; in the order of targets, then of prompts and modules.
  package func projectFiles(for targets: [Target]) -> Export {
    targets.reduce(into: Export()) { export, target in export.append(target.format.export(self, to: target)) }
  }

  /// What the site offers: the files of every target that are about prompts. Guides are pages of the site already.
  package func promptFiles() -> Export {
    var pack = self
    pack.hasGuides = false
    var export = pack.projectFiles(for: Target.all)
    export.files.removeAll { !$0.isOfPrompts }
    return export
  }

  /// The files of the site: those about prompts below `prompts/`, and all of them in `prompts.zip`.
  ///
  /// - Throws: `MachineFailure` when the archive would be too large for its format.
  package func files() throws(MachineFailure) -> [OutputFile] {
    guard !prompts.isEmpty else { return [] }
    let files = promptFiles().files.map(\.inSite)
    let entries = files.map { OutputFile(path: String($0.path.dropFirst("prompts/".count)), render: $0.render) }
    let archive = try ZipArchive.bytes(of: entries)
    return files + [OutputFile(path: "prompts.zip") { archive }]
  }
}

extension Module {
  /// Whether there are files that only guides go into.
  fileprivate var hasPages: Bool { pages.contains { $0.role == .guide || $0.role == .example } }
}

extension ExportFile {
  fileprivate var isOfPrompts: Bool {
    switch subject {
    case .prompt, .prompts: true
    case .page, .module, .library: false
    }
  }
}
