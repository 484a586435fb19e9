internal import Files

extension ReportFormat {
  /// JUnit's XML, as GitLab and Jenkins read it: a test case a file, so that the totals say how much of the library is sound and a file
  /// keeps its name from run to run. Findings that make the run fail are its failure, the others its output.
  package static let junit = ReportFormat(name: "junit") { report in
    let paths = Set(report.files).union(report.findings.map(\.path)).sorted()
    let findings = Dictionary(grouping: report.findings, by: \.path)
    let cases = paths.map { JUnitCase(path: $0, findings: findings[$0] ?? [], in: report) }
    let totals = #"tests="\#(cases.count)" failures="\#(cases.count(where: \.isFailure))" errors="0""#
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="augury" \(totals)>
        <testsuite name="augury check" \(totals) skipped="0">
      \(cases.map(\.xml).joined())  </testsuite>
      </testsuites>

      """
  }
}

/// A file of a library as a test case.
private struct JUnitCase {
  let isFailure: Bool
  let xml: String

  init(path: String, findings: [Finding], in report: FindingReport) {
    let isFailing = { (finding: Finding) in report.failLevel.map { finding.severity >= $0 } ?? false }
    let failures = findings.filter(isFailing)
    let others = findings.filter { !isFailing($0) }
    let place = report.machinePath(path)
    let head = #"    <testcase name="\#(Self.escaped(Path.name(place)))" classname="\#(Self.escaped(Path.folder(place)))" "#
    let start = head + #"file="\#(Self.escaped(place))" time="0""#
    isFailure = !failures.isEmpty
    guard let first = failures.first else {
      xml = others.isEmpty ? "\(start)/>\n" : "\(start)>\n\(Self.output(others, in: report))    </testcase>\n"
      return
    }
    let more = failures.count > 1 ? " (and \(failures.count - 1) more)" : ""
    xml = """
      \(start)>
            <failure message="\(Self.escaped(first.headline + more))" type="\(first.rule)">\(Self.list(failures, in: report))</failure>
      \(others.isEmpty ? "" : Self.output(others, in: report))    </testcase>

      """
  }

  private static func output(_ findings: [Finding], in report: FindingReport) -> String {
    "      <system-out>\(list(findings, in: report))</system-out>\n"
  }

  private static func list(_ findings: [Finding], in report: FindingReport) -> String {
    findings.map { finding in
      let place = report.place(of: finding).map { ":\($0.start.line):\($0.start.column)" } ?? ""
      let head = "\(report.machinePath(finding.path))\(place): \(finding.severity.rawValue)[\(finding.rule)]: \(finding.headline)"
      let lines = [head] + finding.explanation.split(separator: "\n").map { "  " + $0 }
      return lines.map(escaped).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// Text for XML 1.0, in a value or between tags. What XML forbids (section 2.2: most control characters, U+FFFE, U+FFFF) and what
  /// reorders text is shown by its number.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in SourceExcerpt.visible(text).unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": out += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
