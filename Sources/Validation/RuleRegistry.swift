package import Diagnostics

/// Every rule there is. A new one is one file in `Rules/` and one line here.
package enum RuleRegistry {
  package static let rules: [any Rule.Type] = [
    AmbiguousJSON.self,
    BrokenAnchor.self,
    BrokenLink.self,
    InvalidUTF8.self,
    LimitExceeded.self,
    LinkOutsideLibrary.self,
    MalformedDirective.self,
    MalformedJSON.self,
    MissingField.self,
    MissingReadme.self,
    ModuleOverBudget.self,
    NestedFence.self,
    StaleBaselineEntry.self,
    StaleCharacterCount.self,
    TreeEntryMissing.self,
    TypeCategoryMismatch.self,
    UnclosedFence.self,
    UndeclaredFile.self,
    UnknownDependency.self,
    UnknownRuleName.self,
    UnreadableFile.self,
    UnusedSuppression.self,
    WrongFieldType.self,
  ]

  /// The rule with an id.
  package static func rule(_ id: String) -> (any Rule.Type)? {
    rules.first { $0.id == id }
  }

  /// What reports tell of the rules.
  package static var facts: [RuleFacts] {
    rules.map { rule in
      RuleFacts(
        id: rule.id,
        group: rule.group.rawValue,
        severity: rule.severity,
        summary: rule.summary,
        why: rule.why,
        canBeLowered: rule.group != .format
      )
    }
  }

  /// Every name that selects rules: ids and groups.
  package static var names: [String] {
    rules.map { $0.id } + RuleGroup.allCases.map(\.rawValue)
  }
}
