/// What reports tell of the tool that made them.
package struct ToolFacts: Sendable {
  package let version: String
  /// Every rule there is, in the order of their ids.
  package let rules: [RuleFacts]

  package init(version: String, rules: [RuleFacts]) {
    self.version = version
    self.rules = rules
  }

  /// Facts of nothing, for a report that no release made.
  package static let unknown = ToolFacts(version: "0", rules: [])
}

/// What reports tell of a rule.
package struct RuleFacts: Sendable {
  package let id: String
  package let group: String
  /// What its findings have unless the library says otherwise.
  package let severity: Severity
  /// What it finds, as a short sentence without a period.
  package let summary: String
  /// Why it matters and what to do.
  package let why: String
  /// Whether a library may lower its severity; false for broken format and unsafe input.
  package let canBeLowered: Bool
  /// The first version that has it.
  package let since: String
  /// A library with the fault, as one text: a line `-- path --` starts each file, and `«»` mark what is reported.
  package let bad: String
  /// The same without the fault.
  package let good: String

  package init(
    id: String,
    group: String,
    severity: Severity,
    summary: String,
    why: String,
    canBeLowered: Bool,
    since: String = "",
    bad: String = "",
    good: String = ""
  ) {
    self.id = id
    self.group = group
    self.severity = severity
    self.summary = summary
    self.why = why
    self.canBeLowered = canBeLowered
    (self.since, self.bad, self.good) = (since, bad, good)
  }
}
