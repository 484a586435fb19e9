internal import Contexts
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
    What counts is the one file that `augury context` makes of them, header included. \
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
      let context = ContextFile(profile, in: library)
      guard let excess = context.excess(over: budget, in: library) else { return nil }
      return finding(profile.span.path, profile.span.range, excess.headline, help: excess.help, measure: context.characters)
    }
  }
}
