/// What a part of code is, as far as its colour tells. Six classes are as many as a reader keeps apart (`look.md`, Tokens).
package enum TokenClass: Sendable, Hashable, CaseIterable {
  /// Operators, punctuation and all that has no class of its own; it is not marked.
  case plain
  case comment, string, number
  /// Words of the language, its types included.
  case keyword
  /// What code defines or calls by name, and keys of data.
  case name
  /// Code about code: decorators, directives, variables that are filled in.
  case meta

  /// The start of the element around it. One letter, since there are many.
  var opening: StaticString {
    switch self {
    case .plain: ""
    case .comment: "<span class=\"c\">"
    case .string: "<span class=\"s\">"
    case .number: "<span class=\"n\">"
    case .keyword: "<span class=\"k\">"
    case .name: "<span class=\"f\">"
    case .meta: "<span class=\"m\">"
    }
  }
}
