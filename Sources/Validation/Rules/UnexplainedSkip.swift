package import Diagnostics
package import Library

package enum UnexplainedSkip: Rule {
  package static let id = "unexplained-skip"
  package static let group = RuleGroup.examples
  package static let severity = Severity.error
  package static let summary = "A fence is not to run, and does not say why"
  package static let why = """
    A fence with `run=no` is shown to readers and never tried. They can judge it only if they know what kept it from running: `reason=` says \
    so, in double quotes.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```sql engine=sqlite «run=no»
    SELECT load_extension('spell');
    ```
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```sql engine=sqlite run=no reason="needs an extension"
    SELECT load_extension('spell');
    ```
    """

  package static func check(_ library: Library) -> [Finding] {
    findings(in: library, why: "nobody knows whether it works") { flaw in
      switch flaw {
      case .unexplainedSkip: ("`run=no` without a reason", "add `reason=\"...\"`, or let it run")
      default: nil
      }
    }
  }
}
