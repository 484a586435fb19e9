package import Diagnostics
package import Library

package enum UnfitAttribute: Rule {
  package static let id = "unfit-attribute"
  package static let group = RuleGroup.examples
  package static let severity = Severity.error
  package static let summary = "An attribute of a runnable fence has a value that it cannot have"
  package static let why = """
    A fence whose attributes are not understood does not run. `expect` says what is to come of it: `ok`, `rows`, `rows,sorted`, `plan`, \
    `error:CODE`, `error` or `blocked`; `run` may be `no`; `db` and `session` are short names; behind the `@` of `engine` and of `result` \
    stands a version or a range of them.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```sql engine=sqlite «expect=row»
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
    findings(in: library, why: "the fence does not run") { flaw in
      switch flaw {
      case .unfitValue(let key, let value, let allowed):
        ("`\(value.shortened)` is no value of `\(key)`", "write \(allowed)")
      default: nil
      }
    }
  }
}
