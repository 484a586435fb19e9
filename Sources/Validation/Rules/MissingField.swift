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
  package static let bad = Sample.manifest(("{\n", "«{»\n"), ("\"Demo\"", "«\"\"»"), ("  \"type\": \"workflows\",\n", ""))
  package static let good = Sample.manifest()

  package static func check(_ library: Library) -> [Finding] {
    let isStrict = library.configuration.preset == .augx
    let fields = isStrict ? ["name", "version", "displayName", "description", "type", "tags"] : ["name", "version"]
    return library.modules.flatMap { module -> [Finding] in
      guard let root = module.manifest.root, root.object != nil else { return notAnObject(module) }
      var findings = fields.compactMap { field in
        missing(root[field == "tags" && root["tags"] == nil ? "keywords" : field], field, in: root, of: module)
      }
      if isStrict, let augment = root["augment"], augment.object != nil {
        findings += [missing(augment["priority"], "augment.priority", in: augment, of: module)].compactMap { $0 }
      } else if isStrict {
        findings += [missing(root["augment"], "augment", in: root, of: module)].compactMap { $0 }
      }
      return findings
    }
  }

  private static func missing(_ value: JSONValue?, _ field: String, in object: JSONValue, of module: Module) -> Finding? {
    let path = module.manifest.source.path
    guard let value else {
      let start = object.span.lowerBound
      return finding(path, start..<(start + 1), "`\(field)` is missing", why: "loaders and catalogs need it", help: "add `\(field)`")
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
