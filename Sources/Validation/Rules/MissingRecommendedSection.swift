package import Diagnostics
package import Library
internal import Markdown

package enum MissingRecommendedSection: Rule {
  package static let id = "missing-recommended-section"
  package static let group = RuleGroup.agreement
  package static let severity = Severity.note
  package static let summary = "A README lacks a section that modules usually have"
  package static let why = """
    Beside the required sections readers look for what a module gives them and for what goes with it: headings that start with Key Benefits \
    (or Benefits, Features) and Related Modules (or See Also). Told once a README, under `preset: augx` where `sections` in `augury.yml` \
    names no others.
    """
  package static let bad = Sample.manifest().underAugx.with(
    """
    -- workflows/demo/README.md --
    # Demo

    ## Overview

    One guide and one example.

    ## Key Benefits

    It is short.

    ## Installation

    ```bash
    augx link workflows/demo
    ```

    ## Contents

    - `rules/guide.md`: how a module is written

    ## Usage

    Read the guide.

    ## Character Count

    ~0 characters
    """
  )
  package static let good = Sample.manifest().underAugx

  /// The sections that the specification's own README has beside the required ones (`seed.md`), each with what else they are called.
  private static let sections: [(name: String, starts: [String])] = [
    ("Key Benefits", ["key benefits", "benefits", "key features", "features", "highlights", "why"]),
    ("Related Modules", ["related", "see also"]),
  ]

  package static func check(_ library: Library) -> [Finding] {
    guard library.configuration.preset == .augx, library.configuration.sections == nil else { return [] }
    return library.modules.compactMap { module in
      guard let readme = module.readme, readme.isSound else { return nil }
      let missing = sections.filter { section in !section.starts.contains { readme.heading(startingWith: $0) != nil } }
      guard !missing.isEmpty else { return nil }
      let names = missing.map { "`\($0.name)`" }.joined(separator: " and ")
      return finding(
        readme.path,
        nil,
        "no section \(names)",
        why: "readers of a module look for it",
        help: missing.map { "add `## \($0.name)`" }.joined(separator: ", ")
      )
    }
  }
}
