package import Diagnostics
internal import Files
package import Library

/// Runs rules over a library.
package struct Check: Sendable {
  private let rules: [any Rule.Type]
  private let usesBaseline: Bool

  /// All rules, or those selected, without those ignored. Names are ids or groups.
  ///
  /// - Throws: `UnknownRule` for a name that is neither.
  package init(select: [String] = [], ignore: [String] = [], usesBaseline: Bool = true) throws(UnknownRule) {
    let known = Set(RuleRegistry.names)
    if let unknown = (select + ignore).first(where: { !known.contains($0) }) { throw UnknownRule(name: unknown) }
    self.init(
      rules: RuleRegistry.rules.filter { rule in
        let names = [rule.id, rule.group.rawValue]
        return (select.isEmpty || names.contains(where: select.contains)) && !names.contains(where: ignore.contains)
      },
      usesBaseline: usesBaseline
    )
  }

  init(rules: [any Rule.Type], usesBaseline: Bool) {
    self.rules = rules
    self.usesBaseline = usesBaseline
  }

  /// What is found, as far as the baseline does not know it.
  package func findings(in library: Library) -> [Finding] {
    outcome(in: library).findings
  }

  /// What a check comes to.
  package struct Outcome: Sendable {
    /// What is to be reported, sorted, each with its fingerprint.
    package let findings: [Finding]
    /// What the baseline knows.
    package let known: [Finding]
    /// What of the baseline no longer occurs.
    package let staleEntries: [Baseline.Entry]
    /// The ids of the rules that ran.
    package let ran: Set<String>
  }

  /// Runs the chosen rules, silences what is suppressed in place, and sets aside what the baseline knows. A baseline that cannot be
  /// read knows nothing.
  package func outcome(in library: Library) -> Outcome {
    let ran = Set(rules.filter { !isOff($0, in: library) }.map { $0.id })
    let damage = Damage(library)
    let first = rules.flatMap { rule in
      found(by: rule, in: library, rule.check(library)).filter { !damage.explains($0, of: rule) }
    }
    let silencing = Silencing(first, in: library)
    var findings = silencing.audible
    if ran.contains(UnusedSuppression.id) {
      findings += found(by: UnusedSuppression.self, in: library, UnusedSuppression.findings(silencing.unused(ran: ran)))
    }
    findings = Fingerprint.numbered(findings.sorted()) { library.tree.file($0) }
    guard usesBaseline, let source = library.tree.file(Baseline.fileName) else {
      return Outcome(findings: findings, known: [], staleEntries: [], ran: ran)
    }
    let judgement = Baseline.read(source).baseline.judge(findings, ran: ran)
    var new = judgement.new
    if ran.contains(StaleBaselineEntry.id) {
      let stale = found(by: StaleBaselineEntry.self, in: library, StaleBaselineEntry.findings(judgement.stale))
      new = (new + Fingerprint.numbered(stale) { library.tree.file($0) }).sorted()
    }
    return Outcome(findings: new, known: judgement.known, staleEntries: judgement.stale, ran: ran)
  }

  private func isOff(_ rule: any Rule.Type, in library: Library) -> Bool {
    rule.group != .format && library.configuration.severities[rule.id] == .some(nil)
  }

  /// The findings of a rule with the severity that the library sets; none when it is off. Nothing lowers broken format.
  private func found(by rule: any Rule.Type, in library: Library, _ findings: @autoclosure () -> [Finding]) -> [Finding] {
    if isOff(rule, in: library) { return [] }
    guard rule.group != .format, let severity = library.configuration.severities[rule.id].flatMap(\.self) else { return findings() }
    return findings().map { finding in
      var finding = finding
      finding.severity = severity
      return finding
    }
  }
}

extension Check {
  /// This check with the rules about broken format, and without a baseline: what a repair is judged by.
  var withFormat: Check {
    Check(rules: rules + RuleRegistry.rules.filter { $0.group == .format && !includes($0.id) }, usesBaseline: false)
  }

  /// Whether a rule is among those chosen.
  func includes(_ rule: String) -> Bool {
    rules.contains { $0.id == rule }
  }

  /// What is wrong with the rule names of a configuration.
  package static func faults(in configuration: Configuration) -> [Configuration.Fault] {
    configuration.ruleSpans.sorted { $0.key < $1.key }.compactMap { name, span in
      guard let rule = RuleRegistry.rule(name) else {
        return .init(span: span, message: UnknownRule(name: name).description)
      }
      return rule.group == .format ? .init(span: span, message: "`\(name)` is about broken format, which nothing lowers") : nil
    }
  }
}

/// A name that is no rule and no group.
package struct UnknownRule: Error, CustomStringConvertible {
  package let name: String

  package init(name: String) {
    self.name = name
  }

  package var description: String {
    "unknown rule `\(name)`" + Spelling.suggestion(for: name, among: RuleRegistry.names)
  }
}
