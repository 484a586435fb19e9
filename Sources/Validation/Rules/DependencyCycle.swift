package import Diagnostics
internal import Files
package import Library

package enum DependencyCycle: Rule {
  package static let id = "dependency-cycle"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.error
  package static let summary = "A module depends on itself, directly or through others"
  package static let why = """
    A loader that follows dependencies first never comes to an end, or stops halfway. Of modules that all need one another one \
    shortest circle is reported, in the first of them; take out the dependency that the reader can do without.
    """
  package static let bad: Sample = """
    -- workflows/one/module.json --
    { "name": "one", "version": "1.0.0", "dependencies": [«"workflows/two"»] }
    -- workflows/one/README.md --
    # One
    -- workflows/two/module.json --
    { "name": "two", "version": "1.0.0", "dependencies": ["workflows/one"] }
    -- workflows/two/README.md --
    # Two
    -- workflows/zero/module.json --
    { "name": "zero", "version": "1.0.0", "dependencies": [«"workflows/zero"»] }
    -- workflows/zero/README.md --
    # Zero
    """
  package static let good: Sample = """
    -- workflows/one/module.json --
    { "name": "one", "version": "1.0.0", "dependencies": ["workflows/two", "workflows/demo"] }
    -- workflows/one/README.md --
    # One
    -- workflows/two/module.json --
    { "name": "two", "version": "1.0.0", "dependencies": ["workflows/demo"] }
    -- workflows/two/README.md --
    # Two
    """

  package static func check(_ library: Library) -> [Finding] {
    let own = library.modules.compactMap { module in
      module.manifest.dependencies.first { $0.id == module.id }.map { dependency in
        finding(module.manifest.source.path, dependency.span, "`\(module.label)` depends on itself", help: "remove the dependency")
      }
    }
    return own + DependencyGraph(library).circles().compactMap { circle(circle: $0.map { library.modules[$0] }) }
  }

  /// Modules of a circle that are shown.
  private static let mostShown = 8

  private static func circle(circle modules: [Module]) -> Finding? {
    guard modules.count > 1, let dependency = modules[0].manifest.dependencies.first(where: { $0.id == modules[1].id }) else { return nil }
    let shown = modules.prefix(mostShown).map { "`\($0.label)`" } + (modules.count > mostShown ? ["…"] : [])
    return finding(
      modules[0].manifest.source.path,
      dependency.span,
      "dependencies run in a circle: \((shown + ["`\(modules[0].label)`"]).joined(separator: " needs "))",
      why: "no order loads each module after what it needs",
      help: "remove the dependency that can be done without"
    )
  }
}
