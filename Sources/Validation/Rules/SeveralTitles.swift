package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum SeveralTitles: Rule {
  package static let id = "several-titles"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.warning
  package static let summary = "A page has more than one heading of level 1"
  package static let why = """
    The heading of level 1 is the title of the page: catalogs, search and agents take the first and lose the others. Make the others level \
    2, or split the file. Told once a file, and not of a log of changes, where some tools give each version a title.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    «# Another Guide»

    Text.
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ## Another Part

    Text.
    """

  private static let logs: Set<String> = [
    "changelog.md", "changes.md", "history.md", "news.md", "release-notes.md", "release_notes.md", "releases.md",
  ]

  package static func check(_ library: Library) -> [Finding] {
    library.pages.compactMap { page in
      let titles = page.headings.filter { $0.level == 1 && $0.isTopLevel }
      guard titles.count > 1, let first = titles.first, !logs.contains(page.source.name.lowercased()) else { return nil }
      return finding(
        page.path,
        page.document.nodes[titles[1].node].span,
        "a second title" + (titles.count > 2 ? "; \(titles.count) headings of this page have level 1" : ""),
        why: "the title of the page is `\(first.title.shortened)`",
        help: "make it level 2, or a page of its own"
      )
    }
  }
}
