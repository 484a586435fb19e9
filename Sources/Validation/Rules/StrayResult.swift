package import Diagnostics
package import Library

package enum StrayResult: Rule {
  package static let id = "stray-result"
  package static let group = RuleGroup.examples
  package static let severity = Severity.warning
  package static let summary = "A result block follows no fence that could have it"
  package static let why = """
    A block with `result` behind its language holds what the fence before it prints. Where that fence names no engine, or another block \
    stands between them, nothing ever compares it with anything.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```sql
    SELECT 1;
    ```

    ```«text result»
    1
    ```

    ```sql engine=sqlite
    SELECT 1;
    ```
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```sql engine=sqlite
    SELECT 1;
    ```

    ```text result
    1
    1
    ```
    """

  package static func check(_ library: Library) -> [Finding] {
    findings(in: library, why: "nothing compares it with what runs") { flaw in
      switch flaw {
      case .strayResult: ("a result without a fence before it", "name the engine of the fence before it, or take `result` away")
      default: nil
      }
    }
  }
}
