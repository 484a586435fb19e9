package import Diagnostics
internal import Files
package import Library

package enum InvalidRange: Rule {
  package static let id = "invalid-range"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.warning
  package static let summary = "The version that a dependency asks for is no range"
  package static let why = """
    Nobody can tell whether the module that is there will do. Ranges are those of npm: `^1.2.0`, `~1.2`, `>=1.2 <2`, `1.x`, \
    `1.2 - 1.4`, `^1 || ^2`, `*`.
    """
  package static let bad: Sample = """
    -- workflows/other/module.json --
    { "name": "other", "version": "1.0.0", "dependencies": { "workflows/demo": «"latest"» } }
    -- workflows/other/README.md --
    # Other
    """
  package static let good: Sample = """
    -- workflows/other/module.json --
    { "name": "other", "version": "1.0.0", "dependencies": { "workflows/demo": ">=1.0 <2 || 3.x" } }
    -- workflows/other/README.md --
    # Other
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module in
      firstFindings(module.manifest.dependencies) { dependency in
        guard let range = dependency.range, VersionRange(range.value) == nil else { return nil }
        return finding(
          module.manifest.source.path,
          range.span,
          "`\(range.value)` is no range of versions",
          why: "which versions of `\(dependency.id)` will do cannot be told",
          help: "write a range such as `^1.2.0`, or `*` for any version"
        )
      }
    }
  }
}
