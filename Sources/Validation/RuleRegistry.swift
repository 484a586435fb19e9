package import Diagnostics

/// Every rule there is. A new one is one file in `Rules/` and one line here.
package enum RuleRegistry {
  package static let rules: [any Rule.Type] = [
    AmbiguousJSON.self,
    BrokenAnchor.self,
    BrokenLink.self,
    ContradictoryInstallation.self,
    DeclaredFileMissing.self,
    DependencyCycle.self,
    DependencyOutOfRange.self,
    DeprecatedDependency.self,
    DeprecatedWithoutReplacement.self,
    DescriptionLength.self,
    DivergingCounts.self,
    DuplicateEntry.self,
    DuplicateName.self,
    GuideOverBudget.self,
    IncompleteModule.self,
    InvalidRange.self,
    InvalidUTF8.self,
    InvalidVersion.self,
    KeywordsNotTags.self,
    LimitExceeded.self,
    LinkOutsideLibrary.self,
    MalformedDirective.self,
    MalformedJSON.self,
    MetadataMismatch.self,
    MisplacedField.self,
    MissingField.self,
    MissingManifest.self,
    MissingReadme.self,
    MissingSection.self,
    ModuleOverBudget.self,
    NestedFence.self,
    ProfileFileMissing.self,
    ProfileOverBudget.self,
    ReadmeDisagrees.self,
    ReadmeWithoutCode.self,
    StaleBaselineEntry.self,
    StaleCharacterCount.self,
    StaleFileCount.self,
    ThinGuide.self,
    TreeEntryMissing.self,
    TypeCategoryMismatch.self,
    UnclosedFence.self,
    UndeclaredFile.self,
    UnknownDependency.self,
    UnknownField.self,
    UnknownPriority.self,
    UnknownRuleName.self,
    UnknownType.self,
    UnlistedFile.self,
    UnreadableFile.self,
    UnusedSuppression.self,
    VersionMismatch.self,
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
