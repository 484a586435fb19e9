internal import JSON
internal import Library
internal import Prompts

/// A library as it is served, until it changes.
struct ServedLibrary {
  let prompts: ServedPrompts
  let resources: ServedResources
  private let titles: [String]

  init(_ library: Library) {
    prompts = ServedPrompts(Pack(library))
    resources = ServedResources(library)
    titles = library.modules.map(\.title)
  }

  /// What is done for each method of the protocol that asks for something of a library.
  static let answers: [String: @Sendable (Self, JSONValue) throws(RPCError) -> JSONText] = [
    "prompts/list": { (library, params) throws(RPCError) in try library.prompts.list.page(params, as: "prompts") },
    "prompts/get": { (library, params) throws(RPCError) in try library.prompts.get(params) },
    "completion/complete": { (library, params) throws(RPCError) in try library.prompts.complete(params) },
    "resources/list": { (library, params) throws(RPCError) in try library.resources.list.page(params, as: "resources") },
    "resources/read": { (library, params) throws(RPCError) in try library.resources.read(params) },
    "resources/templates/list": { (_, _) throws(RPCError) in .object([("resourceTemplates", .array([]))]) },
  ]

  /// What a model is told of the server.
  var instructions: String {
    let named = titles.prefix(10).joined(separator: "; ") + (titles.count > 10 ? "; and \(titles.count - 10) more" : "")
    return """
      Modules of guides, examples and prompts: \(named). Each prompt is a template; its arguments are filled in, a list as one item a \
      line. Read guides and examples as resources, only those that the task needs; a context is a set of them in one file.
      """
  }
}
