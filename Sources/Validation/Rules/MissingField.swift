package import Diagnostics
internal import Files
internal import JSON
package import Library

package enum MissingField: Rule {
  package static let id = "missing-field"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.error
  package static let summary = "A required field of `module.json` is missing or empty"
  package static let why = """
    Catalogs show a module by these fields, and the public client refuses one that lacks them. Required under `preset: augx`: \
    `name`, `version`, `displayName`, `description`, `type`, `tags` with at least one tag, `augment.priority`; under \
    `preset: none` only `name` and `version`. The character count has a rule of its own.
    """
  package static let bad = Sample.manifest(("{\n", "«{»\n"), ("\"Demo\"", "«\"\"»"), ("  \"type\": \"workflows\",\n", "")).underAugx
  package static let good = Sample.manifest().underAugx

  package static func check(_ library: Library) -> [Finding] {
    let preset = library.configuration.preset
    return library.modules.flatMap { module -> [Finding] in
      guard let root = module.manifest.root, root.object != nil else { return notAnObject(module) }
      let slips = FieldSlips(of: module.manifest, under: preset)
      return ManifestField.required(under: preset).compactMap { path in
        let parent = ManifestField.value(at: path.dropLast(), in: root) ?? root
        // What is missing with the object that it belongs in is not told again, but for one of which all else stands elsewhere.
        let isAlone = parent.object != nil && (path.count == 1 || root[path[0]] != nil || slips.areMisplaced(under: path.dropLast()))
        guard isAlone, let key = path.last else { return nil }
        let value = ManifestField.value(at: path, in: root) ?? (key == "tags" ? root["keywords"] : nil)
        if value == nil, slips.explainAbsence(of: path) { return nil }
        return missing(value, path.joined(separator: "."), in: parent, of: module)
      }
    }
  }

  private static func missing(_ value: JSONValue?, _ field: String, in object: JSONValue, of module: Module) -> Finding? {
    let path = module.manifest.source.path
    guard let value else {
      let start = object.span.lowerBound
      let help = field == "augment" ? "add `augment` with `characterCount` and `priority`" : "add `\(field)`"
      return finding(path, start..<(start + 1), "`\(field)` is missing", why: "loaders and catalogs need it", help: help)
    }
    let isEmpty = value.isNull || value.string?.trimmed.isEmpty == true || value.array?.isEmpty == true
    guard isEmpty else { return nil }
    return finding(path, value.span, "`\(field)` is empty", why: "loaders and catalogs need it", help: "fill in `\(field)`")
  }

  /// A file that holds a list or a text; one that is not JSON at all has been reported as such.
  private static func notAnObject(_ module: Module) -> [Finding] {
    guard let root = module.manifest.root, !module.manifest.faults.contains(where: \.breaksGrammar) else { return [] }
    let path = module.manifest.source.path
    return [finding(path, root.span, "`module.json` holds \(root.kind.name), not an object", help: "write `{ \"name\": … }`")]
  }
}
