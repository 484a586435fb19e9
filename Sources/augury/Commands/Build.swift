import ArgumentParser
import Diagnostics
import Files
import Library
import Prompts
import Site
import Validation

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the library, then write its site, prompt pack and report.",
    discussion: """
      Everything that could be read is written, and the pages of faulty modules are marked; the exit code says whether there were \
      errors. With --strict nothing is written when there is an error or a warning. With --check nothing is written at all.

      Example: augury build
      Example: augury build --library modules --output public --base-url https://example.org/modules/
      """
  )

  @OptionGroup var library: LibraryOptions

  @Option(help: ArgumentHelp("Where the site goes.", valueName: "dir"))
  var output = "site/public"

  @OptionGroup var overrides: SiteOverrides
  @OptionGroup var fail: FailOptions

  @Flag(help: "Write nothing; fail when the output on disk is not what a build would write.")
  var check = false

  func run() throws {
    let source = try library.read()
    try source.requireSoundBaseline()
    let shape = try overrides.read(for: source)
    let tree = OutputTree(root: output)
    var stamp = Stamp()
    stamp.add(source.tree)
    shape.add(to: &stamp)
    if !check, try tree.isCurrent(stamp), let report = try BuildReport.last(in: tree, of: source) {
      ReportOptions.show(report)
      Terminal.talk("\(report.summary)\nnothing changed since the last build\n\(Self.opening(output))")
      if fail.isFailure(report.findings) { throw Ending.findings }
      return
    }
    let loaded = try source.load()
    let outcome = try Check().outcome(in: loaded.library)
    let findings = outcome.findings
    let report = FindingReport(findings, known: outcome.known.count, of: loaded, failLevel: fail.level)
    let pack = Pack(loaded.library)
    let export = pack.promptFiles()
    let site = try shape.site(of: loaded.library, findings: findings, promptFiles: PromptFiles(pack, export))
    ReportOptions.show(report)
    if fail.strict, fail.isFailure(findings) {
      Terminal.talk("\(report.summary); nothing was written (--strict)")
      throw Ending.findings
    }
    let reported = BuildReport.file(library: loaded.library, report: report, pack: pack, export: export)
    let files = site.files + (try export.siteFiles()) + Schemas.files + [reported]
    if check {
      try compare(files, in: tree)
    } else {
      let summary = try tree.write(files, stamp: stamp) {
        Terminal.talk("another build is writing into \(SourceExcerpt.visible(output)); waiting for it")
      }
      tell(summary, pages: site.pageCount, prompts: pack.prompts.count, report: report)
    }
    if fail.isFailure(findings) { throw Ending.findings }
  }

  private func tell(_ summary: OutputTree.Summary, pages: Int, prompts: Int, report: FindingReport) {
    for path in summary.kept {
      Terminal.talk("kept \(SourceExcerpt.visible(Path.join(output, path))): no longer made, but edited since augury wrote it")
    }
    let counts = [
      Words.counted(report.moduleCount, "module"), Words.counted(pages, "page"), Words.counted(prompts, "prompt"), report.summary,
    ]
    Terminal.talk(
      """
      \(counts.joined(separator: ", "))
      \(summary.written.count) files written, \(summary.unchanged) unchanged, \(summary.removed.count) removed
      \(Self.opening(output))
      """
    )
  }

  private static func opening(_ output: String) -> String {
    "open \(SourceExcerpt.visible(output))/index.html"
  }

  private func compare(_ files: [OutputFile], in tree: OutputTree) throws {
    let differences = try tree.compare(files)
    guard !differences.isEmpty else { return Terminal.talk("\(SourceExcerpt.visible(output)) is up to date") }
    for difference in differences {
      Terminal.out("\(difference.kind): \(SourceExcerpt.visible(Path.join(output, difference.path)))")
    }
    let count = Words.counted(differences.count, "difference")
    Terminal.talk("\(count) between \(SourceExcerpt.visible(output)) and what a build would write; run `augury build`")
    throw Ending.findings
  }
}
