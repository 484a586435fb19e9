package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum EmptySection: Rule {
  package static let id = "empty-section"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.warning
  package static let summary = "A heading has nothing under it"
  package static let why = """
    The outline promises what the page does not hold; whoever follows it finds nothing. A heading over headings of a lower level is no empty \
    section, nor is one over a comment, over link definitions, or one that is a line of links itself.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    «## Details»

    ## More

    Text.
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ## Details

    ### First Detail

    Text.
    """

  package static func check(_ library: Library) -> [Finding] {
    library.pages.filter { $0.role != .changelog }.flatMap { page -> [Finding] in
      let headings = page.headings.filter(\.isTopLevel)
      // A page that is nothing but a title promises nothing.
      guard headings.count > 1 else { return [] }
      return firstFindings(headings.indices) { index in
        let heading = headings[index]
        let next = index + 1 < headings.count ? headings[index + 1] : nil
        guard next.map({ $0.level <= heading.level }) ?? true, isBlank(page, heading, next), !isWhole(heading, in: page),
          !isSubtitle(index, of: headings, in: page)
        else { return nil }
        return finding(
          page.path,
          page.document.nodes[heading.node].span,
          "nothing stands under this heading",
          why: next == nil ? "the file ends here" : "the next heading of its level or above follows at once",
          help: "write the section, or remove its heading"
        )
      }
    }
  }

  /// Whether there is nothing but white space, and lines to part sections, between a heading and the next one.
  private static func isBlank(_ page: MarkdownFile, _ heading: Heading, _ next: Heading?) -> Bool {
    let start = page.document.nodes[heading.node].span.upperBound
    let end = next.map { page.document.nodes[$0.node].span.lowerBound } ?? page.source.bytes.count
    return page.source.bytes[start..<max(start, end)].allSatisfy { $0 <= 0x20 || "-*_".utf8.contains($0) }
  }

  /// Whether a heading says all there is to say: it holds links, images or HTML, or is a sentence.
  private static func isWhole(_ heading: Heading, in page: MarkdownFile) -> Bool {
    if let last = heading.title.last, "!.".contains(last) { return true }
    return page.document.nodes[heading.node..<Int(page.document.nodes[heading.node].end)].contains { node in
      switch node.kind {
      case .link, .image, .inlineHTML: true
      default: false
      }
    }
  }

  /// Whether a heading right under the title says more about it.
  private static func isSubtitle(_ index: Int, of headings: [Heading], in page: MarkdownFile) -> Bool {
    index == 1 && headings[0].level == 1 && headings.count > 2 && isBlank(page, headings[0], headings[1])
  }
}
