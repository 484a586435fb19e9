package import Diagnostics
internal import Files
package import Library

package enum UnusedVariable: Rule {
  package static let id = "unused-variable"
  package static let group = RuleGroup.prompts
  package static let severity = Severity.error
  package static let summary = "A table declares a variable that its prompt does not use"
  package static let why = """
    A user is asked for a value that goes nowhere, and a placeholder that the row was meant for goes without one. A row speaks of a \
    placeholder as it is written in the prompt, label included where two are alike (`Current schema: [description]`).
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:
    ```
    Do [one thing].
    ```

    **Variables**:

    | placeholder | name |
    |---|---|
    | `[one thing]` | thing |
    | «`[some reason]`» | reason |
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:
    ```
    Do [one thing].
    ```

    **Variables**:

    | placeholder | name |
    |---|---|
    | `[one thing]` | thing |
    """

  package static func check(_ library: Library) -> [Finding] {
    tableFindings(in: library) { fault, prompt in
      guard case .unused(let name, let meant) = fault.kind else { return nil }
      // A placeholder whose bracket is broken is none: that is reported.
      guard meant != nil || PromptBrackets.loose(in: prompt.template).isEmpty else { return nil }
      return finding(
        fault.span.path,
        fault.span.range,
        name.isEmpty
          ? "this row names no placeholder" : "`\(prompt.id)` has no `\(name.shortened)`" + (meant.map { "; did you mean `\($0)`?" } ?? ""),
        why: "a row speaks of a placeholder of the prompt, letter by letter",
        help: "write the placeholder as it stands in the prompt, or take the row out"
      )
    }
  }
}
