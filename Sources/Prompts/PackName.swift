internal import Files
internal import Library

/// The name of a prompt, a module or a guide in the pack: lower-case letters, digits and single hyphens, at most 64 characters. What the
/// Agent Skills specification asks of a skill's name, so that one name serves every target.
package struct PackName: Sendable, Hashable, CustomStringConvertible {
  package let description: String

  /// - Parameter id: anything; other characters become hyphens.
  init(_ id: String) {
    let words = id.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = String(words.joined(separator: "-").prefix(PackName.maximumLength - PackName.roomForNumber))
    let trimmed = name.hasSuffix("-") ? String(name.dropLast()) : name
    description = trimmed.isEmpty ? "prompt" : trimmed
  }

  private static let maximumLength = 64
  /// Room for `-` and a number of up to six digits, which keep names apart.
  private static let roomForNumber = 7

  /// A name with the number that makes it unique.
  private init(unique name: String) {
    description = name
  }

  /// The name of a guide or an example in its module: its path without `rules/` or `examples/` and without the extension.
  init(stem page: MarkdownFile) {
    let parts = page.pathInModule.split(separator: "/")
    let isInFolder = parts.count > 1 && ["rules", "examples"].contains(parts[0])
    self.init(Path.withoutExtension((isInFolder ? parts.dropFirst() : parts[...]).joined(separator: "/")))
  }

  /// The names of a library's prompts, modules and guides, each kind in its order; no prompt has the name of a module, since both become
  /// skills in one folder.
  ///
  /// - A prompt has its id; one that several modules use gets the module's id before it.
  /// - A module has its whole id, `workflows-database`: the last part alone says too little, and would change its meaning with the next
  ///   module that ends in it.
  /// - A guide has the name of its module and its own.
  ///
  /// What still clashes gets a number.
  static func names(prompts: [Prompt], modules: [Module]) -> (prompts: [PackName], modules: [PackName], guides: [String: PackName]) {
    let users = Dictionary(grouping: prompts) { PackName($0.id) }.mapValues { Set($0.map(\.module)) }
    var skills = UniqueNames(separator: "-")
    let promptNames = prompts.map { prompt in
      let short = PackName(prompt.id)
      let isShared = users[short, default: []].count > 1
      return PackName(unique: skills.unique((isShared ? PackName("\(prompt.module)-\(prompt.id)") : short).description))
    }
    let moduleNames = modules.map { module in
      let id = module.id.isEmpty ? module.manifest.name?.value ?? "library" : module.id
      return PackName(unique: skills.unique(PackName(id).description))
    }
    var rules = UniqueNames(separator: "-")
    var guideNames: [String: PackName] = [:]
    for (module, name) in zip(modules, moduleNames) {
      for guide in module.guides {
        guideNames[guide.path] = PackName(unique: rules.unique(PackName("\(name)-\(PackName(stem: guide))").description))
      }
    }
    return (promptNames, moduleNames, guideNames)
  }
}
