internal import Library

/// A prompt: its template, what goes into each slot, and where it comes from.
struct PromptPage: PageModel {
  static let template = "prompt"

  var frame: PageFrame
  let heading: String
  let lead: String?
  /// Its card.
  let prompt: HTML
  let slots: HTML
  let content: HTML
  let sections: HTML

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .text { $0.lead },
    "prompt": .html { $0.prompt },
    "slots": .html { $0.slots },
    "content": .html { $0.content },
    "sections": .html { $0.sections },
  ])

  /// What is to be said about one variable.
  struct Slot: TemplateModel {
    static let template = "slot"

    let variable: Variable

    static let fields: TemplateFields<Slot> = [
      "id": .text { PromptCard.anchor(of: $0.variable.name) },
      "name": .text { $0.variable.name },
      "label": .text { Words.title($0.variable.label ?? $0.variable.name.replacing("_", with: " ")).capitalizedFirst },
      "placeholder": .text { $0.variable.placeholder },
      "kind": .text { $0.variable.kind.rawValue + ($0.variable.isRequired ? "" : ", optional") },
      "description": .text { $0.variable.description },
      "choices": .text { $0.variable.choices.joined(separator: ", ") },
      "example": .text { $0.variable.example },
      "defaultValue": .text { $0.variable.defaultValue },
    ]
  }

  init(_ page: SitePage, prompt: Prompt, file: Int?, module: Module, of site: Site) {
    let root = site.root(of: page)
    heading = page.title
    lead = prompt.summary
    self.prompt = site.templates.render(PromptCard(prompt, site: site, root: root, isOwnPage: true))
    slots = site.templates.render(all: prompt.variables.map(Slot.init))
    let file = file.map { module.pages[$0] }
    content = file.map { ArticleRenderer($0, module: module, page: page, site: site).html(without: prompt) } ?? ""
    let workflow = prompt.workflow.flatMap { id in module.workflows.first { $0.id == id } }
    var origins = workflow.flatMap { site.map.page(of: $0) }.map { [$0] } ?? []
    if file == nil, let source = site.map.page(ofFile: prompt.path) { origins.append(source) }
    let rows = origins.map { Row(related: $0, site: site, root: root) }
    let related = rows.isEmpty ? [] : [RowSection(id: "page:from", title: "Where it comes from", rows: rows)]
    sections = RowSection.html(related, site.templates)
    frame = PageFrame(page, of: site)
    frame.facts = [PageFact(text: Words.clipped(prompt.id, to: 100), isCode: true), PageFact(text: Words.slots(prompt.placeholderCount))]
    if let workflow, let page = site.map.page(of: workflow) {
      frame.facts.append(PageFact(text: "From \(Words.title(workflow.title))", href: root + page.location.href))
    }
    frame.notice = site.html(of: file.flatMap { Notice(file: $0, site: site, root: root) })
    var contents = [(id: "page:template", title: "Template")]
    if !prompt.variables.isEmpty { contents.append(("page:slots", "Slots to fill in")) }
    contents += related.map { ($0.id, $0.title) }
    frame.toc = TableOfContents.html(contents)
  }
}

extension String {
  /// With the first letter in upper case.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
