internal import Library

/// Prompts as prompt files of VS Code, with a question a variable: `${input:name:hint}` (`targets.md`, section 3.4). The body is the
/// prompt and nothing else.
struct CopilotPrompts: Format {
  let hazards = Hazards.copilot

  func export(_ pack: Pack, to target: Target) -> Export {
    var export = Export()
    for (prompt, name) in pack.prompts {
      if let place = hazards.inexpressible(in: prompt.template).first {
        export.losses.append(Loss.ofLiteral(at: place, in: prompt, name: name, for: target))
      } else {
        export.files.append(ExportFile(target, "\(name).prompt.md", .hashComment(line: 1), of: .prompt(name)) { text(prompt, name) })
        export.losses += Loss.ofValues(of: prompt, name: name, for: target)
      }
    }
    return export
  }

  private func text(_ prompt: Prompt, _ name: PackName) -> String {
    var fields: [(key: String, value: YAMLHeader.Value)] = [
      ("name", .text(name.description)), ("description", .text(Description.of(prompt))), ("agent", .text("agent")),
    ]
    if let hint = prompt.argumentHint { fields.append(("argument-hint", .text(hint))) }
    let body = prompt.text { variable, marker in prompt.variable(variable).map { slot($0, marker) } ?? "" }
    return YAMLHeader(fields).text + body + "\n"
  }

  /// A question for a value. The items of a list are lines; the marker of the first stands before the question already, unless there may
  /// be none.
  private func slot(_ variable: Variable, _ marker: String?) -> String {
    var hints = [variable.description ?? variable.label, variable.facts].compactMap { $0 }
    if let marker { hints.append(PromptText.hint(toItemsBehind: marker, isFirstMarked: variable.isRequired)) }
    let hint = hints.joined(separator: "; ").split { $0.isWhitespace || "{}$:".contains($0) }.joined(separator: " ")
    let slot = "${input:\(variable.name)\(hint.isEmpty ? "" : ":" + hint)}"
    return variable.isRequired ? (marker ?? "") + slot : slot
  }
}
