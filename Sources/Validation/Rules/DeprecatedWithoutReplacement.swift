package import Diagnostics
internal import Files
package import Library

package enum DeprecatedWithoutReplacement: Rule {
  package static let id = "deprecated-without-replacement"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.warning
  package static let summary = "A deprecated module does not say what to use instead"
  package static let why = """
    Whoever uses the module learns that it must go, and not where to. Name the module that replaces it in `replacedBy`; a text in \
    `deprecated` that names one will do.
    """
  package static let bad = Sample.manifest(("\"tags\"", "\"deprecated\": «true»,\n  \"tags\""))
  package static let good: Sample = """
    -- workflows/old/module.json --
    { "name": "old", "version": "1.0.0", "deprecated": "Use `workflows/demo`." }
    -- workflows/old/README.md --
    # Old
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.compactMap { module in
      guard let deprecation = module.manifest.deprecation else { return nil }
      let path = module.manifest.source.path
      guard let replacement = deprecation.replacement else {
        guard !namesModule(deprecation.message, in: library) else { return nil }
        return finding(
          path,
          deprecation.span,
          "`\(module.label)` is deprecated, and nothing is said to replace it",
          help: "name a module in `replacedBy`"
        )
      }
      let isOwn = replacement.value == module.id
      guard isOwn || !isKnown(replacement.value, in: library) else { return nil }
      let ids = library.modules.map(\.id).filter { $0 != module.id }
      return finding(
        path,
        replacement.span,
        isOwn
          ? "`replacedBy` names the module itself"
          : "`replacedBy` names `\(replacement.value)`, which is no module of this library"
            + Spelling.suggestion(for: replacement.value, among: ids),
        help: "name the module to use instead, or declare it under `external` in `augury.yml`"
      )
    }
  }

  private static func isKnown(_ id: String, in library: Library) -> Bool {
    library.module(id) != nil || library.configuration.external[id] != nil
  }

  private static func namesModule(_ text: String, in library: Library) -> Bool {
    text.split { $0.isWhitespace || "`'\",;()".contains($0) }.contains { word in
      let id = word.last == "." || word.last == ":" ? word.dropLast() : word
      return id.contains("/") && isKnown(String(id), in: library)
    }
  }
}
