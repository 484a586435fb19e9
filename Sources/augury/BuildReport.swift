import Diagnostics
import Files
import JSON
import Library
import Prompts

/// `report.json`: what a build found and made, for programs and for the site's visitors.
enum BuildReport {
  private static let path = "report.json"

  /// The findings of the last build, for one that has nothing to do; nil when the file is not what a build writes.
  static func last(in tree: OutputTree, of source: LibraryOptions.Source) throws -> FindingReport? {
    guard let json = JSONReader.read(try tree.read(path)).value, let written = json["findings"]?.array,
      let modules = json["summary"]?["modules"]?.int, let files = json["summary"]?["files"]?.int
    else { return nil }
    let findings = written.compactMap(Finding.init(json:))
    guard findings.count == written.count else { return nil }
    return FindingReport(
      findings,
      known: json["summary"]?["known"]?.int ?? 0,
      root: source.root,
      tree: source.tree,
      moduleCount: modules,
      fileCount: files
    )
  }

  /// - Complexity: linear in modules, findings and prompts.
  ///
  /// - Parameter export: what the site offers of the pack.
  static func file(library: Library, report: FindingReport, pack: Pack, export: Export) -> OutputFile {
    OutputFile(path: path) {
      let files = Dictionary(grouping: export.files, by: \.subject)
      let losses = Dictionary(grouping: export.losses, by: \.subject)
      return JSONWriter.file(
        .object([
          ("schemaVersion", .int(1)),
          ("generator", .string("augury \(Augury.version)")),
          (
            "summary",
            .object([
              ("modules", .int(report.moduleCount)),
              ("files", .int(report.fileCount)),
              ("prompts", .int(pack.prompts.count)),
              ("errors", .int(report.count(.error))),
              ("warnings", .int(report.count(.warning))),
              ("notes", .int(report.count(.note))),
              ("known", .int(report.knownCount)),
            ])
          ),
          ("modules", .array(library.modules.map { module($0, budget: library.configuration.budgets.module) })),
          (
            "prompts", .array(pack.prompts.map { prompt($0, name: $1, files: files[.prompt($1)] ?? [], losses: losses[.prompt($1)] ?? []) })
          ),
          ("findings", report.findingsAsJSON),
        ])
      )
    }
  }

  private static func module(_ module: Module, budget: Int) -> JSONText {
    .object([
      ("id", .string(module.id)),
      ("title", .string(module.title)),
      ("version", module.manifest.version.map { .string($0.value) } ?? .null),
      ("type", module.manifest.type.map { .string($0.value) } ?? .null),
      ("tags", .array(module.manifest.tags.map { .string($0.value) })),
      ("characters", .int(module.count.characters)),
      ("budget", .int(budget)),
      ("utf16WholeFolder", .int(module.count.wholeFolderUTF16)),
      ("estimatedTokens", .int(module.count.counted.estimatedTokens)),
      ("guides", .int(module.guides.count)),
      ("examples", .int(module.examples.count)),
      ("workflows", .array(module.workflows.map { .string($0.id) })),
      ("prompts", .array(module.prompts.map { .string($0.id) })),
    ])
  }

  private static func prompt(_ prompt: Prompt, name: PackName, files: [ExportFile], losses: [Loss]) -> JSONText {
    // The file that a tool starts with; others lie beside it.
    let starts = Dictionary(files.map { ($0.target.name, $0.inSite.path) }, uniquingKeysWith: { first, _ in first })
    return .object([
      ("name", .string(name.description)),
      ("id", .string(prompt.id)),
      ("module", .string(prompt.module)),
      ("variables", .array(prompt.variables.map { .string($0.name) })),
      ("files", .object(Target.all.compactMap { target in starts[target.name].map { (target.name, .string($0)) } })),
      ("losses", .array(losses.map(loss))),
    ])
  }

  private static func loss(_ loss: Loss) -> JSONText {
    var members: [(key: String, value: JSONText)] = [("target", .string(loss.target)), ("kind", .string(loss.kind.rawValue))]
    if let variable = loss.variable { members.append(("variable", .string(variable))) }
    return .object(members + [("sentence", .string(loss.sentence))])
  }
}
