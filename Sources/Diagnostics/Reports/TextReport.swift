internal import Files

extension ReportFormat {
  /// For people: what is wrong, where, the line with a caret below it, why, and the way out.
  ///
  ///     error[broken-link]: `steps.md` leads to no file
  ///       --> content/workflows/x/README.md:12:5
  ///        |
  ///     12 | See [the steps](steps.md).
  ///        |     ^^^^^^^^^^^^^^^^^^^^^
  ///        = why: there is no `workflows/x/steps.md` in the library
  ///        = fix: correct the path, or add the file
  package static let text = ReportFormat(name: "text") { TextReport(colour: false).render($0) }

  /// The same for a terminal that shows colour.
  package static let colouredText = ReportFormat(name: "text") { TextReport(colour: true).render($0) }
}

private struct TextReport {
  let colour: Bool

  func render(_ report: FindingReport) -> String {
    report.findings.map { render($0, in: report) }.joined(separator: "\n")
  }

  private func render(_ finding: Finding, in report: FindingReport) -> String {
    let source = report.sources[finding.path]
    let place = finding.range.flatMap { range in source?.position(at: range.lowerBound) }
    let path = SourceExcerpt.visible(Path.join(report.root, finding.path))
    var lines = [
      paint("\(finding.severity.rawValue)[\(finding.rule)]", tone(finding.severity)) + paint(": " + visible(finding.headline), .bold)
    ]
    let margin = String(repeating: " ", count: place.map { String($0.line).count } ?? 1)
    lines.append(margin + paint("--> ", .blue) + path + (place.map { ":\($0.line):\($0.column)" } ?? ""))
    if let range = finding.range, let source, let place, let excerpt = SourceExcerpt(of: range, in: source) {
      lines.append(paint("\(margin) |", .blue))
      lines.append(paint("\(place.line) | ", .blue) + excerpt.line)
      lines.append(paint("\(margin) | ", .blue) + excerpt.indent + paint(excerpt.carets, tone(finding.severity)))
    }
    if !finding.why.isEmpty { lines.append(paint("\(margin) = ", .blue) + "why: " + visible(finding.why)) }
    if !finding.help.isEmpty { lines.append(paint("\(margin) = ", .blue) + "fix: " + visible(finding.help)) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Text that quotes a module, without what could drive a terminal.
  private func visible(_ text: String) -> String { SourceExcerpt.visible(text) }

  private enum Tone: String { case red = "31;1", yellow = "33;1", cyan = "36;1", blue = "34", bold = "1" }

  private func tone(_ severity: Severity) -> Tone {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }

  private func paint(_ text: String, _ tone: Tone) -> String {
    colour && !text.isEmpty ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
  }
}
