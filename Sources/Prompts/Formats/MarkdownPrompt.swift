internal import Library

/// A prompt as a Markdown file to read and paste from: its template to the byte in a fence, and the list of its inputs.
struct MarkdownPrompt: PromptFormat {
  let marker = ExportFile.Marker.htmlComment

  func path(_ name: PackName) -> String { "\(name).md" }

  func text(_ prompt: Prompt, name: PackName) -> String {
    var sections = ["# \(MarkdownText.literal(prompt.title))\n"]
    if !prompt.summary.isEmpty { sections.append(MarkdownText.literal(prompt.summary) + "\n") }
    sections.append(MarkdownText.fenced(prompt.template))
    let inputs = InputsList.markdown(for: prompt)
    if !inputs.isEmpty { sections.append(inputs) }
    return sections.joined(separator: "\n")
  }
}
