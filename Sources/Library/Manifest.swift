package import Files
package import JSON

/// A module's `module.json`, or the `metadata.json` beside it, read with patience: what is missing or of the wrong type is nil, unknown fields are kept in
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
  /// `augment.category`, which names the category once more.
  package let category: Field<String>?
  /// Nil when the module is not deprecated.
  package let deprecation: Deprecation?
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
    category = Field(augment?["category"], \.string)
    deprecation = Deprecation(root)
    filePatterns = Manifest.strings(augment?["appliesTo"]?["filePatterns"])
  }

  /// A module that this one needs.
  package struct Dependency: Sendable, Hashable {
    package let id: String
    /// A range of versions, when one is given.
    package let range: Field<String>?
    /// Bytes of the id in `module.json`.
    package let span: Range<Int>
  }

  /// What a module says about its end, at the top or in `augment`.
  package struct Deprecation: Sendable, Hashable {
    /// Bytes of the value of `deprecated`.
    package let span: Range<Int>
    /// What it says in words; empty where it says just `true`.
    package let message: String
    /// The module to use instead.
    package let replacement: Field<String>?

    /// `deprecated` may be `true`, a text, or an object with `message` and `replacedBy`.
    init?(_ root: JSONValue?) {
      let homes = [root, root?["augment"]]
      guard let value = homes.lazy.compactMap({ $0?["deprecated"] }).first else { return nil }
      let isSaid = value.bool == true || value.string?.trimmed.isEmpty == false || value.object != nil
      guard isSaid else { return nil }
      span = value.span
      message = value.string ?? value["message"]?.string ?? ""
      replacement = (homes + [value]).lazy.compactMap { Field($0?["replacedBy"], \.string) }.first
    }
  }

  private static func strings(_ value: JSONValue?) -> [Field<String>] {
    (value?.array ?? []).compactMap { Field($0, \.string) }
  }

  /// An array of ids, or an object of ids and version ranges.
  private static func dependencies(_ value: JSONValue?) -> [Dependency] {
    if let members = value?.object {
      return members.map { Dependency(id: $0.key, range: Field($0.value, \.string), span: $0.keySpan) }
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
