internal import Library
internal import Markdown

/// A workflow: its steps on a thread, the prompt at the end, and what goes with it.
struct WorkflowPage: PageModel {
  static let template = "workflow"

  var frame: PageFrame
  let heading: String
  let lead: String?
  let steps: HTML
  /// The card of its prompt.
  let prompt: HTML?
  let notes: HTML
  let sections: HTML

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .text { $0.lead },
    "steps": .html { $0.steps },
    "prompt": .html { $0.prompt },
    "notes": .html { $0.notes },
    "sections": .html { $0.sections },
  ])

  /// One step.
  struct Step: TemplateModel {
    static let template = "step"

    let title: String
    let detail: String?

    static let fields: TemplateFields<Step> = [
      "title": .text { $0.title },
      "detail": .text { $0.detail },
    ]
  }

  /// A labelled block of the workflow that is not its purpose, its steps or its prompt.
  struct Note: TemplateModel {
    static let template = "note"

    let id: String
    let title: String
    let content: HTML

    static let fields: TemplateFields<Note> = [
      "id": .text { $0.id },
      "title": .text { $0.title },
      "content": .html { $0.content },
    ]
  }

  init(_ page: SitePage, workflow: Workflow, module: Module, of site: Site) {
    let root = site.root(of: page)
    heading = workflow.title.isEmpty ? page.title : workflow.title
    lead = workflow.purpose
    steps = site.templates.render(all: workflow.steps.map { Step(title: $0.title.isEmpty ? "Step" : $0.title, detail: $0.detail) })
    let prompt = workflow.prompt.flatMap { id in module.prompts.first { $0.id == id } }
    self.prompt = prompt.map { site.templates.render(PromptCard($0, site: site, root: root, isOwnPage: false)) }
    let notes = WorkflowPage.notes(of: workflow, module: module, page: page, site: site)
    self.notes = site.templates.render(all: notes)
    let related = WorkflowPage.sections(of: workflow, site: site, root: root)
    sections = RowSection.html(related, site.templates)
    frame = PageFrame(page, of: site)
    frame.facts = WorkflowPage.facts(of: workflow, prompt: prompt, module: module)
    var contents: [(id: String, title: String)] = []
    if !steps.isEmpty { contents.append(("page:steps", "Steps")) }
    if prompt != nil { contents.append(("page:prompt", "Prompt")) }
    contents += notes.map { ($0.id, $0.title) } + related.map { ($0.id, $0.title) }
    if !frame.backlinks.isEmpty { contents.append(("page:referenced-by", "Referenced by")) }
    frame.toc = TableOfContents.html(contents)
  }

  private static func facts(of workflow: Workflow, prompt: Prompt?, module: Module) -> [PageFact] {
    var facts: [PageFact] = []
    if let place = module.workflows.firstIndex(where: { $0.id == workflow.id }) {
      facts.append(PageFact(text: "Workflow \(place + 1) of \(module.workflows.count)"))
    }
    facts.append(PageFact(text: Words.count(workflow.steps.count, "step")))
    if let prompt { facts.append(PageFact(text: "1 prompt, \(Words.slots(prompt.variables.count))")) }
    return facts
  }

  private static func notes(of workflow: Workflow, module: Module, page: SitePage, site: Site) -> [Note] {
    let nodes = workflow.notes.flatMap(\.content)
    guard !workflow.notes.isEmpty, let file = module.pages.first(where: { $0.path == workflow.path }) else { return [] }
    let end = nodes.last.map { Int(file.document.nodes[$0].end) } ?? 0
    let article = ArticleRenderer(file, module: module, page: page, site: site, part: (nodes.first ?? 0)..<end)
    return workflow.notes.enumerated().map { index, block in
      Note(id: "note:\(index + 1)", title: Words.title(block.label), content: article.html(of: block))
    }
  }

  private static func sections(of workflow: Workflow, site: Site, root: String) -> [RowSection] {
    var rows: [Row] = []
    for path in [workflow.guide, workflow.path].compactMap(\.self) {
      if let page = site.map.page(ofFile: path) { rows.append(Row(related: page, site: site, root: root)) }
    }
    return rows.isEmpty ? [] : [RowSection(id: "page:goes-with-this", title: "Goes with this workflow", rows: rows)]
  }
}
