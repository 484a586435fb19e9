package import Diagnostics
package import Files
package import Library
internal import Markdown
internal import Prompts
internal import Site
internal import Validation

/// Everything that a build does with what was read, up to the writing.
package struct Pipeline {
  package let library: Library
  /// What is wrong with `augury.yml`; a build would stop there.
  package let faults: [Configuration.Fault]
  package let findings: [Finding]
  /// The pages of the site and the pack of prompts.
  package let files: [OutputFile]

  /// Compiled once: that takes longer than all the rest for a small library.
  private static let templates = Result { try Templates() }

  package init(_ tree: SourceTree) throws {
    let read = tree.file(Configuration.fileName).map(Configuration.read)
    let configuration = read?.configuration ?? Configuration()
    faults = (read?.faults ?? []) + Check.faults(in: configuration)
    library = Loader.load(tree, configuration: configuration)
    findings = try Check().findings(in: library)
    let settings = try tree.file("site/\(SiteConfiguration.fileName)").map { try SiteConfiguration($0) } ?? SiteConfiguration()
    let pack = Pack(library)
    let export = pack.promptFiles()
    let site = Site(
      library: library,
      findings: findings,
      rules: RuleRegistry.facts,
      promptFiles: PromptFiles(pack, export),
      configuration: settings,
      templates: try Pipeline.templates.get()
    )
    files = site.files + (try export.siteFiles())
  }

  /// The rules that found something, each once, sorted.
  package var rules: [String] { Set(findings.map(\.rule)).sorted() }

  /// How a build ends, by what was found.
  package var exitCode: Int32 { !faults.isEmpty ? 2 : findings.contains { $0.severity == .error } ? 1 : 0 }

  /// The reports, as a build makes them.
  package var reports: [String] {
    let sources = Dictionary(library.tree.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let report = FindingReport(
      findings: findings,
      root: "",
      sources: sources,
      moduleCount: library.modules.count,
      fileCount: library.tree.files.count
    )
    return ReportFormat.all.map { $0.render(report) }
  }

  /// What is wrong with the pages, and with the places of the findings. Renders every file.
  package func problems() -> [String] {
    var problems: [String] = []
    for file in files {
      let content = file.render()
      guard file.path.hasSuffix(".html") else { continue }
      problems += HTMLInspection(content).problems.map { "\(file.path): \($0)" }
    }
    return problems + Pipeline.misplaced(findings, in: library)
  }

  /// The findings whose place is not in their file.
  package static func misplaced(_ findings: [Finding], in library: Library) -> [String] {
    findings.compactMap { finding in
      guard let range = finding.range, let source = library.tree.file(finding.path), range.upperBound > source.bytes.count else {
        return nil
      }
      return "\(finding.rule) at \(range) of \(source.bytes.count) bytes"
    }
  }
}
