internal import Library

/// A prompt as an Agent Skill: `SKILL.md` with the two required keys, in YAML that the strictest reader accepts
/// (agentskills/agentskills, specification.mdx; `targets.md` sections 2 and 3.1).
struct AgentSkill: PromptFormat {
  let marker = ExportFile.Marker.hashComment(line: 1)

  func path(_ name: PackName) -> String { "\(name)/SKILL.md" }

  /// The longest description, in UTF-16 units: tools count code points or UTF-16 units, and the latter are never fewer.
  private static let descriptionLimit = 1_024

  func text(_ prompt: Prompt, name: PackName) -> String {
    var body = "# \(MarkdownText.literal(prompt.title))\n"
    let inputs = InputsList.markdown(for: prompt)
    body += inputs.isEmpty ? "\nDo this task:\n" : "\nFill in the inputs, then do this task:\n"
    body += "\n" + MarkdownText.fenced(prompt.template)
    if !inputs.isEmpty { body += "\n" + inputs }
    return """
      ---
      name: \(AgentSkill.quoted(name.description))
      description: \(AgentSkill.quoted(AgentSkill.description(of: prompt)))
      ---

      \(body)
      """
  }

  /// What the skill does and when to use it, within the limit.
  private static func description(of prompt: Prompt) -> String {
    let purpose = prompt.summary.isEmpty ? prompt.title : prompt.summary
    let sentence = purpose.last.map { ".!?".contains($0) } == true ? purpose : purpose + "."
    let use = cut(" Use when the task is: \(prompt.title).", to: descriptionLimit / 2)
    return cut(sentence, to: descriptionLimit - use.utf16.count) + use
  }

  /// The start of a text, with `…` where it is cut, in at most so many UTF-16 units.
  private static func cut(_ text: String, to limit: Int) -> String {
    var out = String.UnicodeScalarView()
    var length = 1
    for scalar in text.unicodeScalars {
      length += UTF16.width(scalar)
      if length > limit { return String(out) + "…" }
      out.append(scalar)
    }
    return text
  }

  /// A double-quoted YAML scalar on one line. `---` is replaced, since the reference reader cuts the front matter at it.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{85}": out += " "
      case _ where scalar.properties.generalCategory == .control || scalar.properties.isNoncharacterCodePoint: continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    while let dashes = out.firstRange(of: "---") { out.replaceSubrange(dashes, with: "--") }
    return out + "\""
  }
}
