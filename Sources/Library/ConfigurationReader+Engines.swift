internal import Diagnostics
internal import Yams

extension ConfigurationReader {
  /// A map of ids to commands.
  mutating func readEngines(_ value: Node) {
    guard let map = value.mapping else { return fail(value, "`engines` is a map of ids to commands") }
    for (key, engine) in map {
      guard let id = key.string, Self.isSlug(id) else {
        fail(key, "the id of an engine has lower-case letters, digits and hyphens, and starts with a letter")
        continue
      }
      if FenceSystem.all.contains(where: { $0.id == id }) {
        fail(key, "`\(id)` is an engine that Augury has; choose another id")
      } else {
        readEngine(id, engine)
      }
    }
  }

  private mutating func readEngine(_ id: String, _ value: Node) {
    guard let map = value.mapping else { return fail(value, "an engine is a map with a `command`") }
    var command: [String] = []
    var version: [String] = []
    for (key, words) in map {
      switch key.string {
      case "command": command = self.words(words, of: "command")
      case "version": version = self.words(words, of: "version")
      default:
        let name = key.string ?? ""
        fail(key, "unknown key `\(name)` of an engine" + Spelling.suggestion(for: name, among: ["command", "version"]))
      }
    }
    guard command.contains(Configuration.OwnEngine.file) else {
      return fail(value, "the `command` of an engine is a list of texts, one of which is `\(Configuration.OwnEngine.file)`")
    }
    configuration.engines.append(.init(id: id, command: command, version: version))
  }

  /// A program and its arguments.
  private mutating func words(_ value: Node, of key: String) -> [String] {
    let words = value.sequence.map { $0.map(\.string) } ?? []
    if words.isEmpty || words.contains(where: { $0?.isEmpty ?? true }) { fail(value, "`\(key)` is a list of texts") }
    return words.compactMap(\.self)
  }

  /// Whether a text can be the id of something: it is short, has lower-case letters, digits and hyphens, and starts with a letter.
  static func isSlug(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 30 else { return false }
    return (0x61...0x7A).contains(first)
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || Version.isDigit($0) || $0 == UInt8(ascii: "-") }
  }
}
