internal import Library

/// Prompts as Markdown files to read and paste from: the template to the byte in a fence, and the list of its inputs.
struct PlainMarkdown: Format {
  func export(_ pack: Pack, to target: Target) -> Export {
    var export = Export()
    for (prompt, name) in pack.prompts {
      export.files.append(ExportFile(target, "\(name).md", .htmlComment, of: .prompt(name)) { PlainMarkdown.text(prompt) })
      export.losses += Loss.ofValues(of: prompt, name: name, for: target)
    }
    return export
  }

  private static func text(_ prompt: Prompt) -> String {
    var sections = ["# \(MarkdownText.literal(prompt.title))\n"]
    if !prompt.summary.isEmpty { sections.append(MarkdownText.literal(prompt.summary) + "\n") }
    sections.append(MarkdownText.fenced(prompt.template))
    let inputs = InputsList.markdown(for: prompt)
    if !inputs.isEmpty { sections.append(inputs) }
    return sections.joined(separator: "\n")
  }
}
