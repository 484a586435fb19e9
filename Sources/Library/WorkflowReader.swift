internal import Files
internal import Markdown

/// Reads the workflows and prompts of one Markdown file from its labelled blocks (`product.md` section 4).
struct WorkflowReader {
  /// What one section defines: prompts, the first of which belongs to the workflow.
  struct Reading {
    var workflow: Workflow?
    var prompts: [Prompt]

    var isEmpty: Bool { workflow == nil && prompts.isEmpty }
  }

  let file: MarkdownFile
  /// In the order of the sections; ids are not unique yet.
  private(set) var readings: [Reading] = []
  /// Whether the file defines more than is read.
  private(set) var isCut = false
  /// What its workflows leave out.
  private(set) var gaps: [WorkflowGap] = []

  init(_ file: MarkdownFile) {
    self.file = file
    let sections = Section.sections(of: file.document, headings: file.headings)
    let all = sections.lazy.map(read).filter { !$0.isEmpty }
    var room = Module.mostInFile
    for reading in all where !isCut {
      room -= max(reading.prompts.count, 1)
      isCut = room < 0
      if !isCut { readings.append(reading) }
    }
    if file.role == .prompt, readings.allSatisfy(\.prompts.isEmpty), let prompt = wholeFile() {
      readings.append(Reading(workflow: nil, prompts: [prompt]))
    }
    // A guide may tell the purpose in prose, and the steps in headings.
    if file.role == .readme || file.role == .other { gaps = sections.flatMap(gaps) }
  }

  /// What a section leaves out that has two of the three parts of a workflow, or the label of one that is empty.
  private func gaps(in section: Section) -> [WorkflowGap] {
    guard section.blocks.count > 1, let heading = section.heading.map({ file.headings[$0] }) else { return [] }
    let purpose = section.block(Label.isPurpose)
    let steps = section.block(Label.isSteps)
    let prompt = section.block(Label.isPrompt)
    guard [purpose, steps, prompt].count(where: { $0 != nil }) > 1 else { return [] }
    guard steps != nil || heading.title.lowercased().contains("workflow") else { return [] }
    let parts: [(WorkflowGap.Part, LabelledBlock?, isFull: Bool)] = [
      (.purpose, purpose, purpose.map { !$0.text.isEmpty || !text(of: $0).isEmpty } ?? false),
      (.steps, steps, steps.map { !self.steps(in: $0).isEmpty } ?? false),
      (.prompt, prompt, section.prompts.contains { $0.label.content.contains(where: isCodeBlock) }),
    ]
    let title = WorkflowReader.numbered(heading.title).text
    return parts.filter { !$0.isFull }.map { part, block, _ in
      WorkflowGap(path: file.path, title: title, part: part, isEmpty: block != nil, node: block?.node ?? heading.node)
    }
  }

  private func read(_ section: Section) -> Reading {
    guard !section.blocks.isEmpty else { return Reading(workflow: nil, prompts: []) }
    let heading = section.heading.map { file.headings[$0] }
    let title = WorkflowReader.numbered(heading?.title ?? file.title)
    let slug = WorkflowReader.slug(of: heading, title: title.text, in: file)
    let purpose = section.block(Label.isPurpose).map { $0.text.isEmpty ? text(of: $0) : $0.text }
    let prompts = section.prompts.compactMap { label, variables -> Prompt? in
      guard let code = label.content.first(where: isCodeBlock) else { return nil }
      let written = Slugs.slug(of: label.id ?? (file.role == .prompt ? Path.withoutExtension(file.source.name) : slug))
      return prompt(
        id: written.isEmpty ? slug : written,
        title: title.text,
        summary: purpose ?? section.lead(in: file.document),
        heading: heading,
        code: code,
        label: label.id == nil ? nil : label.node,
        table: variables?.content.first(where: isTable).map { ($0, true) }
      )
    }
    let steps = section.block(Label.isSteps).map { self.steps(in: $0) } ?? []
    // A guide repeats the purpose and the steps of the workflow that it is the guide of; only a prompt defines one there.
    let defines = !prompts.isEmpty || (purpose != nil && file.role != .guide)
    guard let heading, !steps.isEmpty, defines else { return Reading(workflow: nil, prompts: prompts) }
    let known: [(String) -> Bool] = [Label.isPrompt, Label.isPurpose, Label.isSteps, Label.isVariables]
    let workflow = Workflow(
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
      prompt: nil,
      guide: nil
    )
    return Reading(workflow: workflow, prompts: prompts)
  }

  /// A file under `prompts/` without a label: its first fenced block that names no engine is the template.
  private func wholeFile() -> Prompt? {
    let isTemplate = { (node: Int) -> Bool in
      guard case .codeBlock(let info, _, .some) = file.document.nodes[node].kind else { return false }
      return !file.document.string(info).contains("engine=")
    }
    let blocks = Array(file.document.children(of: 0))
    guard let code = blocks.first(where: isTemplate) else { return nil }
    let id = Slugs.slug(of: Path.withoutExtension(file.source.name))
    return prompt(
      id: id.isEmpty ? "prompt" : id,
      title: file.title,
      summary: file.lead,
      heading: file.headings.first,
      code: code,
      label: nil,
      table: blocks.drop { $0 <= code }.first(where: isTable).map { ($0, false) }
    )
  }

  private typealias Table = (node: Int, isLabelled: Bool)

  private func prompt(
    id: String,
    title: String,
    summary: String,
    heading: Heading?,
    code: Int,
    label: Int?,
    table: Table?
  ) -> Prompt {
    let template = template(of: code)
    let cut = PromptTemplate(template)
    var variables = cut.variables
    var parts = cut.parts
    var faults: [Prompt.TableFault] = []
    let table = table.flatMap { VariablesTable(table: $0.node, of: file.document, path: file.path, isLabelled: $0.isLabelled) }
    if let table {
      let applied = table.applied(to: cut.variables)
      variables = applied.variables
      parts = parts.map { $0.renamed(applied.renamed) }
      faults = applied.faults
    }
    let prompt = Prompt(
      id: id,
      title: title,
      summary: summary,
      module: file.module,
      path: file.path,
      anchor: heading?.id ?? "",
      node: code,
      label: label,
      workflow: nil,
      template: template,
      parts: parts,
      variables: variables,
      tableFaults: faults,
      isCut: cut.isCut
    )
    return table == nil ? prompt : prompt.heldAgainstTable(in: file)
  }

  /// The text between the fences without its last line end. Line ends become LF, so that a checkout with CR LF exports the
  /// same bytes.
  private func template(of code: Int) -> String {
    guard case .codeBlock(_, let literal, _) = file.document.nodes[code].kind else { return "" }
    var lines = file.document.bytes(literal).lines
    if lines.last?.isEmpty == true { lines.removeLast() }
    return String(decoding: Array(lines.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
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

  /// The slug of the heading without its number; the file's name where there is no heading.
  private static func slug(of heading: Heading?, title: String, in file: MarkdownFile) -> String {
    guard let heading else { return Slugs.slug(of: Path.withoutExtension(file.source.name)) }
    let slug = Slugs.slug(of: title)
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
