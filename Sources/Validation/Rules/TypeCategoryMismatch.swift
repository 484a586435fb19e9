package import Diagnostics
internal import Files
package import Library

package enum TypeCategoryMismatch: Rule {
  package static let id = "type-category-mismatch"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.error
  package static let summary = "`type` is not the category that the module lies in"
  package static let why = """
    A module's category is the first folder of its id, and `type` names the same category: the public client looks a module up \
    by one and files it under the other. A module that says `domain-rules` and lies in `workflows/` is found by neither. \
    Checked under `preset: augx`.
    """
  package static let bad = Sample.manifest(("\"workflows\"", "«\"domain-rules\"»")).underAugx
  package static let good = Sample.manifest().underAugx

  package static func check(_ library: Library) -> [Finding] {
    guard library.configuration.preset == .augx else { return [] }
    return library.modules.filter { $0.id.contains("/") }.flatMap { module in
      [
        module.manifest.type.flatMap { mismatch($0, "type", of: module, in: library) },
        module.manifest.category.flatMap { mismatch($0, "augment.category", of: module, in: library) },
      ].compactMap { $0 }
    }
  }

  /// A type that is none is `unknown-type`'s matter, and another word in `augment.category` its author's own.
  private static func mismatch(_ field: Field<String>, _ name: String, of module: Module, in library: Library) -> Finding? {
    guard field.value != module.category, library.configuration.allowedTypes?.contains(field.value) == true else { return nil }
    return finding(
      module.manifest.source.path,
      field.span,
      "`\(name)` is `\(field.value)`, but the module lies in `\(module.category)`",
      why: "the public client expects the \(name == "type" ? "type" : "field") to be the category",
      help: "write `\"\(module.category)\"`, or move the module",
      severity: name == "type" ? nil : .warning
    )
  }
}
