package import Diagnostics
internal import Files
package import Library

package enum MistypedVariable: Rule {
  package static let id = "mistyped-variable"
  package static let group = RuleGroup.prompts
  package static let severity = Severity.error
  package static let summary = "A table gives a variable a type that does not fit"
  package static let why = """
    Types are text, multiline, choice, list, integer and boolean. Choices belong to a choice, and a choice needs some: from the column \
    `choices`, or from slashes in its placeholder (`[strong/eventual]`). A column that is nearly one of the known ones is taken for a slip.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:
    ```
    Do [one thing] or [this/that].
    ```

    **Variables**:

    | placeholder | type | choices |
    |---|---|---|
    | `[one thing]` | «word» | |
    | `[this/that]` | text | «this, that» |
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:
    ```
    Do [one thing] or [this/that].
    ```

    **Variables**:

    | placeholder | type | choices |
    |---|---|---|
    | `[one thing]` | text | |
    | `[this/that]` | choice | this, that |
    """

  package static func check(_ library: Library) -> [Finding] {
    tableFindings(in: library) { fault, prompt in
      guard let (headline, why, help) = words(for: fault.kind, prompt) else { return nil }
      return finding(fault.span.path, fault.span.range, headline, why: why, help: help)
    }
  }

  private static func words(for fault: Prompt.TableFault.Kind, _ prompt: Prompt) -> (headline: String, why: String, help: String)? {
    let types = Variable.Kind.allCases.map(\.rawValue)
    switch fault {
    case .unknownType(let type):
      return (
        "`\(type.shortened)` is no type of a variable" + Spelling.suggestion(for: type, among: types),
        "the variable is taken for what its placeholder looks like",
        "use one of " + types.map { "`\($0)`" }.joined(separator: ", ")
      )
    case .choicesOfNoChoice(let kind):
      return (
        "choices are listed for a variable of type `\(kind.rawValue)`", "only a `choice` has them", "make it a `choice`, or take them out"
      )
    case .noChoices:
      return ("a choice of `\(prompt.id)` has nothing to choose from", "no value would fit it", "list them in a column `choices`")
    case .unknownColumn(let column):
      guard let known = Spelling.nearest(to: column, among: Prompt.tableColumns) else { return nil }
      return ("`\(column)` is no column of variables; did you mean `\(known)`?", "what stands in it is not read", "rename the column")
    default: return nil
    }
  }
}
