package import Diagnostics
internal import Files
package import Library

package enum MissingReadme: Rule {
  package static let id = "missing-readme"
  package static let group = RuleGroup.agreement
  package static let severity = Severity.error
  package static let summary = "A module has no README.md"
  package static let why = """
    The README is the module's front page: on the code host, on the site, and for an agent that is handed the folder. The public \
    client refuses a module without one.
    """
  package static let bad: Sample = """
    -- workflows/other/module.json --
    {
      "name": "other",
      "version": "1.0.0",
      "displayName": "Other",
      "description": "A module that has no front page yet.",
      "type": "workflows",
      "tags": ["demo"],
      "augment": { "characterCount": 0, "priority": "low" }
    }
    """
  package static let good: Sample = """
    -- workflows/demo/README.md --
    # Demo

    ## Character Count

    ~0 characters
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.filter { $0.readme == nil }.map { module in
      finding(module.manifest.source.path, nil, "`\(module.label)` has no README.md", help: "add `\(module.path("README.md"))`")
    }
  }
}
