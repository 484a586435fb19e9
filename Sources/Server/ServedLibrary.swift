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

  /// What a model is told of the server.
  var instructions: String {
    let named = titles.prefix(10).joined(separator: "; ") + (titles.count > 10 ? "; and \(titles.count - 10) more" : "")
    return """
      Modules of guides, examples and prompts: \(named). Each prompt is a template; its arguments are filled in, a list as one item a \
      line. Read guides and examples as resources, only those that the task needs; a context is a set of them in one file.
      """
  }
}
