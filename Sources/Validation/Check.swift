package import Diagnostics
package import Library

/// Runs rules over a library.
package struct Check: Sendable {
  private let rules: [any Rule.Type]

  /// All rules, or those selected, without those ignored. Names are ids or groups.
  ///
  /// - Throws: `UnknownRule` for a name that is neither.
  package init(select: [String] = [], ignore: [String] = []) throws(UnknownRule) {
    let known = Set(RuleRegistry.names)
    if let unknown = (select + ignore).first(where: { !known.contains($0) }) { throw UnknownRule(name: unknown) }
    rules = RuleRegistry.rules.filter { rule in
      let names = [rule.id, rule.group.rawValue]
      return (select.isEmpty || names.contains(where: select.contains)) && !names.contains(where: ignore.contains)
    }
  }

  /// The findings of all chosen rules, sorted, with the severities that the library sets. Nothing lowers broken format.
  package func findings(in library: Library) -> [Finding] {
    var findings: [Finding] = []
    for rule in rules {
      guard rule.group != .format, let setting = library.configuration.severities[rule.id] else {
        findings += rule.check(library)
        continue
      }
      guard let severity = setting else { continue }
      findings += rule.check(library).map { finding in
        var finding = finding
        finding.severity = severity
        return finding
      }
    }
    return findings.sorted()
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
