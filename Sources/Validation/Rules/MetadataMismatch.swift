package import Diagnostics
internal import Files
internal import JSON
package import Library

package enum MetadataMismatch: Rule {
  package static let id = "metadata-mismatch"
  package static let group = RuleGroup.agreement
  package static let severity = Severity.error
  package static let summary = "`metadata.json` contradicts `module.json`"
  package static let why = """
    The two files describe one module, and tools read either of them. `module.json` is the one that loaders go by. Versions and \
    character counts have rules of their own; a field that stands in one of the files only is no contradiction.
    """
  package static let bad: Sample = """
    -- workflows/demo/metadata.json --
    { "name": «"dome"», "description": «null», "tags": «["demo", "sql"]», "type": "workflows" }
    """
  package static let good: Sample = """
    -- workflows/demo/metadata.json --
    { "name": "demo", "tags": ["demo"], "lastUpdated": null }
    """

  /// A version that is there is judged by `version-mismatch`; one that is null says nothing there.
  private static let fields = ["name", "displayName", "version", "description", "type", "tags", "dependencies"]

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module -> [Finding] in
      guard let metadata = module.metadata, let root = metadata.root, let main = module.manifest.root else { return [] }
      return fields.compactMap { field in
        guard let other = root[field], let value = main[field], !value.isNull, let what = difference(field, other, value) else {
          return nil
        }
        return finding(
          metadata.source.path,
          other.span,
          "`\(field)` \(what)",
          why: "the two files describe one module",
          help: "write here what `module.json` says, or correct it there"
        )
      }
    }
  }

  /// How the value of a field in `metadata.json` differs from the one in `module.json`; nil when it does not. Values of wrong types
  /// are other rules' matter.
  private static func difference(_ field: String, _ other: JSONValue, _ value: JSONValue) -> String? {
    if other.isNull { return "is null, but `module.json` has a value" }
    if let other = other.string, let value = value.string {
      guard field != "version", other.trimmed != value.trimmed else { return nil }
      return "is `\(shown(other))`; `module.json` says `\(shown(value))`"
    }
    guard let other = strings(other), let value = strings(value) else { return nil }
    let (others, values) = (Set(other), Set(value))
    let parts = [
      other.first { !values.contains($0) }.map { "has `\(shown($0))`, which `module.json` has not" },
      value.first { !others.contains($0) }.map { "lacks `\(shown($0))`" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", and ")
  }

  /// The texts of a list, or the keys of an object.
  private static func strings(_ value: JSONValue) -> [String]? {
    value.array.map { $0.compactMap(\.string) } ?? value.object.map { $0.map(\.key) }
  }

  private static func shown(_ text: String) -> String {
    text.count > 60 ? text.prefix(60) + "…" : text
  }
}
