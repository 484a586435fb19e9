package import Diagnostics
internal import Files
package import Library

package enum ProfileOverBudget: Rule {
  package static let id = "profile-over-budget"
  package static let group = RuleGroup.budgets
  package static let severity = Severity.error
  package static let summary = "A declared profile is larger than its context budget"
  package static let why = """
    A profile is a promise: these files together fit into what an AI tool can load. One that does not is cut off where nobody sees it. \
    `budgets` in `augury.yml` sets another number than 49,400 characters.
    """
  package static let bad: Sample = """
    -- augury.yml --
    budgets: { profile: 60 }
    profiles:
      «start»: ["workflows/demo:README.md", "workflows/demo:rules/guide.md"]
    """
  package static let good: Sample = """
    -- augury.yml --
    budgets: { profile: 9000 }
    profiles:
      start: ["workflows/demo:README.md", "workflows/demo:rules/guide.md"]
    """

  package static func check(_ library: Library) -> [Finding] {
    let budget = library.configuration.budgets.profile
    return library.profiles.compactMap { profile in
      let files = library.files(of: profile).map { (path: $0.path, size: TextCount($0).characters) }
      let total = files.reduce(0) { $0 + $1.size }
      guard total > budget else { return nil }
      return finding(
        profile.span.path,
        profile.span.range,
        "profile `\(profile.name)` has \(total) characters, \(total - budget) over its budget of \(budget)",
        help: help(files, over: total - budget),
        measure: total
      )
    }
  }

  /// What to drop: the smallest file that is enough, else the largest ones until they are.
  private static func help(_ files: [(path: String, size: Int)], over excess: Int) -> String {
    let bySize = files.sorted { ($1.size, $0.path) < ($0.size, $1.path) }
    if let one = bySize.last(where: { $0.size >= excess }) { return "drop `\(one.path)` (\(one.size) characters)" }
    var left = excess
    let dropped = bySize.prefix { file in
      defer { left -= file.size }
      return left > 0
    }
    return "drop " + dropped.map { "`\($0.path)` (\($0.size) characters)" }.joined(separator: ", ")
  }
}
