internal import Library

/// Prompts as commands: Markdown files, or TOML for Gemini, that are called by their name.
struct Command: Format {
  /// How the file is written round the body.
  enum Shape: Sendable {
    case markdown(keys: [Key])
    /// `description` and `prompt` (`targets.md`, section 3.11).
    case toml
  }

  /// A key of front matter.
  enum Key: Sendable {
    case name, description, argumentHint
    /// `invokable: true`, without which Continue takes the file for a rule.
    case invokable
  }

  let shape: Shape
  /// What the tool puts the text behind the command in for.
  let argument: String?
  let hazards: Hazards
  /// The most UTF-16 units of a file.
  let limit: Int

  init(shape: Shape, argument: String? = nil, hazards: Hazards = .none, limit: Int = .max) {
    (self.shape, self.argument, self.hazards, self.limit) = (shape, argument, hazards, limit)
  }

  /// A Markdown file with these keys; without any it has no front matter.
  init(_ keys: Key..., argument: String? = nil, hazards: Hazards = .none, limit: Int = .max) {
    self.init(shape: .markdown(keys: keys), argument: argument, hazards: hazards, limit: limit)
  }

  func export(_ pack: Pack, to target: Target) -> Export {
    var export = Export()
    for (prompt, name) in pack.prompts {
      let body = self.body(prompt)
      if !body.isExpressible {
        export.losses.append(Loss.ofLiterals(in: body, name: name, for: target))
      } else if limit < .max, text(body, name).utf16.count > limit {
        export.losses.append(Loss(.notExported, of: .prompt(name), for: target, "No file: it would have more than \(limit) characters."))
      } else {
        export.files.append(ExportFile(target, path(name), marker, of: .prompt(name)) { text(self.body(prompt), name) })
        export.losses += Loss.ofValues(of: prompt, name: name, for: target)
      }
    }
    return export
  }

  private func path(_ name: PackName) -> String {
    if case .toml = shape { "\(name).toml" } else { "\(name).md" }
  }

  private var marker: ExportFile.Marker {
    switch shape {
    case .markdown(let keys): keys.isEmpty ? .htmlComment : .hashComment(line: 1)
    case .toml: .hashComment(line: 0)
    }
  }

  private func body(_ prompt: Prompt) -> PromptBody {
    var isSummarized = false
    if case .markdown(let keys) = shape { isSummarized = keys.isEmpty }
    return PromptBody(prompt: prompt, argument: argument, isSummarized: isSummarized, hazards: hazards)
  }

  private func text(_ body: PromptBody, _ name: PackName) -> String {
    switch shape {
    case .markdown(let keys):
      keys.isEmpty ? body.text : YAMLHeader(keys.compactMap { field($0, body.prompt, name) }).text + "\n" + body.text
    case .toml:
      "description = \(TOMLText.line(Description.of(body.prompt)))\nprompt = \(TOMLText.block(body.text))\n"
    }
  }

  private func field(_ key: Key, _ prompt: Prompt, _ name: PackName) -> (key: String, value: YAMLHeader.Value)? {
    switch key {
    case .name: ("name", .text(name.description))
    case .description: ("description", .text(Description.of(prompt)))
    case .argumentHint: prompt.argumentHint.map { ("argument-hint", .text($0)) }
    case .invokable: ("invokable", .bool(true))
    }
  }
}

extension Prompt {
  /// What to type behind a command: `<use_case>, [budget]`; nil where there is nothing to say.
  var argumentHint: String? {
    guard !variables.isEmpty else { return nil }
    return Description.cut(variables.map { $0.isRequired ? "<\($0.name)>" : "[\($0.name)]" }.joined(separator: ", "), to: 200)
  }
}
