package import Diagnostics
internal import Files
internal import JSON
package import Library

package enum WrongFieldType: Rule {
  package static let id = "wrong-field-type"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.error
  package static let summary = "A field of `module.json` has the wrong type"
  package static let why = """
    A loader that expects a text and finds a number either fails or shows nonsense. `dependencies` may be an array of ids or an \
    object of ids and version ranges, `installation` an object or a text.
    """
  package static let bad = Sample.manifest(("\"1.0.0\"", "«1.0»"))
  package static let good = Sample.manifest()

  /// Fields and the JSON types that they may have.
  private static let expectations: [(path: [String], types: [String])] = [
    (["name"], ["a string"]),
    (["version"], ["a string"]),
    (["displayName"], ["a string"]),
    (["description"], ["a string"]),
    (["type"], ["a string"]),
    (["tags"], ["an array"]),
    (["keywords"], ["an array"]),
    (["dependencies"], ["an array", "an object"]),
    (["installation"], ["an object", "a string"]),
    (["augment"], ["an object"]),
    (["augment", "characterCount"], ["a number"]),
    (["augment", "priority"], ["a string"]),
    (["augment", "appliesTo"], ["an object"]),
    (["augment", "appliesTo", "filePatterns"], ["an array"]),
  ]

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module in
      expectations.compactMap { path, types in
        let value = path.reduce(module.manifest.root) { $0?[$1] }
        guard let value, !value.isNull, !types.contains(value.kind.name) else { return nil }
        let expected = types.joined(separator: " or ")
        return finding(
          module.manifest.source.path,
          value.span,
          "`\(path.joined(separator: "."))` is \(value.kind.name), not \(expected)",
          why: "readers that expect \(expected) fail on it",
          help: "write \(expected)"
        )
      }
    }
  }
}
