internal import JSON
internal import Library
internal import Prompts

/// The prompts of a library, as the protocol knows them: arguments have no types and are texts, so that what a value has to be stands in
/// words, and choices are completed.
struct ServedPrompts {
  /// Completions that are sent at once (specification 2025-06-18, server/utilities/completion).
  private static let mostCompletions = 100

  let list: ServedList
  private let pack: Pack

  init(_ pack: Pack) {
    self.pack = pack
    list = ServedList(
      pack.prompts.map { prompt, name in
        .object(
          [("name", .string(name.description)), ("title", .string(prompt.title))]
            + ServedPrompts.text("description", prompt.summary)
            + [("arguments", .array(prompt.variables.map(ServedPrompts.argument)))]
        )
      }
    )
  }

  private static func argument(_ variable: Variable) -> JSONText {
    .object(
      [("name", .string(variable.name))] + text("title", variable.label ?? "") + text("description", description(of: variable))
        + [("required", .bool(variable.isRequired && variable.defaultValue == nil))]
    )
  }

  /// What a value is, what it has to be, and an example.
  private static func description(of variable: Variable) -> String {
    var sentences = [variable.description ?? variable.label ?? variable.placeholder]
    if variable.kind != .text, variable.kind != .multiline { sentences.append(variable.expectation) }
    if let value = variable.defaultValue { sentences.append("default: \(value)") }
    if let example = variable.example { sentences.append("example: \(example)") }
    return sentences.joined(separator: "; ")
  }

  /// A member that is left out when it says nothing.
  private static func text(_ key: String, _ text: String) -> [(key: String, value: JSONText)] {
    text.isEmpty ? [] : [(key, .string(text))]
  }

  private func prompt(_ name: JSONValue?) throws(RPCError) -> Prompt {
    guard let name = name?.string else { throw RPCError(.invalidParams, "`name` must be a string") }
    do {
      return try pack.prompt(named: name).prompt
    } catch {
      throw RPCError(.invalidParams, error.description)
    }
  }

  /// `prompts/get`: the prompt filled in.
  func get(_ params: JSONValue) throws(RPCError) -> JSONText {
    let prompt = try prompt(params["name"])
    let (values, faults) = PromptValues.read(try ServedPrompts.given(params["arguments"]), for: prompt)
    guard faults.isEmpty else { throw RPCError(.invalidParams, faults.map(\.description).joined(separator: "; ")) }
    let content = JSONText.object([("type", .string("text")), ("text", .string(prompt.filled(with: values)))])
    return .object(
      ServedPrompts.text("description", prompt.summary)
        + [("messages", .array([.object([("role", .string("user")), ("content", content)])]))]
    )
  }

  private static func given(_ arguments: JSONValue?) throws(RPCError) -> [(name: String, value: String)] {
    guard let arguments, !arguments.isNull else { return [] }
    guard let members = arguments.object else { throw RPCError(.invalidParams, "`arguments` must be an object") }
    var given: [(name: String, value: String)] = []
    for member in members {
      guard let value = member.value.string else { throw RPCError(.invalidParams, "the argument `\(member.key)` must be a string") }
      given.append((member.key, value))
    }
    return given
  }

  /// `completion/complete`: the values of a choice that start as what was typed.
  func complete(_ params: JSONValue) throws(RPCError) -> JSONText {
    guard let argument = params["argument"], let name = argument["name"]?.string, let typed = argument["value"]?.string else {
      throw RPCError(.invalidParams, "`argument` must be an object with the strings `name` and `value`")
    }
    switch params["ref"]?["type"]?.string {
    case "ref/prompt":
      let prompt = try prompt(params["ref"]?["name"])
      guard let variable = prompt.variable(name) else {
        throw RPCError(.invalidParams, PromptValues.Fault.unknown(name: name, among: prompt.variables.map(\.name)).description)
      }
      return ServedPrompts.completion(of: typed, among: variable.kind == .boolean ? ["yes", "no"] : variable.choices)
    case "ref/resource": return ServedPrompts.completion(of: typed, among: [])
    default: throw RPCError(.invalidParams, "`ref` must be a `ref/prompt` or a `ref/resource`")
    }
  }

  private static func completion(of typed: String, among values: [String]) -> JSONText {
    let found = values.filter { $0.lowercased().hasPrefix(typed.lowercased()) }
    return .object([
      (
        "completion",
        .object([
          ("values", .array(found.prefix(mostCompletions).map(JSONText.string))),
          ("total", .int(found.count)),
          ("hasMore", .bool(found.count > mostCompletions)),
        ])
      )
    ])
  }
}
