internal import Files
internal import JSON

extension ReportFormat {
  /// GitLab's code quality report, for `artifacts: reports: codequality` (docs.gitlab.com, "Code Quality", "Code Quality report
  /// format").
  package static let gitlab = ReportFormat(name: "gitlab") { report in
    let fixed = Set(report.tool.rules.filter { !$0.canBeLowered }.map(\.id))
    let issues = report.findings.map { finding -> JSONText in
      let place = report.place(of: finding)
      // Every issue needs a line; one about a whole file stands at its first.
      var lines: [(key: String, value: JSONText)] = [("begin", .int(place?.start.line ?? 1))]
      if let place { lines.append(("end", .int(place.end.line))) }
      return .object([
        ("description", .string(SourceExcerpt.visible(finding.headline))),
        ("check_name", .string(finding.rule)),
        ("fingerprint", .string(finding.fingerprint?.description ?? "")),
        ("severity", .string(severity(of: finding, isFixed: fixed.contains(finding.rule)))),
        ("location", .object([("path", .string(report.machinePath(finding.path))), ("lines", .object(lines))])),
      ])
    }
    return String(decoding: JSONWriter.file(.array(issues)), as: UTF8.self)
  }

  /// GitLab's scale is `info`, `minor`, `major`, `critical`, `blocker`. What nothing lowers keeps a module from loading at all.
  private static func severity(of finding: Finding, isFixed: Bool) -> String {
    switch finding.severity {
    case .note: "info"
    case .warning: "minor"
    case .error: isFixed ? "critical" : "major"
    }
  }
}
