package import Diagnostics
internal import Files
package import Library

package enum DuplicateName: Rule {
  package static let id = "duplicate-name"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.warning
  package static let summary = "Two modules of the library have the same `name`"
  package static let why = """
    The public client finds modules by `name` as well as by id: with two of one name it shows, or links, either of them. Modules \
    may well lie in folders of the same name in different categories.
    """
  package static let bad: Sample = """
    -- workflows/other/module.json --
    { "name": «"demo"», "version": "1.0.0" }
    -- workflows/other/README.md --
    # Other
    """
  package static let good: Sample = """
    -- domain-rules/demo/module.json --
    { "name": "demo-rules", "version": "1.0.0" }
    -- domain-rules/demo/README.md --
    # Other
    """

  package static func check(_ library: Library) -> [Finding] {
    var owners: [String: Module] = [:]
    return library.modules.compactMap { module in
      guard let name = module.manifest.name, !name.value.trimmed.isEmpty else { return nil }
      guard let owner = owners[name.value] else {
        owners[name.value] = module
        return nil
      }
      return finding(
        module.manifest.source.path,
        name.span,
        "`\(owner.label)` has the name `\(name.value)` too",
        why: "whoever asks for `\(name.value)` gets either of them",
        help: "give each module a name of its own"
      )
    }
  }
}
