package import Diagnostics
package import Library

package enum UnknownEngine: Rule {
  package static let id = "unknown-engine"
  package static let group = RuleGroup.examples
  package static let severity = Severity.error
  package static let summary = "A runnable fence names an engine that does not exist"
  package static let why = """
    An engine is named by the system that the text is about, such as `postgresql`, `sqlite` or `python`; a library may define its own in \
    `engines` of `augury.yml`. A fence with another name never runs, and a set-up without one runs nowhere.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```sql «engine=postgres»
    SELECT 1;
    ```
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```sql engine=postgresql
    SELECT 1;
    ```
    """

  package static func check(_ library: Library) -> [Finding] {
    findings(in: library, why: "it never runs") { flaw in
      switch flaw {
      case .unknownEngine(let id):
        ("unknown engine `\(id.shortened)`" + Spelling.suggestion(for: id, among: names(in: library)), "name the system that it is about")
      case .noEngine: ("this set-up names no engine", "write `engine=` behind `setup`")
      default: nil
      }
    }
  }

  private static func names(in library: Library) -> [String] {
    FenceSystem.all.map(\.id) + library.configuration.engines.map(\.id)
  }
}
