package import Diagnostics
package import Library

package enum MalformedDirective: Rule {
  package static let id = "malformed-directive"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.warning
  package static let summary = "A comment that speaks to Augury is not understood"
  package static let why = """
    A directive with a fault does nothing, and its author believes that it does. To silence a finding on the next block write \
    `<!-- augury: ignore rule-id - reason -->` on a line of its own; several rules have commas between them, and the reason tells the \
    next reader why the rule is wrong here. Broken format and unsafe input cannot be silenced.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    «<!-- augury: ignore broken-link -->»

    - A list.
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    <!-- augury: ignore broken-link - the page is written next week -->

    - [A list](list.md).
    """

  package static func check(_ library: Library) -> [Finding] {
    library.pages.flatMap { page in
      firstFindings(Suppression.readings(in: page).lazy.compactMap(fault)) { fault in
        finding(page.path, fault.range, fault.headline, why: "it has no effect", help: fault.help)
      }
    }
  }

  private static func fault(_ reading: Suppression.Reading) -> Suppression.Fault? {
    switch reading {
    case .malformed(let fault): return fault
    case .other: return nil
    case .suppression(let suppression):
      guard let name = suppression.names.first(where: { RuleRegistry.rule($0.text) != nil && !Suppression.canName($0.text) }) else {
        return nil
      }
      return .init(
        range: name.range,
        headline: "`\(name.text)` cannot be silenced",
        help: "mend what it reports, and name the rule no longer"
      )
    }
  }
}
