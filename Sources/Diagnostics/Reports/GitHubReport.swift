internal import Files

extension ReportFormat {
  /// Workflow commands of GitHub Actions: each becomes an annotation at its line (docs.github.com, "Workflow commands for GitHub
  /// Actions").
  ///
  ///     ::error file=content/w/x/README.md,line=3,col=5,endLine=3,endColumn=26,title=broken-link::`steps.md` leads to no file
  package static let github = ReportFormat(name: "github") { report in
    report.findings.map { GitHubCommand($0, in: report).text }.joined()
  }
}

/// One finding as a workflow command.
private struct GitHubCommand {
  let text: String

  init(_ finding: Finding, in report: FindingReport) {
    var properties = [("file", SourceExcerpt.visible(report.machinePath(finding.path)))]
    if let place = report.place(of: finding) {
      properties.append(("line", String(place.start.line)))
      // An annotation of several lines has no columns.
      if place.start.line == place.end.line { properties.append(("col", String(place.start.column))) }
      properties.append(("endLine", String(place.end.line)))
      if place.start.line == place.end.line { properties.append(("endColumn", String(place.end.column))) }
    }
    properties.append(("title", finding.rule))
    let message = [finding.headline, finding.explanation].filter { !$0.isEmpty }.joined(separator: "\n")
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map { SourceExcerpt.visible(String($0)) }
    let list = properties.map { "\($0.0)=\(Self.escaped($0.1, isProperty: true))" }.joined(separator: ",")
    text = "::\(Self.command(finding.severity)) \(list)::\(Self.escaped(lines.joined(separator: "\n"), isProperty: false))\n"
  }

  private static func command(_ severity: Severity) -> String {
    switch severity {
    case .note: "notice"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// The escapes that the runner undoes: of the percent sign and of line ends, in a property of `:` and `,` too (actions/toolkit,
  /// `escapeData` and `escapeProperty`).
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%", "\r", "\n": out += Self.percent(scalar)
      case ":" where isProperty, "," where isProperty: out += Self.percent(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func percent(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "%" + (digits.count < 2 ? "0" : "") + digits
  }
}
