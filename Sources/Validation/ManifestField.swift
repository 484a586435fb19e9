internal import JSON
internal import Library

/// A field of `module.json` that somebody reads: where it belongs and what it may hold. Any other field is its author's own.
struct ManifestField {
  /// The keys that lead to it.
  let path: [String]
  /// The JSON types that it may have, as `JSONKind.name` says them.
  let types: [String]
  /// What the elements of an array may be; nil when that is nobody's business.
  var elements: String?

  var name: String { path.joined(separator: ".") }
  var key: String { path.last ?? "" }

  /// Every field. `product.md` section 5 lists the shapes of public modules.
  static let all = [
    ManifestField(path: ["$schema"], types: [string]),
    ManifestField(path: ["name"], types: [string]),
    ManifestField(path: ["version"], types: [string]),
    ManifestField(path: ["displayName"], types: [string]),
    ManifestField(path: ["description"], types: [string]),
    ManifestField(path: ["type"], types: [string]),
    ManifestField(path: ["tags"], types: [array], elements: string),
    ManifestField(path: ["keywords"], types: [array], elements: string),
    ManifestField(path: ["dependencies"], types: [array, object], elements: string),
    ManifestField(path: ["installation"], types: [object, string]),
    ManifestField(path: ["contents"], types: [object, array]),
    ManifestField(path: ["features"], types: [object, array]),
    ManifestField(path: ["repository"], types: [object, string]),
    ManifestField(path: ["deprecated"], types: ["a boolean", string, object]),
    ManifestField(path: ["replacedBy"], types: [string]),
    ManifestField(path: ["augment"], types: [object]),
    ManifestField(path: ["augment", "characterCount"], types: ["a number"]),
    ManifestField(path: ["augment", "priority"], types: [string]),
    ManifestField(path: ["augment", "category"], types: [string]),
    ManifestField(path: ["augment", "categories"], types: [array, object]),
    ManifestField(path: ["augment", "subModules"], types: [array, object]),
    ManifestField(path: ["augment", "profiles"], types: [object]),
    ManifestField(path: ["augment", "appliesTo"], types: [object]),
    ManifestField(path: ["augment", "appliesTo", "filePatterns"], types: [array], elements: string),
  ]

  private static let string = "a string"
  private static let array = "an array"
  private static let object = "an object"

  /// What the public client and catalogs need of every module (`product.md` section 5); the count has a rule of its own.
  static func required(under preset: Configuration.Preset) -> [[String]] {
    switch preset {
    case .augx:
      [["name"], ["version"], ["displayName"], ["description"], ["type"], ["tags"], ["augment"], ["augment", "priority"]]
    case .none: [["name"], ["version"]]
    }
  }

  /// The value at a path; nil when it, or an object above it, is not there.
  static func value(at path: some Sequence<String>, in root: JSONValue?) -> JSONValue? {
    path.reduce(root) { $0?[$1] }
  }
}
