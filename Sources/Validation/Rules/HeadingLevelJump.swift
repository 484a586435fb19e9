package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum HeadingLevelJump: Rule {
  package static let id = "heading-level-jump"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.warning
  package static let summary = "A heading skips a level"
  package static let why = """
    Readers, screen readers and agents take the levels for the outline of a page: a level that is left out is a chapter that seems to be \
    missing. The first heading of a file may have any level, and a changelog is written by tools with habits of their own.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    «### Details»

    Text.
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ## Details

    Text.
    """

  package static func check(_ library: Library) -> [Finding] {
    library.pages.filter { $0.role != .changelog }.flatMap { page in
      let headings = page.headings.filter(\.isTopLevel)
      return firstFindings(zip(headings, headings.dropFirst())) { before, heading in
        guard heading.level > before.level + 1, !hasHTMLHeading(page, between: before, heading) else { return nil }
        return finding(
          page.path,
          page.document.nodes[heading.node].span,
          "a heading of level \(heading.level) under one of level \(before.level)",
          why: "level \(before.level + 1) is left out",
          help: "make it level \(before.level + 1), or write the heading between"
        )
      }
    }
  }

  /// Whether HTML between two headings has one of its own.
  private static func hasHTMLHeading(_ page: MarkdownFile, between first: Heading, _ second: Heading) -> Bool {
    page.document.nodes[first.node..<second.node].contains { node in
      switch node.kind {
      case .htmlBlock(let literal), .inlineHTML(let literal): page.document.bytes(literal).range(ofBytes: "<h".utf8) != nil
      default: false
      }
    }
  }
}
