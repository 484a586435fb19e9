internal import JSON
internal import Library

/// All prompts in one file for a program that serves them by the Model Context Protocol: what `prompts/list` answers, and the pieces
/// that an answer to `prompts/get` is put together from (`targets.md`, section 3.23).
struct MCPPrompts: Format {
  /// The version of the protocol whose types `prompts` has.
  private static let protocolVersion = "2025-11-25"

  func export(_ pack: Pack, to target: Target) -> Export {
    guard !pack.prompts.isEmpty else { return Export() }
    var export = Export()
    let file = ExportFile(target, "prompts.json", .list, of: .prompts) { bytes(pack) }
    export.files = [file]
    export.losses = pack.prompts.flatMap { Loss.ofValues(of: $0.prompt, name: $0.name, for: target) }
    return export
  }

  private func bytes(_ pack: Pack) -> [UInt8] {
    JSONWriter.file(
      .object([
        ("schemaVersion", .int(1)),
        ("protocolVersion", .string(MCPPrompts.protocolVersion)),
        ("prompts", .array(pack.prompts.map { describe($0.prompt, $0.name) })),
        ("templates", .object(pack.prompts.map { (key: $0.name.description, value: template($0.prompt)) })),
      ])
    )
  }

  /// A `Prompt` of the protocol.
  private func describe(_ prompt: Prompt, _ name: PackName) -> JSONText {
    .object([
      ("name", .string(name.description)), ("title", .string(prompt.title)), ("description", .string(Description.of(prompt))),
      (
        "arguments",
        .array(
          prompt.variables.map { variable in
            let words = [variable.description ?? variable.label, variable.facts].compactMap { $0 }.joined(separator: "; ")
            return .object([
              ("name", .string(variable.name)), ("description", .string(words.isEmpty ? variable.placeholder : words)),
              ("required", .bool(variable.isRequired && variable.defaultValue == nil)),
            ])
          }
        )
      ),
    ])
  }

  /// The pieces of the text in order: `text` as it is; the value of an `argument`; each line of the value of one with `item`, behind that
  /// marker.
  private func template(_ prompt: Prompt) -> JSONText {
    .array(
      prompt.parts.map { part in
        switch part {
        case .literal(let source): .object([("text", .string(PromptText.unescaped(source)))])
        case .slot(let name, _): .object([("argument", .string(name))])
        case .list(let name, _, let marker): .object([("argument", .string(name)), ("item", .string(marker))])
        }
      }
    )
  }
}
