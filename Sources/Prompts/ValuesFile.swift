package import Files
internal import JSON
internal import Library
private import Yams

/// Values of variables as a file gives them: an object of JSON or a map of YAML, with an array for a list.
package enum ValuesFile {
  /// Bytes that are read: the values of one prompt, which may hold a whole schema.
  package static let maximumBytes = 1 << 20

  /// What is wrong with a file, at its place.
  package struct Fault: Error, Sendable, Hashable {
    package let position: SourcePosition
    /// One sentence without a period.
    package let message: String
  }

  private static let shape = "a value is a text, a number, true or false, or a list of these"

  /// The values in the order of the file. Numbers and truth values are given as they are written, what is null is not given.
  ///
  /// A file named `.json`, and one without a name of its own that starts with a brace, is JSON; any other is YAML.
  package static func read(_ source: SourceFile) throws(Fault) -> [(name: String, value: String)] {
    if let offset = source.invalidUTF8Offset { throw fault(offset, "not UTF-8", in: source) }
    if source.bytes.count > maximumBytes { throw fault(0, "\(source.bytes.count) bytes; at most \(maximumBytes) are read", in: source) }
    let isYAML = ["yml", "yaml"].contains(Path.fileExtension(source.path))
    let opensObject = source.bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
    return Path.fileExtension(source.path) == "json" || opensObject && !isYAML ? try readJSON(source) : try readYAML(source)
  }

  private static func fault(_ offset: Int, _ message: String, in source: SourceFile) -> Fault {
    Fault(position: source.position(at: offset), message: message)
  }

  // MARK: JSON

  private static func readJSON(_ source: SourceFile) throws(Fault) -> [(name: String, value: String)] {
    let read = JSONReader.read(source.bytes)
    if let first = read.faults.first { throw fault(first.span.lowerBound, "\(first.headline): \(first.help)", in: source) }
    guard let members = read.value?.object else { throw fault(0, "an object of names and values is expected", in: source) }
    var values: [(name: String, value: String)] = []
    for member in members {
      for element in member.value.array ?? [member.value] where !element.isNull {
        guard let text = text(element) else { throw fault(element.span.lowerBound, shape, in: source) }
        values.append((member.key, text))
      }
    }
    return values
  }

  private static func text(_ value: JSONValue) -> String? {
    value.string ?? value.number?.text ?? value.bool.map { $0 ? "true" : "false" }
  }

  // MARK: YAML

  private static func readYAML(_ source: SourceFile) throws(Fault) -> [(name: String, value: String)] {
    let root: Node?
    do {
      root = try Yams.compose(yaml: source.text)
    } catch let error as YamlError {
      throw fault(error)
    } catch {
      throw Fault(position: SourcePosition(line: 1, column: 1), message: "YAML that cannot be read: \(error)")
    }
    guard let root, root.null == nil else { return [] }
    guard let map = root.mapping else { throw fault(root, "a map of names and values is expected") }
    var values: [(name: String, value: String)] = []
    for (key, value) in map {
      guard let name = key.string else { throw fault(key, "a name is a text") }
      for element in value.sequence.map(Array.init) ?? [value] where element.null == nil {
        guard let text = element.string else { throw fault(element, shape) }
        values.append((name, text))
      }
    }
    return values
  }

  private static func fault(_ node: Node, _ message: String) -> Fault {
    Fault(position: SourcePosition(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1), message: message)
  }

  private static func fault(_ error: YamlError) -> Fault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      Fault(position: SourcePosition(line: mark.line, column: mark.column), message: "YAML that cannot be read: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      Fault(
        position: SourcePosition(line: context.mark.line, column: context.mark.column),
        message: "\(keys.map { "`\($0)`" }.joined(separator: ", ")) appears twice in one map"
      )
    default: Fault(position: SourcePosition(line: 1, column: 1), message: "YAML that cannot be read: \(error)")
    }
  }
}
