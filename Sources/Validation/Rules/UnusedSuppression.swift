package import Diagnostics
package import Library

package enum UnusedSuppression: Rule {
  package static let id = "unused-suppression"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.warning
  package static let summary = "A suppression silences nothing"
  package static let why = """
    The fault it was written for is gone, or stands elsewhere: a suppression covers the next block and nothing else. Left behind, it \
    hides the next fault in its place. It is judged only in a run of all the rules it names.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    <!-- augury: ignore «broken-link» - the page is written next week -->

    - A list.

    A paragraph.
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    <!-- augury: ignore broken-link - the page is written next week -->

    - [A list](list.md).

    A paragraph.
    """

  /// Nothing: what is unused shows when the other rules have run. `Check` asks for it then.
  package static func check(_ library: Library) -> [Finding] { [] }

  static func findings(_ unused: [(path: String, name: Suppression.Name)]) -> [Finding] {
    Dictionary(grouping: unused, by: \.path).flatMap { path, names in
      firstFindings(names) { unused in
        finding(
          path,
          unused.name.range,
          "`\(unused.name.text)` finds nothing that could be silenced here",
          why: "a suppression covers the next block",
          help: "take it away, or put it before the block that it is meant for"
        )
      }
    }
  }
}
