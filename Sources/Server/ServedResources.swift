internal import Contexts
internal import Files
internal import JSON
internal import Library
internal import Site

/// What a library holds as resources: READMEs, guides and examples, each by the address `augury://` and its path in the library, and
/// contexts, by `augury:context/` and their file's name.
struct ServedResources {
  /// One of them.
  private struct Resource {
    let uri: String
    /// The path in the library.
    let name: String
    let title: String
    let description: String
    let text: String
  }

  let list: ServedList
  private let resources: [String: Resource]

  init(_ library: Library) {
    let files = library.modules.flatMap { module in
      module.pages.filter { [.readme, .guide, .example].contains($0.role) && $0.source.invalidUTF8Offset == nil }.map(ServedResources.page)
    }
    let contexts = library.contexts.map { ServedResources.context($0.profile, fileName: $0.fileName, in: library) }
    let all = files + contexts
    resources = Dictionary(all.map { ($0.uri, $0) }, uniquingKeysWith: { first, _ in first })
    list = ServedList(all.map(ServedResources.listing))
  }

  private static func page(_ page: MarkdownFile) -> Resource {
    Resource(
      uri: "augury://" + Location.encoded(page.path),
      name: page.path,
      title: page.title,
      description: page.lead,
      text: PortableText.ofFile(page)
    )
  }

  private static func context(_ profile: Profile, fileName: String, in library: Library) -> Resource {
    let file = ContextFile(profile, in: library)
    let size = "\(file.files.count) files in one, \(file.characters) characters, about \((file.characters + 3) / 4) tokens (an estimate)"
    return Resource(
      uri: "augury:context/" + Location.encoded(fileName),
      name: "context/" + fileName,
      title: "Context: \(profile.name)",
      description: size,
      text: file.text
    )
  }

  private static func listing(_ resource: Resource) -> JSONText {
    .object(
      [("uri", .string(resource.uri)), ("name", .string(resource.name)), ("title", .string(resource.title))]
        + (resource.description.isEmpty ? [] : [("description", .string(resource.description))])
        + [("mimeType", .string("text/markdown")), ("size", .int(resource.text.utf8.count))]
    )
  }

  /// `resources/read`: the text.
  func read(_ params: JSONValue) throws(RPCError) -> JSONText {
    guard let uri = params["uri"]?.string else { throw RPCError(.invalidParams, "`uri` must be a string") }
    guard let resource = resources[uri] else {
      throw RPCError(.resourceNotFound, "there is no resource `\(uri)`", data: .object([("uri", .string(uri))]))
    }
    return .object([
      (
        "contents",
        .array([
          .object([("uri", .string(uri)), ("mimeType", .string("text/markdown")), ("text", .string(resource.text))])
        ])
      )
    ])
  }
}
