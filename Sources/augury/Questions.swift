import Diagnostics
import Files
import Library
import Prompts

/// Asks a person for the values of variables, and again until each is one.
struct Questions {
  private let prompt: Prompt
  private var input = LineReader(descriptor: 0, limit: ValuesFile.maximumBytes)

  private init(prompt: Prompt) {
    self.prompt = prompt
  }

  /// - Throws: `UsageFault` when the input ends before everything is answered.
  static func answers(for variables: [Variable], of prompt: Prompt) throws(UsageFault) -> [(name: String, value: String)] {
    var questions = Questions(prompt: prompt)
    var answers: [(name: String, value: String)] = []
    for (index, variable) in variables.enumerated() {
      Terminal.talk(introduction(variable, number: index + 1, of: variables.count))
      answers.append((variable.name, try questions.answer(for: variable)))
    }
    return answers
  }

  /// What a variable is, and how it is answered.
  private static func introduction(_ variable: Variable, number: Int, of count: Int) -> String {
    var lines = ["", "\(number) of \(count): \(variable.label ?? variable.name)"]
    if let description = variable.description { lines.append("  \(description)") }
    if variable.description == nil, variable.label == nil { lines.append("  \(variable.placeholder)") }
    if let example = variable.example { lines.append("  Example: \(example)") }
    switch variable.kind {
    case .text: break
    case .multiline: lines.append("  Several lines; a line with only a dot ends, and so does Control-D.")
    case .list: lines.append("  One item a line; an empty line ends.")
    case .integer: lines.append("  A whole number.")
    case .boolean: lines.append("  yes or no.")
    case .choice: lines += variable.choices.enumerated().map { "  \($0 + 1). \($1)" }
    }
    return lines.map(SourceExcerpt.visible).joined(separator: "\n")
  }

  /// A value that the variable accepts.
  private mutating func answer(for variable: Variable) throws(UsageFault) -> String {
    while true {
      let text =
        switch variable.kind {
        case .multiline: try lines(of: variable) { $0 == "." }
        case .list: try lines(of: variable) { $0.trimmed.isEmpty }
        default: Questions.meant(try line(of: variable), for: variable)
        }
      let faults = PromptValues.read([(variable.name, text)], for: prompt).faults
      guard let fault = faults.first(where: { $0.variable == variable.name }) else { return text }
      Terminal.talk(SourceExcerpt.visible(fault.missing == nil ? fault.description : "a value is needed"))
    }
  }

  /// A choice may be given by its number, and a truth value by its first letter.
  private static func meant(_ text: String, for variable: Variable) -> String {
    let text = text.trimmed
    switch variable.kind {
    case .choice where !variable.choices.contains(text):
      guard let number = Int(text), number > 0, number <= variable.choices.count else { return text }
      return variable.choices[number - 1]
    case .boolean: return ["y": "yes", "n": "no"][text.lowercased()] ?? text
    default: return text
    }
  }

  private mutating func line(of variable: Variable) throws(UsageFault) -> String {
    guard let line = next() else { throw UsageFault(message: "no value for `\(variable.name)`: the input has ended") }
    return line
  }

  /// The lines before one that ends them, or before the end of the input.
  private mutating func lines(of variable: Variable, until isLast: (String) -> Bool) throws(UsageFault) -> String {
    var lines: [String] = []
    while let line = next() {
      if isLast(line) { return lines.joined(separator: "\n") }
      lines.append(line)
    }
    guard !lines.isEmpty else { throw UsageFault(message: "no value for `\(variable.name)`: the input has ended") }
    return lines.joined(separator: "\n")
  }

  /// What is typed next; nil at the end of the input.
  private mutating func next() -> String? {
    while true {
      Terminal.ask("> ")
      switch input.next() {
      case .line(let bytes): return String(decoding: bytes, as: UTF8.self)
      case .tooLong: Terminal.talk("that is too long; say it in fewer words")
      case .silence: continue
      case .end:
        Terminal.talk("\n")
        return nil
      }
    }
  }
}
