import Contexts
import Diagnostics
import JSON
import Library

/// The profiles of a library, for a terminal and for programs.
struct ContextListing {
  let library: Library

  private var contexts: [(file: ContextFile, name: String)] {
    library.contexts.map { (ContextFile($0.profile, in: library), $0.fileName) }
  }

  var text: String {
    let rows = contexts.map { context, _ in
      let profile = context.profile
      let module = profile.module.map { $0.isEmpty ? "." : $0 } ?? ""
      return [profile.name, module, String(context.files.count), String(context.characters)].map(SourceExcerpt.visible)
    }
    return TextTable(rows: [["name", "module", "files", "characters"]] + rows, firstNumber: 2).text
  }

  var json: JSONText {
    let profiles = contexts.map { JSONText.object(ContextListing.members(of: $0.file, named: $0.name, in: library)) }
    return .object([("schemaVersion", .int(1)), ("profiles", .array(profiles))])
  }

  /// One profile with its text.
  static func json(_ context: ContextFile, in library: Library) -> JSONText {
    let name = library.contexts.first { $0.profile == context.profile }?.fileName ?? ""
    return .object([("schemaVersion", .int(1))] + members(of: context, named: name, in: library) + [("text", .string(context.text))])
  }

  private static func members(of context: ContextFile, named fileName: String, in library: Library) -> [(key: String, value: JSONText)] {
    let files = context.files.map { JSONText.object([("path", .string($0.path)), ("characters", .int($0.characters))]) }
    return [
      ("name", .string(context.profile.name)),
      ("module", context.profile.module.map(JSONText.string) ?? .null),
      ("file", .string("context/" + fileName)),
      ("characters", .int(context.characters)),
      ("budget", .int(library.configuration.budgets.profile)),
      ("files", .array(files)),
      ("missing", .array(context.missing.map(JSONText.string))),
    ]
  }
}
