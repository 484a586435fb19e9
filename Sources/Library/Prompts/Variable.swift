/// What a user fills in.
package struct Variable: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case text, multiline, choice, list, integer, boolean
  }

  /// `^[a-z][a-z0-9_]*$`, at most 64 characters: valid in the named syntax of every target.
  package var name: String
  package var kind: Kind
  /// The placeholder as it stands in the template, with its brackets; for a list its first sample item.
  package var placeholder: String
  /// The label before a colon on the placeholder's line; nil when there is none.
  package var label: String?
  package var isRequired = true
  package var defaultValue: String?
  package var choices: [String] = []
  package var example: String?
  package var description: String?
  /// Whether a table row declares it; otherwise all of it was inferred.
  package var isDeclared = false

  /// Whether a text is a value of the variable.
  package func accepts(_ value: String) -> Bool {
    switch kind {
    case .text, .multiline, .list: true
    case .choice: choices.isEmpty || choices.contains(value)
    case .integer: Int(value) != nil
    case .boolean: ["true", "false", "yes", "no"].contains(value.lowercased())
    }
  }
}
