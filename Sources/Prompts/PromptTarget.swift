package import Library

/// An AI tool that prompts are exported to: where its files lie, and the format family that writes them.
///
/// A new tool is one line here; a new format is one file in `Formats/`.
package struct PromptTarget: Sendable {
  /// What the user calls it, and its folder in the pack: `agent-skills`.
  package let name: String
  /// For people: `Agent Skills`.
  package let title: String
  /// The path of a prompt's file below the target's folder.
  package let path: @Sendable (PromptName) -> String
  /// The file's text.
  package let render: @Sendable (Prompt, PromptName) -> String

  package static let all: [PromptTarget] = [
    PromptTarget(name: "plain", title: "Plain Markdown", path: { "\($0).md" }, render: MarkdownPrompt.render),
    PromptTarget(name: "agent-skills", title: "Agent Skills", path: { "\($0)/SKILL.md" }, render: AgentSkill.render),
  ]
}

/// The name of a prompt in the pack: lower-case letters, digits and single hyphens, at most 64 characters, unique in the
/// library. What the Agent Skills specification asks of a skill's name, so that one name serves every target.
package struct PromptName: Sendable, Hashable, CustomStringConvertible {
  package let description: String

  /// - Parameter id: anything; other characters become hyphens.
  init(_ id: String) {
    let words = id.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = String(words.joined(separator: "-").prefix(PromptName.maximumLength - PromptName.roomForNumber))
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

  /// The names of prompts, in their order. A name that several modules use gets the module's name before it; what still
  /// clashes gets a number.
  static func names(of prompts: [Prompt]) -> [PromptName] {
    let modules = Dictionary(grouping: prompts) { PromptName($0.id) }.mapValues { Set($0.map(\.module)) }
    var names = UniqueNames(separator: "-")
    return prompts.map { prompt in
      let short = PromptName(prompt.id)
      let isShared = modules[short, default: []].count > 1
      return PromptName(unique: names.unique((isShared ? PromptName("\(prompt.module)-\(prompt.id)") : short).description))
    }
  }
}
