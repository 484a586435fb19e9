package import Diagnostics
package import Library

package enum MissingResult: Rule {
  package static let id = "missing-result"
  package static let group = RuleGroup.examples
  package static let severity = Severity.error
  package static let summary = "A fence expects rows or a plan, and no result block says which"
  package static let why = """
    `expect=rows`, `expect=rows,sorted` and `expect=plan` compare what is printed with the block behind the fence, whose info string is \
    `text result`. Without it any output would do. `augury verify --promote` writes it.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```«sql engine=sqlite expect=rows»
    SELECT 1;
    ```
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```sql engine=sqlite expect=rows
    SELECT 1;
    ```

    ```text result
    1
    1
    ```
    """

  package static func check(_ library: Library) -> [Finding] {
    findings(in: library, why: "there is nothing to compare the output with") { flaw in
      switch flaw {
      case .missingResult(let expectation):
        ("`expect=\(expectation)` without a result block", "add one, or run `augury verify --promote`")
      default: nil
      }
    }
  }
}
