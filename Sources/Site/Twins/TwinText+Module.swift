internal import Library
internal import Markdown

// What belongs to a module and is no file of its own.
extension TwinText {
  /// The module's facts, and its pages in groups.
  mutating func append(_ module: Module, number: Int) {
    let cells = ModulePage.cells(of: module, dependents: site.dependents(of: module.id))
    append(list: cells.map { "**\($0.name)**: \(MarkdownText.inline($0.value))" })
    if !module.id.isEmpty { append(code: "augx link \(module.id)", language: "bash") }
    let pages = site.map.pages[site.map.pagesOfModule[number]]
    for group in PageGroup.allCases {
      append(pages: pages.filter { PageGroup($0.subject, in: module) == group }, heading: group.title)
    }
  }

  /// A workflow: its steps, its prompt, and what goes with it.
  mutating func append(_ workflow: Workflow, in module: Module) {
    if !workflow.steps.isEmpty {
      append(heading: "Steps")
      append(list: workflow.steps.map { MarkdownText.literal($0.text) }, isNumbered: true)
    }
    if let prompt = workflow.prompt.flatMap({ id in module.prompts.first { $0.id == id } }) {
      append(heading: "Prompt")
      if let page = site.map.page(of: prompt) { append(paragraph: "\(link(to: page)), \(Words.slots(prompt.variables.count)):") }
      append(code: prompt.template)
    }
    if let file = module.pages.first(where: { $0.path == workflow.path }) {
      for note in workflow.notes { append(note, of: file.document) }
    }
    append(pages: [workflow.guide, workflow.path].compactMap { $0.flatMap(site.map.page(ofFile:)) }, heading: "Goes with this workflow")
  }

  /// A labelled block, its lists as lists and its other blocks as their text.
  private mutating func append(_ note: LabelledBlock, of document: Document) {
    append(heading: note.label)
    append(literal: note.text)
    for node in note.content {
      switch document.nodes[node].kind {
      case .list(let start, _):
        let items = document.children(of: node).map { MarkdownText.literal(document.plainText(of: $0)) }
        append(list: items, isNumbered: start != nil)
      case .codeBlock(let info, let literal, _):
        append(code: document.string(literal), language: document.string(info).filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
      default: append(literal: document.plainText(of: node))
      }
    }
  }

  /// A prompt that stands in a file with others: its template, and what goes into each slot.
  mutating func append(_ prompt: Prompt, in module: Module) {
    append(code: prompt.template)
    if !prompt.variables.isEmpty { append(heading: "Slots to fill in") }
    append(list: prompt.variables.map(words))
    let workflow = prompt.workflow.flatMap { id in module.workflows.first { $0.id == id } }
    let origins = [workflow.flatMap(site.map.page(of:)), site.map.page(ofFile: prompt.path)].compactMap(\.self)
    append(pages: origins, heading: "Where it comes from")
  }

  private func words(of variable: Variable) -> String {
    var parts = ["\(MarkdownText.code(variable.placeholder)), \(variable.kind.rawValue)\(variable.isRequired ? "" : ", optional")"]
    for (name, value) in [
      ("", variable.description), ("one of ", variable.choices.isEmpty ? nil : variable.choices.joined(separator: ", ")),
      ("for example ", variable.example), ("if left open ", variable.defaultValue),
    ] {
      if let value { parts.append(name + MarkdownText.inline(value)) }
    }
    return "\(MarkdownText.code(variable.name)): \(parts.joined(separator: "; "))"
  }
}
