internal import Files
internal import Markdown

/// Reads the workflows and prompts of one Markdown file from its labelled blocks (`product.md` section 4).
struct WorkflowReader {
  let file: MarkdownFile
  private(set) var workflows: [Workflow] = []
  private(set) var prompts: [Prompt] = []

  init(_ file: MarkdownFile) {
    self.file = file
    for section in Section.sections(of: file.document, headings: file.headings) {
      read(section)
    }
    if prompts.isEmpty, file.role == .prompt { readWholeFile() }
  }

  private mutating func read(_ section: Section) {
    let heading = section.heading.map { file.headings[$0] }
    let title = WorkflowReader.numbered(heading?.title ?? file.title)
    let slug = WorkflowReader.slug(of: heading, title: title.text, in: file)
    let steps = section.block(Label.isSteps).map { self.steps(in: $0) } ?? []
    let label = section.block(Label.isPrompt)
    let purpose = section.block(Label.isPurpose).map { $0.text.isEmpty ? text(of: $0) : $0.text }
    let isWorkflow = heading != nil && !steps.isEmpty && (label != nil || purpose != nil)

    var promptID: String?
    if let label, let code = label.content.first(where: isCodeBlock) {
      let id = label.id ?? (file.role == .prompt ? Path.withoutExtension(file.source.name) : slug)
      promptID = id
      prompts.append(
        prompt(
          id: id,
          title: title.text,
          summary: purpose ?? section.lead ?? "",
          heading: heading,
          code: code,
          workflow: isWorkflow ? slug : nil,
          table: section.block(Label.isVariables)?.content.first(where: isTable)
        )
      )
    }
    guard isWorkflow, let heading else { return }
    let known: [(String) -> Bool] = [Label.isPrompt, Label.isPurpose, Label.isSteps, Label.isVariables]
    workflows.append(
      Workflow(
        id: slug,
        title: title.text,
        number: title.number,
        module: file.module,
        path: file.path,
        anchor: heading.id,
        node: heading.node,
        purpose: purpose,
        steps: steps,
        notes: section.blocks.filter { block in !known.contains { $0(block.label) } },
        prompt: promptID,
        guide: nil
      )
    )
  }

  /// A file under `prompts/` without a label: its first fenced block that names no engine is the template.
  private mutating func readWholeFile() {
    let isTemplate = { (node: Int) -> Bool in
      guard case .codeBlock(let info, _, .some) = file.document.nodes[node].kind else { return false }
      return !file.document.string(info).contains("engine=")
    }
    let blocks = Array(file.document.children(of: 0))
    guard let code = blocks.first(where: isTemplate) else { return }
    prompts.append(
      prompt(
        id: Path.withoutExtension(file.source.name),
        title: file.title,
        summary: file.lead,
        heading: file.headings.first,
        code: code,
        workflow: nil,
        table: blocks.drop { $0 <= code }.first(where: isTable)
      )
    )
  }

  private func prompt(
    id: String,
    title: String,
    summary: String,
    heading: Heading?,
    code: Int,
    workflow: String?,
    table: Int?
  ) -> Prompt {
    var template = ""
    if case .codeBlock(_, let literal, _) = file.document.nodes[code].kind {
      template = file.document.string(literal)
      if template.hasSuffix("\n") { template.removeLast() }
    }
    let cut = PromptTemplate(template)
    var variables = cut.variables
    var parts = cut.parts
    var faults: [Prompt.TableFault] = []
    if let table {
      let applied = VariablesTable(table: table, of: file.document, path: file.path).applied(to: cut.variables)
      variables = applied.variables
      parts = parts.map { $0.renamed(applied.renamed) }
      let place = file.source.span(file.document.nodes[code].span)
      faults = applied.faults
      faults += variables.filter { !$0.isDeclared }.map {
        Prompt.TableFault(kind: .undeclared(placeholder: $0.placeholder), span: place)
      }
    }
    return Prompt(
      id: id,
      title: title,
      summary: summary,
      module: file.module,
      path: file.path,
      anchor: heading?.id ?? "",
      node: code,
      workflow: workflow,
      template: template,
      parts: parts,
      variables: variables,
      tableFaults: faults
    )
  }

  private func isCodeBlock(_ node: Int) -> Bool {
    if case .codeBlock = file.document.nodes[node].kind { return true }
    return false
  }

  private func isTable(_ node: Int) -> Bool {
    file.document.nodes[node].kind == .table
  }

  /// The text of the first block of a label that has none on its own line.
  private func text(of block: LabelledBlock) -> String {
    block.content.first.map { file.document.plainText(of: $0).trimmed } ?? ""
  }

  private func steps(in block: LabelledBlock) -> [Workflow.Step] {
    let document = file.document
    guard let list = block.content.first(where: { if case .list = document.nodes[$0].kind { true } else { false } }) else { return [] }
    return document.children(of: list).map { item in
      let first = document.children(of: item).first { _ in true }
      return Workflow.Step(text: first.map { document.plainText(of: $0).trimmed } ?? "")
    }
  }

  /// A heading without the number it starts with: `3. Migration Workflow` is (3, `Migration Workflow`).
  static func numbered(_ title: String) -> (number: Int?, text: String) {
    let digits = title.prefix { $0.isASCII && $0.isNumber }
    let rest = title.dropFirst(digits.count)
    guard let number = Int(digits), let mark = rest.first, mark == "." || mark == ")", !rest.dropFirst().trimmed.isEmpty else {
      return (nil, title)
    }
    return (number, rest.dropFirst().trimmed)
  }

  /// The heading's anchor without its number; the file's name where there is no heading.
  private static func slug(of heading: Heading?, title: String, in file: MarkdownFile) -> String {
    guard let heading else { return Slugs.slug(of: Path.withoutExtension(file.source.name)) }
    let slug = title == heading.title ? heading.id : Slugs.slug(of: title)
    return slug.isEmpty ? "section-\(heading.node)" : slug
  }
}

extension Prompt.Part {
  /// The part with its variable's new name.
  func renamed(_ names: [String: String]) -> Self {
    switch self {
    case .literal: self
    case .slot(let variable, let source): .slot(variable: names[variable] ?? variable, source: source)
    case .list(let variable, let source, let marker): .list(variable: names[variable] ?? variable, source: source, marker: marker)
    }
  }
}
