internal import JSON
internal import Library

/// A marketplace of plugins for Claude Code, a plugin a module with its skills (`targets.md`, section 3.3).
struct ClaudePlugins: Format {
  /// How the skills in the plugins are written.
  let skills: Skills

  /// The name of the marketplace, which a person types: `workflows-database@augury-modules`.
  private static let marketplace = "augury-modules"

  func export(_ pack: Pack, to target: Target) -> Export {
    var export = Export()
    let plugins = pack.plugins
    guard !plugins.isEmpty else { return export }
    export.files.append(ExportFile(target, "marketplace.json", .list, of: .library) { marketplace(of: plugins) })
    let promptsOf = Dictionary(grouping: pack.prompts) { $0.prompt.module }
    let withPages = Set(pack.modules.map(\.module.id))
    for plugin in plugins {
      let folder = "plugins/\(plugin.name)/"
      let module = plugin.module
      export.files.append(
        ExportFile(target, folder + ".claude-plugin/plugin.json", .list, of: .module(module.id)) {
          JSONWriter.file(.object(ClaudePlugins.facts(of: module, plugin.name) + ClaudePlugins.origin(of: module)))
        }
      )
      let prompts = promptsOf[module.id] ?? []
      let hasPages = withPages.contains(module.id)
      export.files.append(
        ExportFile(target, folder + "README.md", .htmlComment, of: .module(module.id)) {
          ClaudePlugins.readme(of: module, plugin.name, hasPages: hasPages, prompts)
        }
      )
      for (prompt, name) in prompts {
        export.files += skills.files(of: prompt, name, in: pack, at: folder + "skills/", of: .module(module.id), for: target)
        export.losses += Loss.ofValues(of: prompt, name: name, for: target)
      }
      if hasPages {
        export.files += skills.files(of: module, plugin.name, in: pack, at: folder + "skills/", for: target)
      }
    }
    return export
  }

  /// What a person reads before installing it. Claude Code puts the plugin's name before those of its skills.
  private static func readme(of module: Module, _ name: PackName, hasPages: Bool, _ prompts: [(prompt: Prompt, name: PackName)]) -> String {
    var skills = hasPages ? ["- `/\(name):\(name)`: its guides and examples"] : []
    skills += prompts.map { prompt, skill in
      "- `/\(name):\(skill)`: \(MarkdownText.literal(prompt.summary.isEmpty ? prompt.title : prompt.summary))"
    }
    return """
      # \(MarkdownText.literal(module.title))

      \(MarkdownText.literal(module.manifest.summary?.value ?? module.title))

      `/plugin install \(name)@\(ClaudePlugins.marketplace)` installs these skills:

      \(skills.joined(separator: "\n"))

      """
  }

  private func marketplace(of plugins: [(module: Module, name: PackName)]) -> [UInt8] {
    let owner = plugins.lazy.compactMap { $0.module.author }.first ?? ClaudePlugins.marketplace
    return JSONWriter.file(
      .object([
        ("name", .string(ClaudePlugins.marketplace)),
        ("owner", .object([("name", .string(owner))])),
        (
          "plugins",
          .array(
            plugins.map { module, name in
              let source = (key: "source", value: JSONText.string("./.claude-plugin/plugins/\(name)"))
              return .object([ClaudePlugins.facts(of: module, name)[0], source] + ClaudePlugins.facts(of: module, name).dropFirst())
            }
          )
        ),
      ])
    )
  }

  /// What both files say of a plugin; the name first.
  private static func facts(of module: Module, _ name: PackName) -> [(key: String, value: JSONText)] {
    var facts: [(key: String, value: JSONText)] = [("name", .string(name.description))]
    if let version = module.manifest.version?.value { facts.append(("version", .string(version))) }
    facts.append(("description", .string(module.manifest.summary?.value ?? module.title)))
    return facts
  }

  private static func origin(of module: Module) -> [(key: String, value: JSONText)] {
    var facts: [(key: String, value: JSONText)] = []
    if let author = module.author { facts.append(("author", .object([("name", .string(author))]))) }
    if let license = module.manifest.root?["license"]?.string { facts.append(("license", .string(license))) }
    let tags = module.manifest.tags.map { JSONText.string($0.value) }
    if !tags.isEmpty { facts.append(("keywords", .array(tags))) }
    return facts
  }
}

extension Module {
  /// `author` of its `module.json`, which is a text or an object with a name.
  fileprivate var author: String? {
    let author = manifest.root?["author"]
    return author?.string ?? author?["name"]?.string
  }
}
