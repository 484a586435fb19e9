package import Diagnostics
internal import Files
package import Library

package enum GuideOverBudget: Rule {
  package static let id = "guide-over-budget"
  package static let group = RuleGroup.budgets
  package static let severity = Severity.warning
  package static let summary = "A guide is larger than the budget for guides"
  package static let why = """
    An agent loads a guide whole. A long one costs every task that touches it, and hides what it decides. There is no budget unless \
    `budgets` in `augury.yml` sets `guide`.
    """
  package static let bad: Sample = """
    -- augury.yml --
    budgets: { guide: 10 }
    """
  package static let good: Sample = """
    -- augury.yml --
    budgets: { guide: 7000 }
    """

  package static func check(_ library: Library) -> [Finding] {
    guard let budget = library.configuration.budgets.guide else { return [] }
    return library.modules.flatMap(\.guides).filter { $0.count.characters > budget }.map { guide in
      finding(
        guide.path,
        nil,
        "the guide has \(guide.count.characters) characters, \(guide.count.characters - budget) over the budget of \(budget)",
        help: "split it by task, or move detail to an example",
        measure: guide.count.characters
      )
    }
  }
}
