package import Diagnostics
internal import Files
package import Library

package enum IncompleteModule: Rule {
  package static let id = "incomplete-module"
  package static let group = RuleGroup.agreement
  package static let severity = Severity.error
  package static let summary = "A module has no guides, or no examples"
  package static let why = """
    The public client loads the Markdown files that lie directly in `rules/`, and refuses a module that has none, or nothing in \
    `examples/`. Checked under `preset: augx`.
    """
  package static let bad: Sample = """
    -- augury.yml --
    preset: augx
    -- workflows/other/module.json --
    {
      "name": "other",
      "version": "1.0.0",
      "displayName": "Other",
      "description": "A module with nothing but a front page.",
      "type": "workflows",
      "tags": ["demo"],
      "augment": { "characterCount": 0, "priority": "low" }
    }
    -- workflows/other/README.md --
    # Other

    ## Overview

    A front page.

    ## Key Benefits

    It is short.

    ## Contents

    Nothing yet.

    ## Usage

    Read this page.

    ## Related Modules

    There are none.

    ## Installation

    ```bash
    augx link workflows/other
    ```

    ## Character Count

    ~0 characters
    """
  package static let good = Sample.manifest().underAugx

  package static func check(_ library: Library) -> [Finding] {
    guard library.configuration.preset == .augx else { return [] }
    return library.modules.flatMap { module -> [Finding] in
      let hasGuide = module.files.contains { $0.hasPrefix("rules/") && $0.hasSuffix(".md") && !$0.dropFirst(6).contains("/") }
      let hasExample = module.files.contains { $0.hasPrefix("examples/") }
      return [
        hasGuide ? nil : finding(module, "has no guide", help: "add one as a Markdown file directly in `rules/`"),
        hasExample ? nil : finding(module, "has no example", help: "add a file to `examples/`"),
      ].compactMap { $0 }
    }
  }

  private static func finding(_ module: Module, _ what: String, help: String) -> Finding {
    finding(module.manifest.source.path, nil, "`\(module.label)` \(what)", why: "the public client refuses the module", help: help)
  }
}
