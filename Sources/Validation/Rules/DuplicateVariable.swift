package import Diagnostics
internal import Files
package import Library

package enum DuplicateVariable: Rule {
  package static let id = "duplicate-variable"
  package static let group = RuleGroup.prompts
  package static let severity = Severity.error
  package static let summary = "Two rows or two variables of a prompt have one name"
  package static let why = """
    A value can be given for one of them only: the other stays a placeholder, or both get the same text. Give each placeholder one row and \
    each row a name of its own.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:
    ```
    Move [the old one] to [the new one].
    ```

    **Variables**:

    | placeholder | name |
    |---|---|
    | `[the old one]` | it |
    | `[the new one]` | «it» |
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:
    ```
    Move [the old one] to [the new one].
    ```

    **Variables**:

    | placeholder | name |
    |---|---|
    | `[the old one]` | old |
    | `[the new one]` | new |
    """

  package static func check(_ library: Library) -> [Finding] {
    tableFindings(in: library) { fault, prompt in
      switch fault.kind {
      case .duplicateName(let name):
        finding(
          fault.span.path,
          fault.span.range,
          "`\(prompt.id)` has another variable `\(name.shortened)`",
          why: "a value goes to one of them only",
          help: "give it a name of its own"
        )
      case .repeated(let name):
        finding(
          fault.span.path,
          fault.span.range,
          "`\(name.shortened)` has a row of its own already",
          why: "one row says everything of a variable",
          help: "take one of the rows out"
        )
      default: nil
      }
    }
  }
}
