package import Diagnostics
internal import Files
package import Library

package enum UnknownType: Rule {
  package static let id = "unknown-type"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.error
  package static let summary = "`type` is none of the types that there are"
  package static let why = """
    The public client refuses a module of a type that it does not know; `workflow` for `workflows` is the usual slip. Its types are \
    `coding-standards`, `domain-rules`, `examples`, `marketing-standards`, `themes`, `workflows` and `writing-standards`; a library \
    names others under `types` in `augury.yml`. Under `preset: none` without `types` every type is allowed.
    """
  package static let bad = Sample.manifest(("\"workflows\"", "«\"workflow\"»")).underAugx
  package static let good = Sample.manifest(("\"workflows\"", "\"procedure\"")).with("-- augury.yml --\npreset: none\ntypes: [procedure]")

  package static func check(_ library: Library) -> [Finding] {
    guard let types = library.configuration.allowedTypes else { return [] }
    return library.modules.flatMap { module -> [Finding] in
      var findings: [Finding] = []
      if let type = module.manifest.type, !types.contains(type.value), !type.value.trimmed.isEmpty {
        findings.append(finding(type, "type", of: module, among: types))
      }
      // Any other word in `augment.category` is its author's own.
      if let category = module.manifest.category, !types.contains(category.value), slip(category.value, among: types) != nil {
        findings.append(finding(category, "augment.category", of: module, among: types))
      }
      return findings
    }
  }

  private static func finding(_ field: Field<String>, _ name: String, of module: Module, among types: [String]) -> Finding {
    finding(
      module.manifest.source.path,
      field.span,
      "`\(name)` is `\(field.value)`, which is no type" + Spelling.suggestion(for: field.value, among: types),
      why: name == "type" ? "the public client refuses the module" : "the field names the category once more",
      help: "write one of \(types.map { "`\($0)`" }.joined(separator: ", "))",
      fix: fix(for: field, of: module, among: types),
      severity: name == "type" ? nil : .warning
    )
  }

  /// Right where the module does not lie in the folder of another type.
  private static func fix(for field: Field<String>, of module: Module, among types: [String]) -> Fix? {
    guard let type = slip(field.value, among: types), type == module.category || !types.contains(module.category) else { return nil }
    return Fix(title: "write `\(type)`", span: module.manifest.source.span(field.span), replacement: "\"\(type)\"")
  }

  /// The type that a word is one edit away from.
  private static func slip(_ word: String, among types: [String]) -> String? {
    guard let nearest = Spelling.nearest(to: word, among: types) else { return nil }
    return Spelling.distance(word.lowercased(), nearest) <= 1 ? nearest : nil
  }
}
