import ArgumentParser
import Diagnostics

/// Which findings make a command fail.
struct FailOptions: ParsableArguments {
  enum Level: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note, never
  }

  @Option(help: ArgumentHelp("Exit with 1 on findings of this severity or above: error, warning, note, never.", valueName: "level"))
  var failOn = Level.error

  @Flag(help: "The same as --fail-on warning.")
  var strict = false

  /// The lowest severity that makes the command fail; nil when none does.
  var level: Severity? {
    Severity(rawValue: (strict && failOn != .note ? Level.warning : failOn).rawValue)
  }

  /// Whether findings make the command fail.
  func isFailure(_ findings: [Finding]) -> Bool {
    level.map { level in findings.contains { $0.severity >= level } } ?? false
  }
}
