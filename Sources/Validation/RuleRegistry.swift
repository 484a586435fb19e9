/// Every rule there is. A new one is one file in `Rules/` and one line here.
package enum RuleRegistry {
  package static let rules: [any Rule.Type] = [
    AmbiguousJSON.self,
    AmbiguousPlaceholder.self,
    BrokenAnchor.self,
    BrokenLink.self,
    DifferingSteps.self,
    DuplicatePromptID.self,
    DuplicateTreeEntry.self,
    DuplicateVariable.self,
    EmptyLink.self,
    IncompleteWorkflow.self,
    InvalidUTF8.self,
    InvalidVariableName.self,
    LimitExceeded.self,
    LinkOutsideLibrary.self,
    MachinePath.self,
    MalformedJSON.self,
    MalformedURL.self,
    MentionedFileMissing.self,
    MissingAlternativeText.self,
    MissingField.self,
    MissingReadme.self,
    MistypedVariable.self,
    ModuleOverBudget.self,
    NestedFence.self,
    PathCaseMismatch.self,
    PromptTooLong.self,
    StaleCharacterCount.self,
    TreeEntryMissing.self,
    TypeCategoryMismatch.self,
    UnbalancedBracket.self,
    UnclosedFence.self,
    UndeclaredFile.self,
    UndeclaredVariable.self,
    UndefinedReference.self,
    UnfitValue.self,
    UnknownDependency.self,
    UnknownModule.self,
    UnreadableFile.self,
    UnsafeScheme.self,
    UnusedDefinition.self,
    UnusedVariable.self,
    WrongFieldType.self,
  ]

  /// The rule with an id.
  package static func rule(_ id: String) -> (any Rule.Type)? {
    rules.first { $0.id == id }
  }

  /// Every name that selects rules: ids and groups.
  package static var names: [String] {
    rules.map { $0.id } + RuleGroup.allCases.map(\.rawValue)
  }
}
