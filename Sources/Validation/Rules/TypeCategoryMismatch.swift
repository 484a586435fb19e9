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
  package static let bad = Sample.manifest(("\"workflows\"", "«\"workflow\"»"))
  package static let good = Sample.manifest()

  package static func check(_ library: Library) -> [Finding] {
    guard library.configuration.preset == .augx else { return [] }
    return library.modules.compactMap { module in
      guard let type = module.manifest.type, !type.value.trimmed.isEmpty, type.value != module.category else { return nil }
      guard module.id.contains("/") else { return nil }
      return finding(
        module.manifest.source.path,
        type.span,
        "`type` is `\(type.value)`, but the module lies in `\(module.category)`",
        why: "the public client expects the type to be the category",
        help: "write `\"type\": \"\(module.category)\"`, or move the module"
      )
    }
  }
}
