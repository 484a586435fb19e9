import ArgumentParser
import Diagnostics
import Files
import Library

/// Which findings make a command fail.
struct FailOptions: ParsableArguments {
  enum Level: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note, never

    var severity: Severity? { Severity(rawValue: rawValue) }
  }

  @Option(help: ArgumentHelp("Exit with 1 on findings of this severity or above: error, warning, note, never.", valueName: "level"))
  var failOn = Level.error

  @Flag(help: "The same as --fail-on warning.")
  var strict = false

  /// Whether findings make the command fail.
  func isFailure(_ findings: [Finding]) -> Bool {
    let level = strict && failOn != .note ? Level.warning : failOn
    guard let severity = level.severity else { return false }
    return findings.contains { $0.severity >= severity }
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
  init(_ findings: [Finding], of loaded: LibraryOptions.Loaded) {
    let modules = loaded.library.modules
    let fileCount = modules.reduce(0) { $0 + $1.files.count }
    self.init(findings, root: loaded.root, tree: loaded.library.tree, moduleCount: modules.count, fileCount: fileCount)
  }

  /// The report on some findings in the files of a tree.
  init(_ findings: [Finding], root: String, tree: SourceTree, moduleCount: Int, fileCount: Int) {
    let sources = Dictionary(tree.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.init(findings: findings, root: root, sources: sources, moduleCount: moduleCount, fileCount: fileCount)
  }
}
