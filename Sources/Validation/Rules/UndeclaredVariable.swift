package import Diagnostics
internal import Files
package import Library

package enum UndeclaredVariable: Rule {
  package static let id = "undeclared-variable"
  package static let group = RuleGroup.prompts
  package static let severity = Severity.error
  package static let summary = "A prompt has a placeholder that its table does not declare"
  package static let why = """
    Once a prompt has a table of variables, the table says everything of them: a placeholder that it leaves out has no type and no \
    description, and whoever fills the prompt in has to guess what it stands for.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:
    ```
    Do [one thing] for «[some reason]».
    ```

    **Variables**:

    | placeholder | name |
    |---|---|
    | `[one thing]` | thing |
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:
    ```
    Do [one thing] for [some reason].
    ```

    **Variables**:

    | placeholder | name |
    |---|---|
    | `[one thing]` | thing |
    | `[some reason]` | reason |
    """

  package static func check(_ library: Library) -> [Finding] {
    tableFindings(in: library) { fault, prompt in
      guard case .undeclared(let placeholder) = fault.kind else { return nil }
      return finding(
        fault.span.path,
        fault.span.range,
        "the table of `\(prompt.id)` does not declare `\(placeholder.shortened)`",
        why: "a prompt with a table declares all of its variables in it",
        help: "add a row for it, or write `\\[` where a bracket is meant"
      )
    }
  }
}
