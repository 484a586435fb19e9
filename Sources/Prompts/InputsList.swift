internal import Library

/// The variables of a prompt in prose, for targets that cannot bind them (level L0 of `targets.md`).
enum InputsList {
  /// A section with one line a variable, and what to do about missing ones; empty for a prompt without variables.
  static func markdown(for prompt: Prompt) -> String {
    guard !prompt.variables.isEmpty else { return "" }
    return """
      ## Inputs

      Put a value in place of each bracketed placeholder. Ask for a required one that is missing; do not invent it.

      \(prompt.variables.map(line).joined(separator: "\n"))

      """
  }

  private static func line(_ variable: Variable) -> String {
    var facts = [variable.isRequired ? "required" : "optional"]
    switch variable.kind {
    case .text: break
    case .multiline: facts.append("several lines")
    case .list: facts.append("one line an item")
    case .integer: facts.append("a whole number")
    case .boolean: facts.append("yes or no")
    case .choice: facts.append("one of: " + variable.choices.map(MarkdownText.literal).joined(separator: ", "))
    }
    if let value = variable.defaultValue { facts.append("default: \(MarkdownText.literal(value))") }
    var line = "- `\(variable.name)`"
    if variable.kind != .list { line += " (\(MarkdownText.code(variable.placeholder)))" }
    if let description = variable.description { line += ": \(MarkdownText.literal(description))" }
    line += "; \(facts.joined(separator: ", "))"
    if let example = variable.example { line += ". Example: \(MarkdownText.literal(example))" }
    return line
  }
}
