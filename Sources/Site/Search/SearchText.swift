internal import Diagnostics
internal import Library
internal import Markdown

/// What of a page is searched, as sections: its text, never its HTML.
///
/// A prompt is searched on its own page only, not wherever its card is shown.
struct SearchText {
  let site: Site

  /// The sections of a page, its beginning first; empty for a page that only lists others.
  func sections(of page: SitePage) -> [SearchSection] {
    switch page.subject {
    case .catalog, .prompts, .profiles, .report, .rules, .collections, .collection, .comparison, .search, .notFound: []
    case .rule(let rule):
      [SearchSection(text: site.rules[rule].summary), SearchSection(anchor: "page:why", title: "Why", text: site.rules[rule].why)]
    case .manual(let file):
      site.manual.map { sections(of: $0.module.pages[file], in: $0.module) } ?? []
    case .module(let module): [sections(of: site.library.modules[module], page)]
    case .article(let module, let file): sections(of: site.library.modules[module].pages[file], in: site.library.modules[module])
    case .workflow(let module, let workflow):
      sections(of: site.library.modules[module].workflows[workflow], in: site.library.modules[module])
    case .prompt(let module, let prompt, let file):
      sections(of: site.library.modules[module].prompts[prompt])
        + (file.map { sections(of: site.library.modules[module].pages[$0], in: site.library.modules[module]) } ?? [])
    }
  }

  private func sections(of module: Module, _ page: SitePage) -> SearchSection {
    var section = SearchSection(text: site.summary(of: page))
    section.append(line: module.id)
    for tag in module.manifest.tags { section.append(line: tag.value) }
    return section
  }

  private func sections(of workflow: Workflow, in module: Module) -> [SearchSection] {
    var sections = [SearchSection(text: workflow.purpose ?? "")]
    if !workflow.steps.isEmpty {
      var steps = SearchSection(anchor: "page:steps", title: "Steps")
      for step in workflow.steps { steps.append(line: step.text) }
      sections.append(steps)
    }
    guard !workflow.notes.isEmpty, let file = module.pages.first(where: { $0.path == workflow.path }) else { return sections }
    for (number, note) in workflow.notes.enumerated() {
      var section = SearchSection(anchor: "note:\(number + 1)", title: note.label, text: note.text)
      for node in note.content { section.append(line: file.document.plainText(of: node)) }
      sections.append(section)
    }
    return sections
  }

  private func sections(of prompt: Prompt) -> [SearchSection] {
    var start = SearchSection(text: prompt.summary)
    start.append(line: prompt.id)
    var slots = SearchSection(anchor: "page:slots", title: "Slots to fill in")
    for variable in prompt.variables {
      slots.append(line: variable.name)
      slots.append(line: variable.label)
      slots.append(line: variable.description)
    }
    let template = SearchSection(anchor: "page:template", title: "Template", text: prompt.template)
    return prompt.variables.isEmpty ? [start, template] : [start, template, slots]
  }

  /// A Markdown file: a section for each heading but that of the title.
  private func sections(of file: MarkdownFile, in module: Module) -> [SearchSection] {
    let document = file.document
    let title = file.headings.first { $0.level == 1 } ?? file.headings.first
    let prompts = Set(module.prompts.lazy.filter { $0.path == file.path }.map(\.node))
    var sections = [SearchSection()]
    var index = 1
    while index < document.nodes.count {
      let node = document.nodes[index]
      switch node.kind {
      case .heading(_, let id):
        if index != title?.node {
          sections.append(SearchSection(anchor: document.string(id), title: document.plainText(of: index)))
        }
        index = Int(node.end)
        continue
      case .text(let text), .code(let text): sections[sections.count - 1].append(document.bytes(text))
      case .codeBlock(_, let literal, _):
        if !prompts.contains(index) { sections[sections.count - 1].append(code: document.bytes(literal)) }
      case .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference, .inlineHTML: break
      default: sections[sections.count - 1].separate()
      }
      index += 1
    }
    return sections
  }
}
