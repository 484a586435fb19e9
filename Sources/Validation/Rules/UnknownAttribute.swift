package import Diagnostics
package import Library

package enum UnknownAttribute: Rule {
  package static let id = "unknown-attribute"
  package static let group = RuleGroup.examples
  package static let severity = Severity.error
  package static let summary = "A runnable fence has an attribute that does not exist, or one twice"
  package static let why = """
    Behind the language of a fence that names its engine stand `key=value` pairs: `engine`, `db`, `session`, `expect`, `run`, `reason`. An \
    attribute that is not understood changes what runs, or what is expected of it, and its author believes that it does not. A value with \
    spaces stands in double quotes. Fences without `engine=` are not looked at.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```sql engine=sqlite «expects=rows»
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
    """

  package static func check(_ library: Library) -> [Finding] {
    findings(in: library, why: "it has no effect") { flaw in
      switch flaw {
      case .unknownAttribute(let key):
        ("unknown attribute `\(key.shortened)`" + Spelling.suggestion(for: key, among: FenceAttributes.keys), "write one of \(list)")
      case .repeatedAttribute(let key): ("the attribute `\(key)` stands here twice", "keep one of them")
      case .looseWord(let word): ("`\(word.shortened)` is no `key=value`", "write `key=value`, a value with spaces in double quotes")
      default: nil
      }
    }
  }

  private static let list = FenceAttributes.keys.map { "`\($0)`" }.joined(separator: ", ")
}
