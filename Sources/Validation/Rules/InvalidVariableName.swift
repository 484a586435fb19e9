package import Diagnostics
internal import Files
package import Library

package enum InvalidVariableName: Rule {
  package static let id = "invalid-variable-name"
  package static let group = RuleGroup.prompts
  package static let severity = Severity.error
  package static let summary = "The name of a variable cannot be written in every tool"
  package static let why = """
    A name starts with a lower-case letter and goes on with such letters, digits and `_`, up to 64: that can be written in the syntax of \
    every tool that prompts are exported to. A few words belong to the tools themselves: `input`, `args`, `arguments`, `if`, `for`, `in` and \
    the like.
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
    | `[one thing]` | «One-Thing» |
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
    | `[one thing]` | one_thing |
    """

  package static func check(_ library: Library) -> [Finding] {
    tableFindings(in: library) { fault, prompt in
      guard case .invalidName(let name) = fault.kind else { return nil }
      return finding(
        fault.span.path,
        fault.span.range,
        "`\(name.shortened)` is no name for a variable",
        why: "not every tool that `\(prompt.id)` is exported to can write it",
        help: "use lower-case letters, digits and `_`, and no word that a tool keeps for itself"
      )
    }
  }
}
