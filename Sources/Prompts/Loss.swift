internal import Library

/// Something of a prompt or a guide that a target cannot hold.
package struct Loss: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// The target binds no values: the inputs stand in the file as a list.
    case textOnly = "text-only"
    /// The target binds one text, and not its parts.
    case unnamed
    /// The target binds a value, and does not know its type or that it may be left out.
    case untyped
    /// The target would misread a literal, or is too small: there is no file.
    case notExported = "not-exported"
    /// The target cannot tell for which files a guide is meant.
    case pattern
  }

  /// The name of the target.
  package let target: String
  /// A prompt or a page.
  package let subject: ExportFile.Subject
  /// The name of the variable it is about, if it is about one.
  package let variable: String?
  package let kind: Kind
  /// What is lost, and what stands in its place; with a period.
  package let sentence: String
  /// The bytes of the template that are to blame, if some are.
  package let place: Range<Int>?

  init(
    _ kind: Kind,
    of subject: ExportFile.Subject,
    for target: Target,
    variable: String? = nil,
    place: Range<Int>? = nil,
    _ sentence: String
  ) {
    (self.kind, self.subject, self.target, self.variable, self.place) = (kind, subject, target.name, variable, place)
    self.sentence = sentence
  }
}

extension Loss {
  /// What a target cannot bind of the variables of a prompt.
  static func ofValues(of prompt: Prompt, name: PackName, for target: Target) -> [Loss] {
    guard !prompt.variables.isEmpty else { return [] }
    let subject = ExportFile.Subject.prompt(name)
    switch target.level {
    case .text: return [Loss(.textOnly, of: subject, for: target, "Binds no values: the inputs are listed, and the agent puts them in.")]
    case .argument, .positional:
      return [Loss(.unnamed, of: subject, for: target, "Binds one text: the inputs are listed, and the agent finds their values in it.")]
    case .named:
      return prompt.variables.compactMap { variable in
        variable.facts.map { Loss(.untyped, of: subject, for: target, variable: variable.name, "Not held to: \($0).") }
      }
    case .typed: return []
    }
  }

  /// The literal, or the text around the template, for which there is no file.
  static func ofLiterals(in body: PromptBody, name: PackName, for target: Target) -> Loss {
    if let place = body.hazards.inexpressible(in: body.prompt.template).first {
      return ofLiteral(at: place, in: body.prompt, name: name, for: target)
    }
    return Loss(.notExported, of: .prompt(name), for: target, "No file: a literal in the title or in the inputs would be misread.")
  }

  static func ofLiteral(at place: Range<Int>, in prompt: Prompt, name: PackName, for target: Target) -> Loss {
    let literal = String(decoding: Array(prompt.template.utf8)[place], as: UTF8.self)
    return Loss(.notExported, of: .prompt(name), for: target, place: place, "No file: `\(literal)` would be misread, and has no escape.")
  }
}
