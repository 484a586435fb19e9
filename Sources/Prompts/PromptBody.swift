internal import Library

/// A prompt as Markdown that an agent reads: the template to the byte in a fence, its inputs, and what a target adds.
struct PromptBody {
  let prompt: Prompt
  /// What the tool puts the text behind a command in for; nil where it has no such thing.
  var argument: String?
  /// The skill with the guides of the prompt's module.
  var guides: PackName?
  /// Whether the summary is told: where no header does.
  var isSummarized = false
  var hazards = Hazards.none

  /// All of it, with literals escaped.
  var text: String {
    hazards.escaped(head(title: prompt.title) + [PromptBody.call(prompt), task(prompt), Wrapper.guardrails].joined(separator: "\n")) + given
  }

  /// All but the task, which stands in a file beside it that the tool only reads.
  ///
  /// - Parameter name: stands for a title that the tool would misread.
  func text(taskIn path: String, name: PackName) -> String {
    let title = hazards.inexpressible(in: MarkdownText.literal(prompt.title)).isEmpty ? prompt.title : name.description
    let call = "Read [\(path)](\(path)): it holds the task\(prompt.variables.isEmpty ? "" : " and its inputs"). Then do it.\n"
    return hazards.escaped(head(title: title) + [call, Wrapper.guardrails].joined(separator: "\n")) + given
  }

  /// The task as a file of its own.
  var task: String { "# \(MarkdownText.literal(prompt.title))\n\n" + PromptBody.call(prompt) + "\n" + task(prompt) }

  /// Whether the tool reads all of it as it is meant.
  var isExpressible: Bool {
    [MarkdownText.literal(prompt.title), isSummarized ? MarkdownText.literal(prompt.summary) : "", task(prompt)]
      .allSatisfy { hazards.inexpressible(in: $0).isEmpty }
  }

  private func head(title: String) -> String {
    var head = "# \(MarkdownText.literal(title))\n\n"
    if isSummarized, !prompt.summary.isEmpty { head += MarkdownText.literal(prompt.summary) + "\n\n" }
    if let guides { head += Wrapper.context(guides: guides) + "\n" }
    return head
  }

  private static func call(_ prompt: Prompt) -> String {
    prompt.variables.isEmpty ? "Do this task:\n" : "Fill in the inputs, then do this task:\n"
  }

  private func task(_ prompt: Prompt) -> String {
    let inputs = InputsList.markdown(for: prompt)
    return MarkdownText.fenced(prompt.template) + (inputs.isEmpty ? "" : "\n" + inputs)
  }

  private var given: String {
    guard let argument, !prompt.variables.isEmpty else { return "" }
    return "\n## Given\n\nTyped behind the command, for the inputs; may be empty:\n\n\(argument)\n"
  }
}
