/// Every rule there is. A new one is one file in `Rules/` and one line here.
package enum RuleRegistry {
  package static let rules: [any Rule.Type] = [
    AmbiguousJSON.self,
    BrokenAnchor.self,
    BrokenLink.self,
    GuideOverBudget.self,
    InvalidUTF8.self,
    LimitExceeded.self,
    LinkOutsideLibrary.self,
    MalformedJSON.self,
    MissingField.self,
    MissingReadme.self,
    ModuleOverBudget.self,
    NestedFence.self,
    ProfileFileMissing.self,
    ProfileOverBudget.self,
    StaleCharacterCount.self,
    TreeEntryMissing.self,
    TypeCategoryMismatch.self,
    UnclosedFence.self,
    UndeclaredFile.self,
    UnknownDependency.self,
    UnreadableFile.self,
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
