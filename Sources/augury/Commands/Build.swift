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

  @Option(help: ArgumentHelp("The address the site will have; for sitemap.xml and absolute links in llms.txt.", valueName: "url"))
  var baseURL: String?

  @Option(help: ArgumentHelp("Templates that override the built-in ones file by file.", valueName: "dir"))
  var templates: String?

  @Option(help: ArgumentHelp("A folder with site.yml and assets/ that override the built-in ones.", valueName: "dir"))
  var site: String?

  @OptionGroup var fail: FailOptions

  @Flag(help: "Write nothing; fail when the output on disk is not what a build would write.")
  var check = false

  func run() throws {
    let loaded = try library.load()
    let findings = try Check().findings(in: loaded.library)
    let report = FindingReport(findings, of: loaded)
    Terminal.out((Terminal.wantsColour ? ReportFormat.colouredText : .text).render(report))
    if fail.strict, fail.isFailure(findings) {
      Terminal.talk("\(report.summary); nothing was written (--strict)")
      throw Ending.findings
    }
    let overrides = try SiteOverrides(library: loaded, templates: templates, site: site)
    let outputs = try Outputs(loaded: loaded, report: report, overrides: overrides, baseURL: baseURL)
    if check {
      try compare(outputs)
    } else {
      try write(outputs, report: report)
    }
    if fail.isFailure(findings) { throw Ending.findings }
  }

  private func write(_ outputs: Outputs, report: FindingReport) throws {
    let summary = try OutputTree(root: output).write(outputs.files)
    for path in summary.kept {
      Terminal.talk("kept \(SourceExcerpt.visible(Path.join(output, path))): no longer made, but edited since augury wrote it")
    }
    let counts = [
      CheckCommand.counted(report.moduleCount, "module"),
      CheckCommand.counted(outputs.pageCount, "page"),
      CheckCommand.counted(outputs.promptCount, "prompt"),
    ]
    Terminal.talk(
      """
      \(counts.joined(separator: ", ")); \(report.summary)
      \(summary.written.count) written, \(summary.unchanged) unchanged, \(summary.removed.count) removed
      open \(SourceExcerpt.visible(output))/index.html
      """
    )
  }

  private func compare(_ outputs: Outputs) throws {
    let differences = try OutputTree(root: output).compare(outputs.files)
    guard !differences.isEmpty else { return Terminal.talk("\(SourceExcerpt.visible(output)) is up to date") }
    for difference in differences {
      Terminal.out("\(difference.kind): \(SourceExcerpt.visible(Path.join(output, difference.path)))")
    }
    Terminal.talk("\(CheckCommand.counted(differences.count, "file")) differ from what a build would write; run `augury build`")
    throw Ending.findings
  }
}
