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
    characters; `budgets` in `augury.yml` sets another number. A module may be larger when it is loaded in parts. Under \
    `preset: augx` also a folder of over 50,000 UTF-16 units is noted, as the public client does.
    """
  package static let bad: Sample = """
    -- augury.yml --
    budgets: { module: 100 }
    """
  package static let good: Sample = """
    -- augury.yml --
    budgets: { module: 10000 }
    """

  /// UTF-16 units of a folder above which the public client warns (`product.md` section 5).
  private static let clientLimit = 50_000

  package static func check(_ library: Library) -> [Finding] {
    let budget = library.configuration.budgets.module
    return library.modules.compactMap { module in
      let count = module.count.characters
      if count > budget {
        return finding(module, "has \(count) characters, \(count - budget) over its budget of \(budget)", measure: count)
      }
      guard library.configuration.preset == .augx, module.count.wholeFolderUTF16 > clientLimit else { return nil }
      let units = module.count.wholeFolderUTF16
      return finding(module, "has \(units) UTF-16 units; the public client warns of more than \(clientLimit)", measure: units)
    }
  }

  private static func finding(_ module: Module, _ what: String, measure: Int) -> Finding {
    finding(
      module.manifest.source.path,
      nil,
      "`\(module.label)` \(what)",
      help: "load it in parts, or move detail to another module",
      measure: measure
    )
  }
}
