internal import Diagnostics
package import Files
internal import Library
private import Yams

/// What `site/site.yml` says about a site. Every part is optional.
package struct SiteConfiguration: Sendable {
  /// The name of the file below `site/`.
  package static let fileName = "site.yml"

  /// What the site is called; nil leaves it to the library.
  package var title: String?
  /// What it is for, in a few words: the title of the home page.
  package var tagline = "Workflows, guides and prompts for AI coding tools"
  /// Where it is published.
  package var address: SiteAddress?
  /// Where its sources are, for people.
  package var repository: String?
  /// The address behind which a file of the library, by its path, can be edited; ends with a slash.
  package var editing: SiteAddress?
  /// What can be left out of a site, since it costs time and bytes: each is a key of the file, `true` or `false`.
  package enum Part: String, CaseIterable, Sendable {
    /// An index for the search; without one the page of the search lists the pages.
    case search
    /// Colours in code.
    case highlighting
    /// Pictures of the tables that SQL makes.
    case diagrams
    /// Each page as Markdown beside it, and `llms-full.txt`.
    case markdown
    /// A page for each rule that the library was checked against.
    case rules
  }

  /// The files of `site/pages` in the order of reading.
  package var pages: [String] = []

  package var parts = Set(Part.allCases)

  package init() {}

  /// A fault of the file, with its place.
  package struct Fault: Error, Sendable, Hashable {
    package let path: String
    package let position: SourcePosition
    /// One sentence, no final period.
    package let message: String
  }

  private static let keys = ["title", "tagline", "base-url", "repository", "edit", "pages"] + Part.allCases.map(\.rawValue)

  /// Reads `site.yml`.
  package init(_ source: SourceFile) throws(Fault) {
    let start = SourcePosition(line: 1, column: 1)
    if let fault = YAMLGuard.fault(in: source) {
      throw Fault(path: source.path, position: source.position(at: fault.offset), message: fault.message)
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: source.text)
    } catch {
      throw SiteConfiguration.fault(error, in: source)
    }
    guard let root, root.null == nil else { return }
    guard let map = root.mapping else {
      throw Fault(path: source.path, position: start, message: "a map of keys is expected")
    }
    for (key, value) in map { try read(key, value, in: source) }
  }

  private mutating func read(_ key: Node, _ value: Node, in source: SourceFile) throws(Fault) {
    func fault(_ node: Node, _ message: String) -> Fault {
      let position = SourcePosition(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
      return Fault(path: source.path, position: position, message: message)
    }
    let name = key.string ?? ""
    guard SiteConfiguration.keys.contains(name) else {
      throw fault(key, "unknown key `\(name)`" + Spelling.suggestion(for: name, among: SiteConfiguration.keys))
    }
    if let part = Part(rawValue: name) {
      guard let isWanted = value.bool else { throw fault(value, "`\(name)` is true or false") }
      if !isWanted { parts.remove(part) }
      return
    }
    if name == "pages" {
      guard let list = value.sequence, case let paths = list.compactMap(\.string), paths.count == list.count else {
        throw fault(value, "`pages` is a list of files of `site/pages`, in the order of reading")
      }
      pages = paths
      return
    }
    guard let text = value.string, !text.isEmpty else { throw fault(value, "`\(name)` is a text") }
    switch name {
    case "title": title = text
    case "tagline": tagline = text
    case "base-url":
      guard let address = SiteAddress(text) else { throw fault(value, "`base-url` is an address such as https://example.org/docs/") }
      self.address = address
    case "edit":
      guard let address = SiteAddress(text) else {
        throw fault(value, "`edit` is an address such as https://example.org/name/edit/main/content/")
      }
      editing = address
    default:
      guard SiteAddress(text) != nil else { throw fault(value, "`repository` is an address such as https://example.org/name") }
      repository = text
    }
  }

  private static func fault(_ error: any Error, in source: SourceFile) -> Fault {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      Fault(
        path: source.path,
        position: SourcePosition(line: mark.line, column: mark.column),
        message: "YAML that cannot be read: \(problem)"
      )
    default: Fault(path: source.path, position: SourcePosition(line: 1, column: 1), message: "YAML that cannot be read: \(error)")
    }
  }
}
