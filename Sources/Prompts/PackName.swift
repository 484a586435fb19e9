internal import Files
internal import Library

/// The name of a prompt, a module or a guide in the pack: lower-case letters, digits and single hyphens, at most 64 characters. What the
/// Agent Skills specification asks of a skill's name, so that one name serves every target.
package struct PackName: Sendable, Hashable, CustomStringConvertible {
  package let description: String

  /// - Parameters:
  ///   - id: anything; other characters become hyphens.
  ///   - fallback: stands for an id without letters and digits of ASCII.
  init(_ id: String, else fallback: String = "prompt") {
    var name: [UInt8] = []
    var isBehindWord = false
    for byte in id.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x41...0x5A:
        if isBehindWord, !name.isEmpty { name.append(UInt8(ascii: "-")) }
        isBehindWord = false
        name.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      default: isBehindWord = true
      }
    }
    name.removeLast(max(0, name.count - (PackName.maximumLength - PackName.roomForNumber)))
    if name.last == UInt8(ascii: "-") { name.removeLast() }
    description = name.isEmpty ? fallback : String(decoding: name, as: UTF8.self)
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
    self.init(Path.withoutExtension((isInFolder ? parts.dropFirst() : parts[...]).joined(separator: "/")), else: "guide")
  }

  /// The names of a library's prompts, modules and guides, each kind in its order; no prompt has the name of a module, since both become
  /// skills in one folder.
  ///
  /// - A prompt has its id; one that several modules use gets the module's id before it.
  /// - A module has its whole id, `workflows-database`: the last part alone says too little, and would change its meaning with the next
  ///   module that ends in it. It starts with a letter, as the name of a plugin does.
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
      let name = PackName(id, else: "module")
      let isPluginName = name.description.first?.isLetter == true
      return PackName(unique: skills.unique((isPluginName ? name : PackName("module-\(name)")).description))
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
