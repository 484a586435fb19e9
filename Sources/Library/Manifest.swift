package import Files
package import JSON

/// A module's `module.json`, read with patience: what is missing or of the wrong type is nil, unknown fields are kept in
/// `root`, and rules say what is wrong. Every shape seen in public modules is understood (`product.md` section 5).
package struct Manifest: Sendable {
  package let source: SourceFile
  /// The whole file as a tree with places; nil when nothing of it could be read.
  package let root: JSONValue?
  /// Every syntax error.
  package let faults: [JSONFault]

  package let name: Field<String>?
  package let displayName: Field<String>?
  package let version: Field<String>?
  package let summary: Field<String>?
  package let type: Field<String>?
  /// From `tags`, else from `keywords`.
  package let tags: [Field<String>]
  package let dependencies: [Dependency]
  /// What stands as `augment.characterCount`, and as the misplaced `characterCount` at the top; not objects and arrays, since
  /// no number can take their place.
  package let characterCounts: [JSONValue]
  package let priority: Field<String>?
  /// `augment.appliesTo.filePatterns`.
  package let filePatterns: [Field<String>]

  /// Bytes of a `module.json` or `metadata.json` that are read.
  static let maximumBytes = 1 << 20

  package init(_ source: SourceFile) {
    self.source = source
    let read = JSONReader.read(source.bytes, limit: Manifest.maximumBytes)
    let root = read.value
    self.root = root
    faults = read.faults
    name = Field(root?["name"], \.string)
    displayName = Field(root?["displayName"], \.string)
    version = Field(root?["version"], \.string)
    summary = Field(root?["description"], \.string)
    type = Field(root?["type"], \.string)
    tags = Manifest.strings(root?["tags"] ?? root?["keywords"])
    dependencies = Manifest.dependencies(root?["dependencies"])
    let augment = root?["augment"]
    characterCounts = [augment?["characterCount"], root?["characterCount"]].compactMap { $0 }.filter {
      $0.object == nil && $0.array == nil
    }
    priority = Field(augment?["priority"], \.string)
    filePatterns = Manifest.strings(augment?["appliesTo"]?["filePatterns"])
  }

  /// A module that this one needs.
  package struct Dependency: Sendable, Hashable {
    package let id: String
    /// A range of versions, when one is given.
    package let range: String?
    /// Bytes of the id in `module.json`.
    package let span: Range<Int>
  }

  private static func strings(_ value: JSONValue?) -> [Field<String>] {
    (value?.array ?? []).compactMap { Field($0, \.string) }
  }

  /// An array of ids, or an object of ids and version ranges.
  private static func dependencies(_ value: JSONValue?) -> [Dependency] {
    if let members = value?.object {
      return members.map { Dependency(id: $0.key, range: $0.value.string, span: $0.keySpan) }
    }
    return strings(value).map { Dependency(id: $0.value, range: nil, span: $0.span) }
  }
}

/// A field that is there and of the right type, with its place in the file.
package struct Field<Value: Sendable & Hashable>: Sendable, Hashable {
  package let value: Value
  /// Byte offsets of the value.
  package let span: Range<Int>

  package init?(_ json: JSONValue?, _ read: (JSONValue) -> Value?) {
    guard let json, let value = read(json) else { return nil }
    self.value = value
    span = json.span
  }
}
