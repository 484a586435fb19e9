/// What a person names: an AI tool, with the targets that it reads best.
///
/// A new tool is one line in `all`.
package struct Tool: Sendable {
  package let name: String
  /// As a sentence has it: `Claude Code`.
  package let title: String
  /// The names of its recommended targets.
  package let targets: [String]
  /// Paths of files and folders that show, any of them, that a project uses the tool.
  package let marks: [String]

  init(_ name: String, _ title: String, _ targets: [String], marks: [String] = []) {
    (self.name, self.title, self.targets, self.marks) = (name, title, targets, marks)
  }

  package static let all: [Tool] = [
    Tool("plain", "Plain Markdown", ["plain"]),
    Tool("skills", "Agent Skills", ["agent-skills"], marks: [".agents"]),
    Tool("claude", "Claude Code", ["claude-skill"], marks: [".claude", "CLAUDE.md"]),
    Tool("claude-plugin", "a Claude Code marketplace", ["claude-plugin"], marks: [".claude-plugin"]),
    Tool(
      "copilot",
      "GitHub Copilot",
      ["copilot-prompt", "copilot-instructions", "copilot-skill"],
      marks: [".github/copilot-instructions.md", ".github/prompts", ".github/instructions", ".github/skills"]
    ),
    Tool("cursor", "Cursor", ["cursor-command", "cursor-rule"], marks: [".cursor", ".cursorrules"]),
    Tool("windsurf", "Windsurf", ["windsurf-workflow", "windsurf-rule"], marks: [".windsurf", ".windsurfrules"]),
    Tool("continue", "Continue", ["continue-prompt"], marks: [".continue"]),
    Tool("gemini", "Gemini CLI", ["gemini-command"], marks: [".gemini", "GEMINI.md"]),
    Tool("opencode", "OpenCode", ["opencode-command"], marks: [".opencode", "opencode.json"]),
    Tool("augment", "Augment", ["augment-command", "augment-rule"], marks: [".augment", ".augment-guidelines"]),
    Tool("agents-md", "AGENTS.md", ["agents-md", "agent-skills"], marks: ["AGENTS.md"]),
    Tool("mcp", "an MCP server", ["mcp"]),
  ]
}

extension Target {
  /// The targets that names of tools and targets stand for, in the order of `all`. A target that comes with a tool is left out where the
  /// tool finds its prompts in another one that is asked for.
  ///
  /// - Returns: nil for a name that is none.
  package static func named(_ names: [String]) -> [Target]? {
    var asked: Set<String> = []
    var recommended: Set<String> = []
    for name in names {
      if let tool = Tool.all.first(where: { $0.name == name }) {
        recommended.formUnion(tool.targets)
      } else if all.contains(where: { $0.name == name }) {
        asked.insert(name)
      } else {
        return nil
      }
    }
    let wanted = asked.union(recommended)
    return all.filter { asked.contains($0.name) || recommended.contains($0.name) && wanted.isDisjoint(with: $0.readsAlso) }
  }

  /// What `named` knows: tools, then targets of another name.
  package static var names: [String] {
    let tools = Tool.all.map(\.name)
    return tools + all.map(\.name).filter { !tools.contains($0) }
  }
}
