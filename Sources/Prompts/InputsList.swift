internal import Library

/// The variables of a prompt in prose, for targets that cannot bind them (level L0 of `targets.md`).
enum InputsList {
  /// A section with one line a variable, and what to do about missing ones; empty for a prompt without variables.
  static func markdown(for prompt: Prompt) -> String {
    guard !prompt.variables.isEmpty else { return "" }
    let uses = Dictionary(grouping: prompt.variables, by: \.placeholder).mapValues(\.count)
    return """
      ## Inputs

      \(prompt.variables.map { line($0, isShared: uses[$0.placeholder, default: 0] > 1) }.joined(separator: "\n"))

      Put each value in place of its bracketed placeholder. Take it from the conversation or the project; ask for a required \
      one that is missing, and do not invent it. Leave out what is optional and unknown.

      """
  }

  private static func line(_ variable: Variable, isShared: Bool) -> String {
    var facts = [variable.isRequired ? "required" : "optional"]
    switch variable.kind {
    case .text: break
    case .multiline: facts.append("several lines")
    case .list: facts.append("a list, one line of this form an item")
    case .integer: facts.append("a whole number")
    case .boolean: facts.append("yes or no")
    case .choice: facts.append("one of: " + variable.choices.map(MarkdownText.literal).joined(separator: ", "))
    }
    if let value = variable.defaultValue { facts.append("default: \(MarkdownText.literal(value))") }
    var line = "- `\(variable.name)` (\(MarkdownText.code(place(of: variable, isShared: isShared))))"
    if let description = variable.description { line += ": \(MarkdownText.literal(description))" }
    line += "; \(facts.joined(separator: ", "))"
    if let example = variable.example { line += ". Example: \(MarkdownText.literal(example))" }
    return line
  }

  /// The placeholder, with its label where another variable has the same placeholder.
  private static func place(of variable: Variable, isShared: Bool) -> String {
    guard isShared, variable.kind != .list, let label = variable.label else { return variable.placeholder }
    return "\(label): \(variable.placeholder)"
  }
}
