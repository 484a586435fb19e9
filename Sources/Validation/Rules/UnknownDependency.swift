package import Diagnostics
internal import Files
package import Library

package enum UnknownDependency: Rule {
  package static let id = "unknown-dependency"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.error
  package static let summary = "A dependency is no module of the library"
  package static let why = """
    A loader that follows the dependency finds nothing. Name a module of this library by its id, or declare a module that lives \
    elsewhere under `external` in `augury.yml`.
    """
  package static let bad = Sample.manifest(("[]", "[«\"workflows/dema\"»]"))
  package static let good = Sample.manifest(("[]", "[\"domain-rules/elsewhere\"]"))
    .with("-- augury.yml --\nexternal: [domain-rules/elsewhere]")

  package static func check(_ library: Library) -> [Finding] {
    let ids = library.modules.map(\.id)
    return library.modules.flatMap { module in
      firstFindings(module.manifest.dependencies) { dependency in
        guard library.module(dependency.id) == nil, library.configuration.external[dependency.id] == nil else { return nil }
        let (hint, help) = hint(for: dependency.id, among: ids.filter { $0 != module.id })
        return finding(
          module.manifest.source.path,
          dependency.span,
          "dependency `\(dependency.id)` is no module of this library" + hint,
          why: "whoever loads the module cannot load what it needs",
          help: help
        )
      }
    }
  }

  /// What was probably meant: the modules that have the name as the last part of their id, else the nearest id.
  private static func hint(for name: String, among ids: [String]) -> (hint: String, help: String) {
    let named = ids.filter { Path.name($0) == name }
    switch named.count {
    case 0:
      return (Spelling.suggestion(for: name, among: ids), "correct the id, or declare it under `external` in `augury.yml`")
    case 1: return ("; did you mean `\(named[0])`?", "write the whole id")
    default:
      let all = named.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
      return ("; \(named.count) modules have that short name: \(all)", "write the whole id of the one that is meant")
    }
  }
}
