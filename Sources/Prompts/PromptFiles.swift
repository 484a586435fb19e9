internal import Files
package import Library

/// Where AI tools have the prompts of a library, for the people who use them there.
package struct PromptFiles: Sendable {
  /// One tool's file of a prompt.
  package struct File: Sendable {
    /// `GitHub Copilot`.
    package let tool: String
    /// The path in a project, and that below the site's root; nil where the tool gets no file.
    package let paths: (inProject: String, inSite: String)?
    /// How a person calls it.
    package let call: String
    /// What becomes of the slots, or why there is no file.
    package let note: String
  }

  /// What is known of one prompt.
  package struct Entry: Sendable {
    /// The name of the prompt in the pack, which is safe in a shell.
    package let name: String
    /// One a tool, in the order of the tools.
    package let files: [File]
  }

  private let entries: [Key: Entry]

  private struct Key: Hashable {
    let module: String
    let prompt: String

    init(_ prompt: Prompt) { (module, self.prompt) = (prompt.module, prompt.id) }
  }

  /// Of no prompt.
  package init() { entries = [:] }

  /// - Parameter export: what the pack's prompts became.
  package init(_ pack: Pack, _ export: Export) {
    var made: [PackName: [String: ExportFile]] = [:]
    for file in export.files {
      guard case .prompt(let name) = file.subject, made[name]?[file.target.name] == nil else { continue }
      made[name, default: [:]][file.target.name] = file
    }
    var missing: [PackName: [String: Loss]] = [:]
    for loss in export.losses where loss.kind == .notExported {
      if case .prompt(let name) = loss.subject { missing[name, default: [:]][loss.target] = loss }
    }
    entries = Dictionary(
      pack.prompts.map { prompt, name in
        let files = PromptFiles.files(of: prompt, name, made: made[name] ?? [:], missing: missing[name] ?? [:])
        return (Key(prompt), Entry(name: name.description, files: files))
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The first file of each tool that no tool before it has.
  private static func files(of prompt: Prompt, _ name: PackName, made: [String: ExportFile], missing: [String: Loss]) -> [File] {
    var told: Set<String> = []
    return Tool.all.compactMap { tool in
      let target = Target.all.first { target in
        tool.targets.contains(target.name) && (made[target.name] != nil || missing[target.name] != nil)
      }
      guard let target, told.insert(target.name).inserted else { return nil }
      guard let file = made[target.name] else {
        return missing[target.name].map { File(tool: tool.title, paths: nil, call: "", note: $0.sentence) }
      }
      return File(
        tool: tool.title,
        paths: (file.inProject.path, file.inSite.path),
        call: target.call.text(name),
        note: prompt.variables.isEmpty ? "none" : target.slots
      )
    }
  }

  package subscript(prompt: Prompt) -> Entry? { entries[Key(prompt)] }
}

extension Target.Call {
  fileprivate func text(_ name: PackName) -> String {
    switch self {
    case .paste: "paste it"
    case .request: "ask for \(name)"
    case .command: "/\(name)"
    }
  }
}

extension Target {
  /// What becomes of the slots of a prompt.
  fileprivate var slots: String {
    switch level {
    case .text: "a list of inputs"
    case .argument, .positional: "one text behind the call"
    case .named: "asked for by name"
    case .typed: "asked for, and checked"
    }
  }
}
