internal import Library
internal import Prompts

/// A prompt: a field for each slot beside the text that they make, the files that tools have of it, and where it comes from.
struct PromptPage: PageModel {
  static let template = "prompt"

  var frame: PageFrame
  let heading: String
  let lead: String?
  /// Its card.
  let prompt: HTML
  /// The fields of its slots.
  let form: HTML
  /// The rows of the table of tools.
  let tools: HTML
  /// The name of the prompt in the pack.
  let packName: String?
  let content: HTML
  let sections: HTML

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .text { $0.lead },
    "prompt": .html { $0.prompt },
    "packName": .text { $0.packName },
    "form": .html { $0.form },
    "tools": .html { $0.tools },
    "content": .html { $0.content },
    "sections": .html { $0.sections },
  ])

  /// One tool that has the prompt, as a row.
  struct ToolRow: TemplateModel {
    static let template = "tool-row"

    let file: PromptFiles.File
    let root: String

    static let fields: TemplateFields<ToolRow> = [
      "tool": .text { Words.capitalized($0.file.tool) },
      "path": .text { $0.file.paths?.inProject },
      "href": .text { row in row.file.paths.map { row.root + Location($0.inSite).href } },
      "call": .text { $0.file.call },
      "note": .text { $0.file.note },
    ]
  }

  init(_ page: SitePage, prompt: Prompt, file: Int?, module: Module, of site: Site) {
    let root = site.root(of: page)
    heading = page.title
    lead = prompt.summary
    self.prompt = site.templates.render(PromptCard(prompt, site: site, root: root, isOwnPage: true))
    form = site.templates.render(all: prompt.variables.map { PromptField($0, of: site) })
    let files = site.promptFiles[prompt]
    packName = files?.name
    tools = site.templates.render(all: (files?.files ?? []).map { ToolRow(file: $0, root: root) })
    let file = file.map { module.pages[$0] }
    content = file.map { ArticleRenderer($0, module: module, page: page, site: site).html(without: prompt) } ?? ""
    let workflow = prompt.workflow.flatMap { id in module.workflows.first { $0.id == id } }
    var origins = workflow.flatMap { site.map.page(of: $0) }.map { [$0] } ?? []
    if file == nil, let source = site.map.page(ofFile: prompt.path) { origins.append(source) }
    let rows = origins.map { Row(related: $0, site: site, root: root) }
    let related = rows.isEmpty ? [] : [RowSection(id: "page:from", title: "Where it comes from", rows: rows)]
    sections = RowSection.html(related, site.templates)
    frame = PageFrame(page, of: site)
    frame.facts = [PageFact(text: Words.clipped(prompt.id, to: 100), isCode: true), PageFact(text: Words.slots(prompt.variables.count))]
    if let workflow, let page = site.map.page(of: workflow) {
      frame.facts.append(PageFact(text: "From \(Words.title(workflow.title))", href: root + page.location.href))
    }
    frame.notice = site.html(of: file.flatMap { Notice(file: $0, site: site, root: root) })
    var contents = prompt.variables.isEmpty ? [] : [(id: "page:slots", title: "Fill in")]
    contents.append(("page:template", "The prompt"))
    if !tools.isEmpty { contents.append(("page:tools", "Use it in your tool")) }
    contents += related.map { ($0.id, $0.title) }
    frame.toc = TableOfContents.html(contents)
  }
}
