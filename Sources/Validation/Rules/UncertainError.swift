package import Diagnostics
package import Library

package enum UncertainError: Rule {
  package static let id = "uncertain-error"
  package static let group = RuleGroup.examples
  package static let severity = Severity.note
  package static let summary = "A fence expects an error, and does not say which"
  package static let why = """
    `expect=error` is met by any error, a mistyped name too, which hides the one that was meant. `expect=error:CODE` is met by that one \
    alone: an SQLSTATE, a MySQL number, the first word of a Redis error, the name of a Python class.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```sql engine=sqlite «expect=error»
    SELECT x;
    ```
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```sql engine=sqlite expect=error:SQLITE_ERROR
    SELECT x;
    ```
    """

  package static func check(_ library: Library) -> [Finding] {
    findings(in: library, why: "a mistyped name would meet it as well") { flaw in
      switch flaw {
      case .uncertainError: ("any error will do", "name its code: `expect=error:CODE`")
      default: nil
      }
    }
  }
}
