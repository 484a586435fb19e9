package import Diagnostics
internal import Files
package import Library

package enum DependencyOutOfRange: Rule {
  package static let id = "dependency-out-of-range"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.error
  package static let summary = "A dependency has another version than the one asked for"
  package static let why = """
    The module was written against versions that the library does not hold: what it refers to may be gone or mean something else. \
    Read the dependency again, then widen the range.
    """
  package static let bad: Sample = """
    -- workflows/other/module.json --
    { "name": "other", "version": "1.0.0", "dependencies": { "workflows/demo": «"^2.0.0"» } }
    -- workflows/other/README.md --
    # Other
    """
  package static let good: Sample = """
    -- workflows/other/module.json --
    { "name": "other", "version": "1.0.0", "dependencies": { "workflows/demo": "^1.0.0" } }
    -- workflows/other/README.md --
    # Other
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module in
      firstFindings(module.manifest.dependencies) { dependency in
        guard let text = dependency.range, let range = VersionRange(text.value),
          let version = (library.module(dependency.id)?.manifest.version?.value).flatMap(Version.init), !range.contains(version)
        else { return nil }
        return finding(
          module.manifest.source.path,
          text.span,
          "`\(dependency.id)` has version \(version), which `\(text.value)` excludes",
          why: "the module was written against other versions",
          help: "check it against \(version), then write a range that holds it"
        )
      }
    }
  }
}
