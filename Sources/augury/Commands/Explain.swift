import ArgumentParser
import Diagnostics
import Validation

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say why a rule exists, with a bad and a good example.",
    discussion: """
      Without a rule it lists them all.

      Example: augury explain broken-link
      """
  )

  @Argument(help: "The rule's id, as a finding shows it.")
  var rule: String?

  func run() throws {
    guard let id = rule else { return Terminal.out(Self.list) }
    guard let rule = RuleRegistry.rule(id) else { throw UsageFault(message: UnknownRule(name: id).description) }
    Terminal.out(
      """
      \(rule.id) (\(rule.group.rawValue), \(rule.severity.rawValue), since \(rule.since))

      \(rule.summary).

      \(rule.why)

      Bad (the place is marked):

      \(Self.indented(rule.bad.text))

      Good:

      \(Self.indented(rule.good.text))
      """
    )
  }

  /// Every rule with its summary, by group.
  private static var list: String {
    let width = RuleRegistry.rules.map { $0.id.count }.max() ?? 0
    return RuleGroup.allCases.map { group in
      let rules = RuleRegistry.rules.filter { $0.group == group }
      let lines = rules.map { rule in
        "  " + rule.id + String(repeating: " ", count: width + 2 - rule.id.count) + rule.summary
      }
      return lines.isEmpty ? "" : "\(group.rawValue)\n" + lines.joined(separator: "\n") + "\n"
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }
}
