/// Makes names for variables: valid in the named syntax of every target, and unique in a prompt.
struct VariableNames {
  private var names = UniqueNames(separator: "_")
  private var choices = 0

  /// The longest name, in characters (`targets.md` section 6).
  static let maximumLength = 64
  /// What may be added to a name that was cut: `value_` before it, `_` and a number of up to six digits behind it.
  private static let roomForAdditions = 13

  /// `Current schema` is `current_schema`; taken names get `_2`, `_3`.
  mutating func unique(_ text: String) -> String {
    names.unique(VariableNames.name(text))
  }

  /// `choice_1`, `choice_2`: the names of choices without a label.
  mutating func nextChoice() -> String {
    choices += 1
    return unique("choice \(choices)")
  }

  /// Lower case, everything but ASCII letters and digits to `_`; a name without any is `value`, one that starts with a digit or
  /// is reserved by a target gets `value_` before it.
  private static func name(_ text: String) -> String {
    let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = String(words.joined(separator: "_").prefix(maximumLength - roomForAdditions))
    guard let first = name.first else { return "value" }
    return first.isNumber || isReserved(name) ? "value_" + name : name
  }

  /// Whether a name is `^[a-z][a-z0-9_]*$` and at most 64 characters.
  static func isValid(_ name: String) -> Bool {
    guard let first = name.first, first.isASCII, first.isLowercase, name.count <= maximumLength else { return false }
    return name.allSatisfy { $0 == "_" || ($0.isASCII && ($0.isLowercase || $0.isNumber)) }
  }

  /// Names that a target keeps for itself or that are keywords of its template language (`targets.md` section 6).
  static func isReserved(_ name: String) -> Bool {
    ["input", "args", "arguments", "recipe_dir", "max_output_tokens", "if", "for", "each", "this", "in", "not"].contains(name)
  }
}
