package import Diagnostics
package import Library

package enum UnknownRuleName: Rule {
  package static let id = "unknown-rule-name"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.warning
  package static let summary = "A suppression names a rule that does not exist"
  package static let why = """
    It silences nothing, and its author believes that it does. `augury explain` lists the rules. A group cannot be named: a reader \
    should see what exactly is silenced.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    <!-- augury: ignore «brokn-link» - the page is written next week -->

    - A list.
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    <!-- augury: ignore broken-link - the page is written next week -->

    - [A list](list.md).
    """

  package static func check(_ library: Library) -> [Finding] {
    let ids = RuleRegistry.rules.map { $0.id }
    let known = Set(ids)
    return Dictionary(grouping: Suppression.all(in: library), by: \.path).flatMap { path, suppressions in
      firstFindings(suppressions.lazy.flatMap(\.names).filter { !known.contains($0.text) }) { name in
        let isGroup = RuleGroup(rawValue: name.text) != nil
        let headline = isGroup ? "`\(name.text)` is a group, not a rule" : "unknown rule `\(name.text)`"
        return finding(
          path,
          name.range,
          headline + (isGroup ? "" : Spelling.suggestion(for: name.text, among: ids)),
          why: "it silences nothing",
          help: isGroup ? "name the rules" : "correct the name"
        )
      }
    }
  }
}
