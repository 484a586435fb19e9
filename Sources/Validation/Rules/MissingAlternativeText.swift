package import Diagnostics
package import Library
internal import Markdown

package enum MissingAlternativeText: Rule {
  package static let id = "missing-alternative-text"
  package static let group = RuleGroup.links
  package static let severity = Severity.warning
  package static let summary = "A picture has no text that stands for it"
  package static let why = """
    Who cannot see the picture, a person with a screen reader or an agent that reads Markdown, learns nothing of it. Say between the \
    brackets what it shows (WCAG 2.2, 1.1.1).
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - The flow: «![](https://example.org/flow.png)»
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - The flow: ![a request goes from the queue to a worker](https://example.org/flow.png)
    """

  package static func check(_ library: Library) -> [Finding] {
    library.pages.flatMap { page in
      firstFindings(library.references(in: page.path)) { reference in
        guard reference.form == .image, !reference.written.isEmpty, page.document.plainText(of: reference.node).trimmed.isEmpty else {
          return nil
        }
        return finding(
          reference.path,
          reference.range,
          "the picture `\(reference.written.shortened)` has no alternative text",
          why: "who cannot see it learns nothing of it",
          help: "say between the brackets what it shows"
        )
      }
    }
  }
}
