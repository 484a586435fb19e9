internal import Library

extension Variable {
  /// What is known of a value beyond that it is text, in words: `one of add, drop; optional; default add`. Nil when that is all.
  var facts: String? {
    var facts = kind == .text || kind == .multiline ? [] : [expectation]
    if !isRequired { facts.append("optional") }
    if let defaultValue { facts.append("default \(defaultValue)") }
    return facts.isEmpty ? nil : facts.joined(separator: "; ")
  }
}
