import ArgumentParser
import Diagnostics
import Files
import Library
import Validation

/// The reports of a run.
struct ReportOptions: ParsableArguments {
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A report, to stdout or to a file; may be given again. Formats: \(ReportFormat.all.map(\.name).joined(separator: ", ")).",
      valueName: "format[=file]"
    )
  )
  var report: [ReportRequest] = []

  func validate() throws {
    let files = report.map(\.file)
    if let twice = files.first(where: { file in files.count { $0 == file } > 1 }) {
      throw ValidationError("two reports cannot go to \(twice.map { "'\($0)'" } ?? "stdout"); give one of them a file of its own")
    }
  }

  /// Writes every report; without one the text goes to stdout. Files are written before anything is said.
  func write(_ findings: FindingReport) throws {
    for request in report {
      guard let file = request.file else { continue }
      try FileSystem.replaceFile(at: file, with: Array(request.format.render(findings).utf8))
    }
    if report.isEmpty { return ReportOptions.show(findings) }
    guard let format = report.first(where: { $0.file == nil })?.format else { return }
    format.name == ReportFormat.text.name ? ReportOptions.show(findings) : Terminal.out(format.render(findings))
  }

  /// Prints the text report, in colour on a terminal that wants it.
  static func show(_ findings: FindingReport) {
    Terminal.out((Terminal.wantsColour ? ReportFormat.colouredText : .text).render(findings))
  }
}

/// A report that is asked for on the command line: `text`, or `json=findings.json`.
struct ReportRequest: ExpressibleByArgument {
  let format: ReportFormat
  /// The file it goes to; nil for stdout.
  let file: String?

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let format = ReportFormat.named(parts[0]), parts.count == 1 || !parts[1].isEmpty else { return nil }
    self.format = format
    file = parts.count > 1 && parts[1] != "-" ? parts[1] : nil
  }
}

extension FindingReport {
  /// The report on some findings of a loaded library.
  ///
  /// - Parameter contains: whether the run is about a file.
  init(
    _ findings: [Finding],
    known: Int,
    of loaded: LibraryOptions.Loaded,
    failLevel: Severity?,
    contains: (String) -> Bool = { _ in true }
  ) {
    let modules = loaded.library.modules
    let files = modules.flatMap { module in module.files.map(module.path) }
    self.init(
      findings,
      known: known,
      root: loaded.root,
      tree: loaded.library.tree,
      moduleCount: modules.count,
      fileCount: files.count,
      files: files.filter(contains),
      failLevel: failLevel
    )
  }

  /// The report on some findings in the files of a tree.
  init(
    _ findings: [Finding],
    known: Int,
    root: String,
    tree: SourceTree,
    moduleCount: Int,
    fileCount: Int,
    files: [String] = [],
    failLevel: Severity? = .error
  ) {
    self.init(
      findings: findings,
      root: root,
      sources: Dictionary(tree.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first }),
      moduleCount: moduleCount,
      fileCount: fileCount,
      files: files,
      knownCount: known,
      folderInRepository: RepositoryFolder.path(ofLibrary: root),
      tool: ToolFacts(version: Augury.version, rules: RuleRegistry.facts),
      failLevel: failLevel
    )
  }
}
