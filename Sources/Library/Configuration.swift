package import Diagnostics
package import Files
private import Yams

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
  /// The most characters a module may have before it is noted.
  package var budget = CharacterCount.defaultBudget
  /// `limits: { prompt: N }`: the most characters of a prompt template, before anything is filled in. The smallest hard limit of the
  /// tools that prompts are exported to is that of a Windsurf rule (`targets.md`, 12,000 characters).
  package var promptLimit = 12_000

  package init() {}

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

  /// Reads `augury.yml`; every fault is collected.
  package static func read(_ source: SourceFile) -> (configuration: Configuration, faults: [Fault]) {
    var reader = ConfigurationReader(source: source)
    reader.read()
    return (reader.configuration, reader.faults)
  }
}

private struct ConfigurationReader {
  let source: SourceFile
  var configuration = Configuration()
  var faults: [Configuration.Fault] = []

  private static let keys = ["preset", "external", "rules", "budget", "limits"]

  init(source: SourceFile) {
    self.source = source
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
    case "budget":
      guard let budget = value.int, budget > 0 else { return fail(value, "`budget` is a number of characters above 0") }
      configuration.budget = budget
    case "limits": readLimits(value)
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

  /// A map of things to the most characters that each may have.
  private mutating func readLimits(_ value: Node) {
    guard let map = value.mapping else { return fail(value, "`limits` is a map of things to numbers of characters") }
    for (key, value) in map {
      let name = key.string ?? ""
      guard name == "prompt" else {
        fail(key, "unknown limit `\(name)`" + Spelling.suggestion(for: name, among: ["prompt"]))
        continue
      }
      guard let limit = value.int, limit > 0 else {
        fail(value, "a limit is a number of characters above 0")
        continue
      }
      configuration.promptLimit = limit
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

  private mutating func fail(_ node: Node, _ message: String) {
    faults.append(.init(span: span(node), message: message))
  }

  private mutating func fail(_ offset: Int, _ message: String) {
    faults.append(.init(span: source.span(offset..<offset), message: message))
  }

  private mutating func fail(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      fail(offset(line: mark.line, column: mark.column), "YAML that cannot be read: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "`\($0)`" }.joined(separator: ", ")
      fail(offset(line: context.mark.line, column: context.mark.column), "\(names) appears twice in one map")
    default: fail(0, "YAML that cannot be read: \(error)")
    }
  }

  private func span(_ node: Node) -> SourceSpan {
    let start = offset(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    return source.span(start..<max(start, source.lineRange(at: start).upperBound))
  }

  /// The byte offset of a line and a column in code points, both counted from 1, as libyaml tells places.
  private func offset(line: Int, column: Int) -> Int {
    var offset = 0
    for _ in 1..<max(line, 1) {
      guard let end = source.bytes[offset...].firstIndex(of: 0x0A) else { return source.bytes.count }
      offset = end + 1
    }
    for _ in 1..<max(column, 1) where offset < source.bytes.count {
      offset += 1
      while offset < source.bytes.count, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }
}
