import ArgumentParser
import Diagnostics
import Files
import Library
import Validation

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validate a library, a module or a file.",
    discussion: """
      A file is judged in its whole library, so that its links can be followed. Findings go to stdout, talk to stderr.

      To silence a finding where it is meant, put a comment before its block:
        <!-- augury: ignore broken-link - the page is written next week -->
      To start with an old library, write a baseline once: what it knows is counted and no longer reported, and may shrink but not \
      grow.

      --fix goes first; reports and exit code are about what is left. It also mends what the baseline knows.

      Exit codes: 0 clean, 1 findings at or above --fail-on, 2 usage, configuration or a broken baseline, 3 the machine failed.

      Example: augury check --select metadata
      Example: augury check workflows/database --report text --report sarif=findings.sarif
      Example: augury check --fix
      Example: augury check --write-baseline
      """
  )

  @Argument(help: "Modules, folders or files of the library; all of it when none is named.")
  var paths: [String] = []

  @OptionGroup var library: LibraryOptions

  @Option(parsing: .singleValue, help: ArgumentHelp("Only these rules or groups; commas between, or given again.", valueName: "rules"))
  var select: [String] = []

  @Option(parsing: .singleValue, help: ArgumentHelp("Without these rules or groups.", valueName: "rules"))
  var ignore: [String] = []

  @OptionGroup var fail: FailOptions
  @OptionGroup var reports: ReportOptions

  @Flag(help: "Put in every fix that is always right, in the chosen rules and paths; a file that would be worse is left as it was.")
  var fix = false

  @OptionGroup var baseline: BaselineOptions

  func run() throws {
    let check: Check
    do {
      check = try Check(select: Self.names(select), ignore: Self.names(ignore), usesBaseline: !baseline.noBaseline)
    } catch {
      throw UsageFault(message: error.description)
    }
    var source = try library.read()
    if !baseline.noBaseline { try source.requireSoundBaseline() }
    var loaded = try source.load()
    let scopes = try paths.map { try Scope(argument: $0, in: loaded) }
    let contains = { (path: String) in scopes.isEmpty || scopes.contains { $0.contains(path) } }
    if fix, let repaired = try Fixing.run(source, check: check, contains: contains) {
      source = repaired
      loaded = try source.load()
    }
    var outcome = check.outcome(in: loaded.library)
    if let updated = try baseline.update(source, with: outcome, contains: contains) {
      loaded = try updated.load()
      outcome = check.outcome(in: loaded.library)
    }
    let findings = outcome.findings.filter { contains($0.path) }
    let known = outcome.known.count { contains($0.path) }
    let report = FindingReport(findings, known: known, of: loaded, failLevel: fail.level, contains: contains)
    try reports.write(report)
    tell(report)
    if fail.isFailure(findings) { throw Ending.findings }
  }

  private func tell(_ report: FindingReport) {
    Terminal.talk("\(Words.counted(report.moduleCount, "module")), \(Words.counted(report.fileCount, "file")): \(report.summary)")
    let fixable = report.findings.count { $0.fix != nil }
    if fixable > 0, !fix { Terminal.talk("\(fixable) of them can be mended by `augury check --fix`") }
  }

  private static func names(_ lists: [String]) -> [String] {
    lists.flatMap { $0.split(separator: ",").map(\.trimmed) }
  }
}
