package import Diagnostics
package import Files
internal import Yams

/// What `augury.yml` at a library's root says.
package struct Configuration: Sendable {
  /// The name of the file at the library's root.
  package static let fileName = "augury.yml"

  /// A set of house rules.
  package enum Preset: String, Sendable, CaseIterable {
    /// The rules of the public client `augx`.
    case augx
    case none
  }

  package var preset = Preset.augx
  /// Modules that live elsewhere: id to address, or to nil. A reference to one is no finding.
  package var external: [String: String?] = [:]
  /// Severities by rule id; nil switches a rule off.
  package var severities: [String: Severity?] = [:]
  /// The places of the rule ids in `severities`, for whoever knows which rules exist.
  package var ruleSpans: [String: SourceSpan] = [:]
  package var budgets = Budgets()
  /// The profiles over several modules.
  package var profiles: [Profile] = []
  /// The values that `type` may have (`types`, a list); nil when the library names none.
  package var types: [String]?
  /// What headings of a README have to start with (`sections`, a list); nil when the library names none.
  package var sections: [String]?
  /// The versions of Augury that the library works with (`requires`, a range such as `>=1.2,<2`).
  package var requires: Requirement?

  /// The engines that the library defines itself (`engines`, a map of ids to commands).
  package var engines: [OwnEngine] = []
  /// Guides that are one of a kind (`collections`, a list of maps).
  package var collections: [CollectionDefinition] = []

  package init() {}

  /// A program of the library's own that runs fences: `php: { command: [php, FILE] }`.
  package struct OwnEngine: Sendable, Hashable {
    /// What `engine=` names.
    package let id: String
    /// The program and its arguments; `FILE` stands for the file that holds a fence.
    package let command: [String]
    /// The command that prints the version; empty for none.
    package let version: [String]

    /// The word of a command that stands for the file.
    package static let file = "FILE"
  }

  /// A range of versions of Augury, with its place.
  package struct Requirement: Sendable, Hashable {
    package let range: VersionRange
    /// As the author wrote it.
    package let text: String
    package let span: SourceSpan
  }

  /// A fault of the configuration: ends a command with exit code 2.
  package struct Fault: Error, Sendable, Hashable {
    package let span: SourceSpan
    /// One sentence, no final period.
    package let message: String

    package init(span: SourceSpan, message: String) {
      self.span = span
      self.message = message
    }
  }

  /// The values that `type` may have; nil when any may.
  package var allowedTypes: [String]? { types ?? (preset == .augx ? Configuration.clientTypes : nil) }
  /// What headings of a README have to start with.
  package var requiredSections: [String] { sections ?? (preset == .augx ? Configuration.clientSections : []) }

  /// The types that the public client knows (`product.md` section 5).
  package static let clientTypes = [
    "coding-standards", "domain-rules", "examples", "marketing-standards", "themes", "workflows", "writing-standards",
  ]
  /// The sections of a README that the public client asks for (`product.md` section 5).
  private static let clientSections = ["Overview", "Contents", "Character Count", "Usage", "Installation"]

  /// Why a version of Augury does not fit the library; nil when it does. A pre-release counts as its release.
  package func fault(forVersion version: String) -> Fault? {
    guard let requires, let version = Version(version), !requires.range.contains(version.release) else { return nil }
    return Fault(span: requires.span, message: "the library requires Augury `\(requires.text)`, and this is \(version)")
  }

  /// Reads `augury.yml`; every fault is collected.
  package static func read(_ source: SourceFile) -> (configuration: Configuration, faults: [Fault]) {
    var reader = ConfigurationReader(source: source)
    reader.read()
    return (reader.configuration, reader.faults)
  }
}

struct ConfigurationReader {
  let source: SourceFile
  private let places: YAMLPlaces
  var configuration = Configuration()
  var faults: [Configuration.Fault] = []

  private static let keys = [
    "preset", "external", "rules", "budgets", "profiles", "types", "sections", "requires", "engines", "collections",
  ]

  init(source: SourceFile) {
    self.source = source
    places = YAMLPlaces(source.bytes)
  }

  mutating func read() {
    if let fault = YAMLGuard.fault(in: source) { return fail(fault.offset, fault.message) }
    do {
      guard let root = try Yams.compose(yaml: source.text), root.null == nil else { return }
      guard let mapping = root.mapping else { return fail(root, "a map of keys is expected") }
      for (key, value) in mapping { read(key, value) }
    } catch let error as YamlError {
      fail(error)
    } catch {
      fail(0, "YAML that cannot be read: \(error)")
    }
  }

  private mutating func read(_ key: Node, _ value: Node) {
    switch key.string {
    case "preset":
      guard let preset = value.string.flatMap(Configuration.Preset.init(rawValue:)) else {
        return fail(value, "`preset` is \(Configuration.Preset.allCases.map { "`\($0.rawValue)`" }.joined(separator: " or "))")
      }
      configuration.preset = preset
    case "external": readExternal(value)
    case "rules": readRules(value)
    case "budgets": readBudgets(value)
    case "profiles": readProfiles(value)
    case "types": configuration.types = texts(value, of: "types")
    case "sections": configuration.sections = texts(value, of: "sections")
    case "engines": readEngines(value)
    case "collections": readCollections(value)
    case "requires":
      guard let text = value.string, let range = VersionRange(text) else {
        return fail(value, "`requires` is a range of versions, such as `\">=1.2,<2\"`")
      }
      configuration.requires = .init(range: range, text: text, span: span(value))
    default:
      let name = key.string ?? ""
      fail(key, "unknown key `\(name)`" + Spelling.suggestion(for: name, among: Self.keys))
    }
  }

  /// A list of module ids, or a map of ids to addresses.
  private mutating func readExternal(_ value: Node) {
    if let list = value.sequence {
      for id in list { addExternal(id, url: nil) }
    } else if let map = value.mapping {
      for (id, url) in map { addExternal(id, url: url) }
    } else {
      fail(value, "`external` is a list of module ids, or a map of ids to addresses")
    }
  }

  private mutating func addExternal(_ id: Node, url: Node?) {
    guard let name = id.string else { return fail(id, "a module id is a text") }
    guard let url, url.null == nil else { return configuration.external[name] = .some(nil) }
    guard let address = url.string else { return fail(url, "an address is a text, or `~` for none") }
    guard Self.isAddress(address) else { return fail(url, "an address starts with `https://` or `http://` and has no spaces") }
    configuration.external[name] = .some(address)
  }

  private static func isAddress(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return (start.hasPrefix("https://") || start.hasPrefix("http://")) && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  /// A list of texts, each with something in it.
  mutating func texts(_ value: Node, of key: String) -> [String]? {
    guard let list = value.sequence else {
      fail(value, "`\(key)` is a list of texts")
      return nil
    }
    return list.compactMap { item in
      if let text = item.string?.trimmed, !text.isEmpty { return text }
      fail(item, "`\(key)` is a list of texts")
      return nil
    }
  }

  private mutating func readRules(_ value: Node) {
    guard let map = value.mapping else { return fail(value, "`rules` is a map of rule ids to severities") }
    for (id, level) in map {
      let name = id.string ?? ""
      let severity = level.string.flatMap(Severity.init(rawValue:))
      guard severity != nil || level.string == "off" else {
        fail(level, "a severity is `error`, `warning`, `note` or `off`")
        continue
      }
      configuration.severities[name] = .some(severity)
      configuration.ruleSpans[name] = span(id)
    }
  }

  private mutating func readBudgets(_ value: Node) {
    guard let map = value.mapping else {
      return fail(value, "`budgets` is a map of `module`, `profile`, `guide` and `prompt` to numbers of characters")
    }
    for (key, value) in map {
      let name = key.string ?? ""
      guard let budget = value.int, budget > 0 else {
        fail(value, "a budget is a number of characters above 0")
        continue
      }
      switch name {
      case "module": configuration.budgets.module = budget
      case "profile": configuration.budgets.profile = budget
      case "guide": configuration.budgets.guide = budget
      case "prompt": configuration.budgets.prompt = budget
      default: fail(key, "unknown budget `\(name)`" + Spelling.suggestion(for: name, among: ["module", "profile", "guide", "prompt"]))
      }
    }
  }

  /// A map of names to lists of files, each as `module:path`.
  private mutating func readProfiles(_ value: Node) {
    guard let map = value.mapping else { return fail(value, "`profiles` is a map of names to lists of files") }
    for (key, files) in map {
      guard let list = files.sequence else {
        fail(files, "a profile is a list of files, each as `module:path`")
        continue
      }
      let texts = list.compactMap { file in file.string.map { (written: $0, span: span(file)) } }
      if texts.count < list.count { fail(files, "a file of a profile is a text, `module:path`") }
      configuration.profiles.append(Profile(name: key.string ?? "", module: nil, span: span(key), files: texts))
    }
  }

  mutating func fail(_ node: Node, _ message: String) {
    faults.append(.init(span: span(node), message: message))
  }

  private mutating func fail(_ offset: Int, _ message: String) {
    faults.append(.init(span: source.span(offset..<offset), message: message))
  }

  private mutating func fail(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      fail(places.offset(of: mark), "YAML that cannot be read: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "`\($0)`" }.joined(separator: ", ")
      fail(places.offset(of: context.mark), "\(names) appears twice in one map")
    default: fail(0, "YAML that cannot be read: \(error)")
    }
  }

  func span(_ node: Node) -> SourceSpan {
    let start = places.offset(of: node.mark)
    return source.span(start..<max(start, textEnd(node, from: start) ?? source.lineRange(at: start).upperBound))
  }

  /// Where a text ends that stands on one line, plain or quoted and without escapes; libyaml tells only where it starts.
  private func textEnd(_ node: Node, from start: Int) -> Int? {
    guard let text = node.string, start < source.bytes.count else { return nil }
    let quote = source.bytes[start]
    let written = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") ? [quote] + text.utf8 + [quote] : Array(text.utf8)
    return source.bytes[start...].starts(with: written) ? start + written.count : nil
  }
}
