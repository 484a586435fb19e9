package import Diagnostics
package import Library

package enum StaleBaselineEntry: Rule {
  package static let id = "stale-baseline-entry"
  package static let group = RuleGroup.agreement
  package static let severity = Severity.note
  package static let summary = "The baseline knows a finding that no longer occurs"
  package static let why = """
    The fault is mended, so the entry does nothing but hide the same fault when it comes back. `augury check --prune-baseline` takes \
    such entries out. Entries are judged only in a run of their rule.
    """
  package static let bad: Sample = """
    -- augury-baseline.json --
    {
      "schemaVersion": 1,
      "findings": [
        «{"path": "workflows/demo/README.md", "rule": "broken-link", "fingerprint": "0123456789abcdef"}»
      ]
    }
    """
  package static let good: Sample = """
    -- augury-baseline.json --
    {
      "schemaVersion": 1,
      "findings": []
    }
    """

  /// Nothing: what is stale shows when the other rules have run. `Check` asks for it then.
  package static func check(_ library: Library) -> [Finding] { [] }

  static func findings(_ stale: [Baseline.Entry]) -> [Finding] {
    firstFindings(stale) { entry in
      finding(
        Baseline.fileName,
        entry.span,
        "`\(entry.rule)` no longer finds this in `\(entry.path)`",
        why: "it is mended, or its line has changed",
        help: "run `augury check --prune-baseline`"
      )
    }
  }
}
