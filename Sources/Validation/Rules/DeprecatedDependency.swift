package import Diagnostics
internal import Files
package import Library

package enum DeprecatedDependency: Rule {
  package static let id = "deprecated-dependency"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.warning
  package static let summary = "A module depends on a deprecated one"
  package static let why = """
    A deprecated module is no longer kept right, and one day it goes. Depend on the module that replaces it.
    """
  package static let bad: Sample = """
    -- workflows/old/module.json --
    { "name": "old", "version": "1.0.0", "deprecated": true, "replacedBy": "workflows/demo" }
    -- workflows/old/README.md --
    # Old
    -- workflows/other/module.json --
    { "name": "other", "version": "1.0.0", "dependencies": [«"workflows/old"»] }
    -- workflows/other/README.md --
    # Other
    """
  package static let good: Sample = """
    -- workflows/old/module.json --
    { "name": "old", "version": "1.0.0", "deprecated": true, "replacedBy": "workflows/demo" }
    -- workflows/old/README.md --
    # Old
    -- workflows/other/module.json --
    { "name": "other", "version": "1.0.0", "dependencies": ["workflows/demo"] }
    -- workflows/other/README.md --
    # Other
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.filter { $0.manifest.deprecation == nil }.flatMap { module in
      firstFindings(module.manifest.dependencies) { dependency in
        guard let deprecation = library.module(dependency.id)?.manifest.deprecation else { return nil }
        return finding(
          module.manifest.source.path,
          dependency.span,
          "`\(dependency.id)` is deprecated",
          why: deprecation.message.prefix(200).trimmed,
          help: deprecation.replacement.map { "depend on `\($0.value)`" } ?? "do without it"
        )
      }
    }
  }
}
