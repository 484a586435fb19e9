package import Diagnostics
internal import Files
package import Library

package enum ModuleOverBudget: Rule {
  package static let id = "module-over-budget"
  package static let group = RuleGroup.budgets
  package static let severity = Severity.note
  package static let summary = "A module is larger than its context budget"
  package static let why = """
    An AI tool that loads the whole module cuts it off, or leaves no room for the work itself. An `.augment` folder holds 49,400 \
    characters; `budget` in `augury.yml` sets another number. A module may be larger when it is loaded in parts.
    """
  package static let bad: Sample = """
    -- augury.yml --
    budget: 100
    """
  package static let good: Sample = """
    -- augury.yml --
    budget: 10000
    """

  package static func check(_ library: Library) -> [Finding] {
    let budget = library.configuration.budget
    return library.modules.filter { $0.count.characters > budget }.map { module in
      finding(
        module.manifest.source.path,
        nil,
        "`\(module.label)` has \(module.count.characters) characters, \(module.count.characters - budget) over its budget of \(budget)",
        help: "load it in parts, or move detail to another module",
        measure: module.count.characters
      )
    }
  }
}
