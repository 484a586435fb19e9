package import Diagnostics
internal import Files
package import Library

package enum UnknownPriority: Rule {
  package static let id = "unknown-priority"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.warning
  package static let summary = "`augment.priority` is none of `high`, `medium`, `low`"
  package static let why = """
    Tools that have room for some modules only load those of high priority first; one with a word of its own comes anywhere. \
    Checked under `preset: augx`.
    """
  package static let bad = Sample.manifest(
    ("\"characterCount\": 0, \"priority\": \"low\"", "\"priority\": «\"lowest\"», \"characterCount\": 0")
  ).underAugx
  package static let good = Sample.manifest().underAugx

  private static let priorities = ["high", "medium", "low"]

  package static func check(_ library: Library) -> [Finding] {
    guard library.configuration.preset == .augx else { return [] }
    return library.modules.compactMap { module in
      guard let priority = module.manifest.priority, !priority.value.trimmed.isEmpty, !priorities.contains(priority.value) else {
        return nil
      }
      return finding(
        module.manifest.source.path,
        priority.span,
        "`augment.priority` is `\(priority.value)`" + Spelling.suggestion(for: priority.value, among: priorities),
        why: "tools know `high`, `medium` and `low`",
        help: "write one of the three"
      )
    }
  }
}
