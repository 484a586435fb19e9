internal import Diagnostics

/// What the rules found on a page, told calmly.
struct Notice: TemplateModel {
  static let template = "notice"

  /// How many findings are listed before the rest is only counted.
  private static let longest = 8

  let headline: String
  let findings: HTML
  let more: String?

  static let fields: TemplateFields<Notice> = [
    "headline": .text { $0.headline },
    "findings": .html { $0.findings },
    "more": .text { $0.more },
  ]

  /// - Parameters:
  ///   - subject: what has the findings: `page` or `module`.
  ///   - root: what leads from the page to the output folder.
  ///   - place: where a finding is, in words.
  init?(_ findings: [Finding], subject: String, site: Site, root: String, place: (Finding) -> String?) {
    guard !findings.isEmpty else { return nil }
    headline = "This \(subject) has \(Words.count(findings.count, "finding"))"
    let worstFirst = findings.sorted { ($1.severity, $0) < ($0.severity, $1) }
    self.findings = site.templates.render(
      all: worstFirst.prefix(Notice.longest).map { finding in
        NoticeEntry(finding, place: place(finding), site: site, root: root)
      }
    )
    let rest = findings.count - Notice.longest
    more = rest > 0 ? "and \(Words.number(rest)) more" : nil
  }
}

/// One finding in a notice.
struct NoticeEntry: TemplateModel {
  static let template = "notice-entry"

  let severity: String
  let headline: HTML
  let place: String?
  let rule: String
  /// The page of the rule; nil when the site has none.
  let ruleHref: String?

  static let fields: TemplateFields<NoticeEntry> = [
    "severity": .text { $0.severity },
    "headline": .html { $0.headline },
    "place": .text { $0.place },
    "rule": .text { $0.rule },
    "ruleHref": .text { $0.ruleHref },
  ]

  /// - Parameter place: where it is, in words.
  init(_ finding: Finding, place: String?, site: Site, root: String) {
    severity = finding.severity.rawValue
    headline = HTML.withCode(Words.clipped(finding.headline, to: 300))
    self.place = place
    rule = finding.rule
    ruleHref = site.map.page(ofRule: finding.rule).map { root + $0.location.href }
  }
}
