internal import Diagnostics

/// What the rules found on a page, told calmly.
struct Notice: TemplateModel {
  static let template = "notice"

  /// How many findings are listed before the rest is only counted.
  private static let longest = 8

  let headline: String
  let findings: [Line]
  let more: String?

  static let fields: [String: TemplateField<Notice>] = [
    "headline": .text { $0.headline },
    "findings": .list { $0.findings },
    "more": .text { $0.more },
  ]

  /// One finding.
  struct Line: TemplateModel {
    let severity: String
    /// As HTML.
    let headline: String
    let place: String?

    static let fields: [String: TemplateField<Line>] = [
      "severity": .text { $0.severity },
      "headline": .html { $0.headline },
      "place": .text { $0.place },
    ]
  }

  /// - Parameters:
  ///   - subject: what has the findings: `page` or `module`.
  ///   - place: where a finding is, in words.
  init?(_ findings: [Finding], subject: String, place: (Finding) -> String?) {
    guard !findings.isEmpty else { return nil }
    headline = "This \(subject) has \(Words.count(findings.count, "finding"))"
    let worstFirst = findings.sorted { ($1.severity, $0) < ($0.severity, $1) }
    self.findings = worstFirst.prefix(Notice.longest).map { finding in
      let headline = HTMLText.withCode(Words.clipped(finding.headline, to: 300))
      return Line(severity: finding.severity.rawValue, headline: headline, place: place(finding))
    }
    let rest = findings.count - Notice.longest
    more = rest > 0 ? "and \(Words.number(rest)) more" : nil
  }
}
