package import Diagnostics
package import Library

package enum BrokenAnchor: Rule {
  package static let id = "broken-anchor"
  package static let group = RuleGroup.links
  package static let severity = Severity.error
  package static let summary = "A link names a heading that the file does not have"
  package static let why = """
    The reader lands at the top of the page and has to search. Anchors follow GitHub's rules: lower case, punctuation dropped, \
    spaces to hyphens, a repeated heading gets `-1`.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See «[the count](../README.md#character-cuont)».
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See [the count](../README.md#character-count).
    """

  package static func check(_ library: Library) -> [Finding] {
    library.pages.flatMap { page in
      firstFindings(library.references(in: page.path)) { reference in
        guard case .missingAnchor(let path, let anchor) = reference.target else { return nil }
        let target = library.module(containing: path)?.pages.first { $0.path == path }
        let anchors = target?.headings.prefix(1_000).map(\.id) ?? []
        return finding(
          reference.path,
          reference.range,
          "no heading has the anchor `#\(anchor)`" + Spelling.suggestion(for: anchor, among: anchors),
          why: "`\(path)` has no such heading",
          help: "link to a heading that is there"
        )
      }
    }
  }
}
