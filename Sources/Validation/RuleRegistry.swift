package import Diagnostics

/// Every rule there is. A new one is one file in `Rules/` and one line here.
package enum RuleRegistry {
  package static let rules: [any Rule.Type] = [
    AmbiguousJSON.self,
    AmbiguousPlaceholder.self,
    BrokenAnchor.self,
    BrokenLink.self,
    ContradictoryInstallation.self,
    DeclaredFileMissing.self,
    DependencyCycle.self,
    DependencyOutOfRange.self,
    DeprecatedDependency.self,
    DeprecatedWithoutReplacement.self,
    DescriptionLength.self,
    DifferingSteps.self,
    DivergingCounts.self,
    DuplicateEntry.self,
    DuplicateName.self,
    DuplicatePromptID.self,
    DuplicateTreeEntry.self,
    DuplicateVariable.self,
    EmptyLink.self,
    GuideOverBudget.self,
    IncompleteModule.self,
    IncompleteWorkflow.self,
    InexpressibleLiteral.self,
    InvalidRange.self,
    InvalidUTF8.self,
    InvalidVariableName.self,
    InvalidVersion.self,
    KeywordsNotTags.self,
    LimitExceeded.self,
    LinkOutsideLibrary.self,
    MachinePath.self,
    MalformedDirective.self,
    MalformedJSON.self,
    MalformedURL.self,
    MentionedFileMissing.self,
    MetadataMismatch.self,
    MisplacedField.self,
    MissingAlternativeText.self,
    MissingField.self,
    MissingManifest.self,
    MissingReadme.self,
    MissingSection.self,
    MistypedVariable.self,
    ModuleOverBudget.self,
    NestedFence.self,
    PathCaseMismatch.self,
    ProfileFileMissing.self,
    ProfileOverBudget.self,
    PromptTooLong.self,
    ReadmeDisagrees.self,
    ReadmeWithoutCode.self,
    StaleBaselineEntry.self,
    StaleCharacterCount.self,
    StaleFileCount.self,
    ThinGuide.self,
    TreeEntryMissing.self,
    TypeCategoryMismatch.self,
    UnbalancedBracket.self,
    UnclosedFence.self,
    UndeclaredFile.self,
    UndeclaredVariable.self,
    UndefinedReference.self,
    UnfitValue.self,
    UnknownDependency.self,
    UnknownField.self,
    UnknownModule.self,
    UnknownPriority.self,
    UnknownRuleName.self,
    UnknownType.self,
    UnlistedFile.self,
    UnreadableFile.self,
    UnsafeScheme.self,
    UnusedDefinition.self,
    UnusedSuppression.self,
    UnusedVariable.self,
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
        canBeLowered: rule.group != .format,
        since: rule.since,
        bad: rule.bad.text,
        good: rule.good.text
      )
    }
  }

  /// Every name that selects rules: ids and groups.
  package static var names: [String] {
    rules.map { $0.id } + RuleGroup.allCases.map(\.rawValue)
  }
}
