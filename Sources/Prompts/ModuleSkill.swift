internal import Files
internal import Library
internal import Markdown

/// The skill of a module: `SKILL.md` says which guide to load for which task, and `references/` holds guides and examples.
struct ModuleSkill: Sendable {
  /// The most characters of an example that goes along: at four to a token, what the specification of Agent Skills advises for a
  /// whole skill (5,000 tokens).
  private static let exampleLimit = 20_000

  let module: Module
  let name: PackName
  private let pack: Pack
  /// The guides and examples with their paths below the skill's folder.
  private let pages: [(page: MarkdownFile, path: String)]

  init(_ module: Module, name: PackName, in pack: Pack) {
    (self.module, self.name, self.pack) = (module, name, pack)
    var names = UniqueNames(separator: "-")
    let examples = module.examples.filter { $0.count.characters <= ModuleSkill.exampleLimit }
    pages = (module.guides + examples).map { page in
      (page, "references/\(names.unique(PackName(stem: page).description)).md")
    }
  }

  /// - Parameter folder: with a slash at its end, or empty.
  func files(at folder: String, for target: Target) -> [ExportFile] {
    let skill = ExportFile(target, "\(folder)\(name)/SKILL.md", .hashComment(line: 1), of: .module(module.id)) { text }
    return [skill]
      + pages.map { page, path in
        ExportFile(target, "\(folder)\(name)/\(path)", .htmlComment, of: .page(page.path)) { text(of: page, at: path) }
      }
  }

  private func text(of page: MarkdownFile, at path: String) -> String {
    GuideText(page, in: pack.library).text { destination(of: $0, from: path) }
  }

  /// Where a link of a guide leads in the skill.
  private func destination(of reference: Reference, from file: String) -> GuideText.Destination {
    guard case .page(let path, let anchor) = reference.target else { return .outside }
    if let home = pages.first(where: { $0.page.path == path })?.path {
      return home == file ? .file("", anchor: anchor) : .file(Path.relative(to: home, fromFile: file), anchor: anchor, mention: home)
    }
    guard path == module.readme?.path else { return .outside }
    let workflow = module.workflows.first { $0.path == path && $0.anchor == anchor }
    return .file(Path.relative(to: "SKILL.md", fromFile: file), anchor: workflow.map { Slugs.slug(of: $0.title) })
  }

  /// `SKILL.md`.
  private var text: String {
    var header: [(key: String, value: YAMLHeader.Value)] = [
      ("name", .text(name.description)), ("description", .text(Description.of(module))),
    ]
    if let version = module.manifest.version?.value { header.append(("metadata", .map([("version", version)]))) }
    let summary = module.manifest.summary.map { MarkdownText.literal($0.value) + "\n\n" } ?? ""
    return YAMLHeader(header).text + "\n# \(MarkdownText.literal(module.title))\n\n" + summary
      + "Load what the task needs and no more: one guide, and an example where one helps.\n" + tasks + files
  }

  /// A section a workflow: what it is for, and what to load.
  private var tasks: String {
    guard !module.workflows.isEmpty else { return "" }
    return "\n## By Task\n" + module.workflows.map { "\n### \(MarkdownText.literal($0.title))\n\n" + task($0) }.joined()
  }

  private func task(_ workflow: Workflow) -> String {
    var lines: [String] = []
    if let purpose = workflow.purpose { lines.append("\(MarkdownText.literal(purpose))\n") }
    let guide = workflow.guide.flatMap { guide in pages.first { $0.page.path == guide } }
    if let guide { lines.append("- Guide: [\(guide.path)](\(guide.path))") }
    if let name = pack.prompts.first(where: { $0.prompt.module == module.id && $0.prompt.id == workflow.prompt })?.name {
      lines.append("- Prompt: the skill `\(name)`")
    }
    if guide == nil, !workflow.steps.isEmpty {
      lines.append(
        "- Steps:\n" + workflow.steps.enumerated().map { "  \($0 + 1). \(MarkdownText.literal($1.text))" }.joined(separator: "\n")
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every file with its size and what it is about.
  private var files: String {
    guard !pages.isEmpty else { return "" }
    return "\n## Files\n\n"
      + pages.map { page, path in
        let size = text(of: page, at: path).unicodeScalars.count
        let lead = Description.cut(page.lead, to: 200)
        let about = [page.title, lead].filter { !$0.isEmpty }.map(MarkdownText.literal).joined(separator: ". ")
        return "- [\(path)](\(path)) (\(size) characters): \(about)\n"
      }.joined()
  }
}
