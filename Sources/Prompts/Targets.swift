/// Every target there is. Folders, keys and limits are those of `targets.md`, sections 1 and 3.
extension Target {
  package static let all: [Target] = [
    Target("plain", "Plain Markdown", in: "prompts", .text, PlainMarkdown(), call: .paste),
    Target("agent-skills", "Agent Skills", in: ".agents/skills", .text, Skills(), call: .request),
    Target("claude-skill", "Claude Code skills", in: ".claude/skills", .argument, Skills.claude),
    Target("claude-command", "Claude Code commands", in: ".claude/commands", .argument, Command.claude, readsAlso: ["claude-skill"]),
    Target("claude-plugin", "Claude Code plugins", in: ".claude-plugin", .argument, ClaudePlugins(skills: .claude)),
    Target("copilot-prompt", "Copilot prompt files", in: ".github/prompts", .named, CopilotPrompts()),
    Target("copilot-instructions", "Copilot instructions", in: ".github/instructions", .text, Rules.copilot),
    Target("copilot-skill", "Copilot skills", in: ".github/skills", .text, Skills(), readsAlso: ["agent-skills", "claude-skill"]),
    Target("cursor-command", "Cursor commands", in: ".cursor/commands", .text, Command()),
    Target("cursor-rule", "Cursor rules", in: ".cursor/rules", .text, Rules.cursor),
    Target("windsurf-workflow", "Windsurf workflows", in: ".windsurf/workflows", .text, Command.windsurf),
    Target("windsurf-rule", "Windsurf rules", in: ".windsurf/rules", .text, Rules.windsurf),
    Target("continue-prompt", "Continue prompts", in: ".continue/prompts", .text, Command.continue),
    Target("gemini-command", "Gemini CLI commands", in: ".gemini/commands", .argument, Command.gemini),
    Target("opencode-command", "OpenCode commands", in: ".opencode/commands", .argument, Command.openCode),
    Target(
      "augment-command",
      "Augment commands",
      in: ".augment/commands",
      .argument,
      Command.augment,
      readsAlso: ["claude-command", "cursor-command"]
    ),
    Target("augment-rule", "Augment rules", in: ".augment/rules", .text, Rules.augment),
    Target("agents-md", "AGENTS.md", in: "", .text, AgentsSection(skills: "agent-skills")),
    Target("mcp", "MCP prompts", in: "mcp", .named, MCPPrompts()),
  ]
}

extension Command {
  static var claude: Command {
    Command(.description, .argumentHint, argument: "$ARGUMENTS", hazards: .claude)
  }
  static var windsurf: Command { Command(.description, limit: 12_000) }
  static var `continue`: Command { Command(.name, .description, .invokable) }
  static var gemini: Command { Command(shape: .toml, argument: "{{args}}", hazards: .gemini) }
  static var openCode: Command { Command(.description, argument: "$ARGUMENTS", hazards: .openCode) }
  static var augment: Command { Command(.description, .argumentHint, argument: "$ARGUMENTS", hazards: .augment) }
}

extension Skills {
  static var claude: Skills { Skills(argument: "$ARGUMENTS", misread: .claude) }
}

extension Rules {
  /// `applyTo` is one text with commas.
  static var copilot: Rules {
    Rules(suffix: ".instructions.md", understands: { !$0.contains(",") || $0.contains("{") }) { rule in
      [("description", .text(rule.description))]
        + (rule.patterns.isEmpty ? [] : [("applyTo", .text(rule.patterns.joined(separator: ",")))])
    }
  }

  /// `globs` stands without quotes, so that only patterns that mean nothing to YAML may stand there; without any, the description
  /// decides (`targets.md`, section 3.7).
  static var cursor: Rules {
    Rules(suffix: ".mdc", understands: Rules.isBareGlob) { rule in
      [("description", .text(rule.description))]
        + (rule.patterns.isEmpty ? [] : [("globs", .bare(rule.patterns.joined(separator: ",")))]) + [("alwaysApply", .bool(false))]
    }
  }

  static var windsurf: Rules {
    Rules(suffix: ".md", limit: 12_000) { rule in
      let trigger = rule.patterns.isEmpty ? "model_decision" : "glob"
      return [("trigger", .text(trigger)), ("description", .text(rule.description))]
        + (rule.patterns.isEmpty ? [] : [("globs", .texts(rule.patterns))])
    }
  }

  static var augment: Rules {
    Rules(suffix: ".md") { rule in [("type", .text("agent_requested")), ("description", .text(rule.description))] }
  }
}

extension Rules {
  /// Whether a pattern starts with a letter and holds nothing but letters, digits and `_ - . / * ?`.
  fileprivate static func isBareGlob(_ pattern: String) -> Bool {
    guard let first = pattern.first, first.isASCII, first.isLetter else { return false }
    return pattern.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-./*?".contains($0)) }
  }
}
