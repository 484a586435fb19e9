package import Diagnostics
internal import Files
package import Library

package enum UnfitValue: Rule {
  package static let id = "unfit-value"
  package static let group = RuleGroup.prompts
  package static let severity = Severity.error
  package static let summary = "An example or a default is no value of its variable"
  package static let why = """
    The first user who takes it as it is gets an error: an integer is written in digits, a boolean is true or false, and a choice is one of \
    its choices, letter by letter.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:
    ```
    Take [this/that] [how many] times.
    ```

    **Variables**:

    | placeholder | type | example |
    |---|---|---|
    | `[this/that]` | choice | «these» |
    | `[how many]` | integer | «many» |
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:
    ```
    Take [this/that] [how many] times.
    ```

    **Variables**:

    | placeholder | type | example |
    |---|---|---|
    | `[this/that]` | choice | this |
    | `[how many]` | integer | 12 |
    """

  package static func check(_ library: Library) -> [Finding] {
    tableFindings(in: library) { fault, _ in
      guard case .unfit(let column, let value, let variable) = fault.kind else { return nil }
      let isChoice = variable.kind == .choice
      return finding(
        fault.span.path,
        fault.span.range,
        "the \(column) `\(value.shortened)` is no \(isChoice ? "choice" : variable.kind.rawValue) of `\(variable.name)`"
          + (isChoice ? Spelling.suggestion(for: value, among: variable.choices) : ""),
        why: isChoice
          ? "it is one of " + variable.choices.map { "`\($0)`" }.joined(separator: ", ") : "whoever takes it as it is gets an error",
        help: "write a value that fits, or change the type"
      )
    }
  }
}
