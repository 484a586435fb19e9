package import Files

/// A form in which findings are reported: one file a form, one line in `all`.
package struct ReportFormat: Sendable {
  /// What stands before the `=` of `--report`.
  package let name: String
  /// Writes findings; deterministic, ends in a newline unless empty.
  package let render: @Sendable (FindingReport) -> String

  package static let all: [ReportFormat] = [.text, .json]

  package static func named(_ name: String) -> ReportFormat? {
    all.first { $0.name == name }
  }
}

/// What a report is about: findings, and the files that they speak of.
package struct FindingReport: Sendable {
  /// Sorted.
  package let findings: [Finding]
  /// The library's folder as the user names it, put before paths that people read; empty for the current folder.
  package let root: String
  package let sources: [String: SourceFile]
  /// How many modules and files were looked at.
  package let moduleCount: Int
  package let fileCount: Int

  package init(findings: [Finding], root: String, sources: [String: SourceFile], moduleCount: Int, fileCount: Int) {
    self.findings = findings
    self.root = root
    self.sources = sources
    self.moduleCount = moduleCount
    self.fileCount = fileCount
  }

  package func count(_ severity: Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  /// `2 errors, 1 warning`, or `no findings`.
  package var summary: String {
    let parts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = count(severity)
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }
}
