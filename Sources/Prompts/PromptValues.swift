internal import Diagnostics
package import Library

/// What somebody gives for the variables of a prompt, held to their types.
package struct PromptValues: Sendable {
  /// The values by variable, each as it goes into the text; a list has one an item, everything else at most one.
  private var values: [String: [String]] = [:]

  /// Something given that is no value, or nothing where a value is needed.
  package enum Fault: Error, Sendable, Hashable {
    case unknown(name: String, among: [String])
    case unfit(value: String, Variable)
    /// Several values for a variable that is no list.
    case several(Variable)
    case missing(Variable)
  }

  /// Values as somebody gives them, in any order; a name that comes again adds an item to its list. What is not given has its default.
  ///
  /// - Parameter given: a list may come as one text with an item a line, blank lines left out: an item never holds a line end. A value
  ///   of nothing but white space is not given.
  /// - Returns: the values that are right, and a fault for everything else, in the order of `given`, then of the variables.
  package static func read(_ given: [(name: String, value: String)], for prompt: Prompt) -> (values: PromptValues, faults: [Fault]) {
    var result = PromptValues()
    var faults: [Fault] = []
    for (name, value) in given {
      guard let variable = prompt.variable(name) else {
        faults.append(.unknown(name: name, among: prompt.variables.map(\.name)))
        continue
      }
      if let fault = result.add(value, for: variable) { faults.append(fault) }
    }
    let unfit = Set(faults.compactMap(\.variable))
    for variable in prompt.variables where result.values[variable.name] == nil && !unfit.contains(variable.name) {
      if let value = variable.defaultValue {
        if let fault = result.add(value, for: variable) { faults.append(fault) }
      } else if variable.isRequired {
        faults.append(.missing(variable))
      }
    }
    return (result, faults)
  }

  /// The values of a variable; none where nothing was given and it has no default.
  package subscript(name: String) -> [String] { values[name] ?? [] }

  private mutating func add(_ text: String, for variable: Variable) -> Fault? {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    if variable.kind == .list {
      values[variable.name, default: []] += text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.trimmed.isEmpty }
      return nil
    }
    guard values[variable.name] == nil else { return .several(variable) }
    guard let value = variable.value(text) else { return .unfit(value: text, variable) }
    values[variable.name] = [value]
    return nil
  }
}

extension Variable {
  /// The text that a value stands for in a prompt: numbers and words without the white space around them, `yes` and `no` for what is
  /// true or not; nil for what is no value of the type.
  fileprivate func value(_ text: String) -> String? {
    switch kind {
    case .text, .multiline, .list: text
    case .choice, .integer: accepts(text.trimmed) ? text.trimmed : nil
    case .boolean: accepts(text.trimmed) ? (["true", "yes"].contains(text.trimmed.lowercased()) ? "yes" : "no") : nil
    }
  }
}

extension PromptValues.Fault: CustomStringConvertible {
  /// The name of the variable it is about.
  package var variable: String? {
    switch self {
    case .unknown: nil
    case .unfit(_, let variable), .several(let variable), .missing(let variable): variable.name
    }
  }

  /// The variable that has no value and needs one; nil for any other fault.
  package var missing: Variable? {
    if case .missing(let variable) = self { variable } else { nil }
  }

  /// What is wrong, in a sentence without a period.
  package var description: String {
    switch self {
    case .unknown(let name, let names):
      let known = names.isEmpty ? "the prompt has no variables" : "it has \(names.map { "`\($0)`" }.joined(separator: ", "))"
      return "the prompt has no variable `\(name)`"
        + (Spelling.nearest(to: name, among: names).map { "; did you mean `\($0)`?" } ?? "; \(known)")
    case .unfit(let value, let variable):
      return "`\(value)` is no value of `\(variable.name)`: \(variable.expectation)"
    case .several(let variable):
      return "`\(variable.name)` has several values, and is no list"
    case .missing(let variable):
      let hint = variable.description ?? variable.label ?? variable.placeholder
      return "`\(variable.name)` has no value, and is required (\(hint))"
    }
  }
}

extension Variable {
  /// What a value has to be, in words: `one of strong, eventual`.
  package var expectation: String {
    switch kind {
    case .text: "one line"
    case .multiline: "any text"
    case .choice: "one of \(choices.joined(separator: ", "))"
    case .list: "one item a line"
    case .integer: "a whole number"
    case .boolean: "yes or no"
    }
  }
}
