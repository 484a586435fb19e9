/// A form in which findings are reported: one file a form, one line in `all`.
package struct ReportFormat: Sendable {
  /// What stands before the `=` of `--report`.
  package let name: String
  /// Writes findings; deterministic, ends in a newline unless empty.
  package let render: @Sendable (FindingReport) -> String

  package static let all: [ReportFormat] = [.text, .json, .sarif, .github, .gitlab, .junit, .markdown]

  package static func named(_ name: String) -> ReportFormat? {
    all.first { $0.name == name }
  }
}
