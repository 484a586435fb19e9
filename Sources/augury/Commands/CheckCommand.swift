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
      A file is judged in its whole library, so that its links can be followed.

      Example: augury check --select metadata
      Example: augury check workflows/database --report text --report json=findings.json
      """
  )

  @Argument(help: "Modules, folders or files of the library; all of it when none is named.")
  var paths: [String] = []

  @OptionGroup var library: LibraryOptions
  @OptionGroup var fail: FailOptions

  @Option(parsing: .singleValue, help: ArgumentHelp("Only these rules or groups; commas between, or given again.", valueName: "rules"))
  var select: [String] = []

  @Option(parsing: .singleValue, help: ArgumentHelp("Without these rules or groups.", valueName: "rules"))
  var ignore: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A report, to stdout or to a file; may be given again. Formats: text, json.", valueName: "format[=file]")
  )
  var report: [ReportRequest] = []

  func run() throws {
    let check: Check
    do {
      check = try Check(select: Self.names(select), ignore: Self.names(ignore))
    } catch {
      throw UsageFault(message: error.description)
    }
    let loaded = try library.load()
    let scopes = try paths.map { try Scope(argument: $0, in: loaded) }
    let findings = check.findings(in: loaded.library).filter { finding in
      scopes.isEmpty || scopes.contains { $0.contains(finding.path) }
    }
    let report = FindingReport(findings, of: loaded)
    try write(report)
    Terminal.talk("\(Words.counted(report.moduleCount, "module")), \(Words.counted(report.fileCount, "file")): \(report.summary)")
    if fail.isFailure(findings) { throw Ending.findings }
  }

  private func write(_ report: FindingReport) throws {
    let requests = self.report
    if requests.isEmpty {
      Terminal.out((Terminal.wantsColour ? ReportFormat.colouredText : .text).render(report))
    }
    for request in requests {
      if let file = request.file {
        try FileSystem.replaceFile(at: file, with: Array(request.format.render(report).utf8))
      } else {
        let format = request.format.name == "text" && Terminal.wantsColour ? ReportFormat.colouredText : request.format
        Terminal.out(format.render(report))
      }
    }
  }

  private static func names(_ lists: [String]) -> [String] {
    lists.flatMap { $0.split(separator: ",").map(\.trimmed) }
  }
}
