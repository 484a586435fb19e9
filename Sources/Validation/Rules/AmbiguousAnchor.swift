package import Diagnostics
package import Library
internal import Markdown

package enum AmbiguousAnchor: Rule {
  package static let id = "ambiguous-anchor"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.warning
  package static let summary = "A link leads to one of several headings of the same text"
  package static let why = """
    `#usage` is the first heading `Usage`; the second is `#usage-1`, and both change places when a section moves. Headings may repeat as \
    long as nothing links to them; a page that links to each of them, as a table of contents does, means what it says.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See «[how it is used](#usage)».

    ## One

    ### Usage

    Text.

    ## Two

    ### Usage

    Text.
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See [how it is used](#usage-of-two).

    ## One

    ### Usage of One

    Text.

    ## Two

    ### Usage of Two

    Text.
    """

  package static func check(_ library: Library) -> [Finding] {
    let pages = Dictionary(library.pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let linked = library.references.compactMap(anchor)
    guard !linked.isEmpty else { return [] }
    var repeats: [String: [String: Int]] = [:]
    for path in Set(linked.map(\.path)) { repeats[path] = pages[path].map(repeated) }
    let numbered = Set(
      library.references.compactMap { reference in anchor(reference).map { Link(from: reference.path, to: $0.path, anchor: $0.anchor) } }
    )
    return findings(in: library) { reference, place, page in
      guard let (path, anchor) = anchor(reference), let count = repeats[path]?[anchor], count > 1 else { return nil }
      let isListed = (1..<min(count, 10)).contains { numbered.contains(Link(from: page.path, to: path, anchor: "\(anchor)-\($0)")) }
      guard !isListed else { return nil }
      return finding(
        page.path,
        place,
        "\(count) headings have the anchor `#\(anchor.shortened)`, apart from a number",
        why: "the link leads to the first of them, in `\(path)`",
        help: "give the heading that is meant a text of its own"
      )
    }
  }

  private struct Link: Hashable {
    let from: String
    let to: String
    let anchor: String
  }

  private static func anchor(_ reference: Reference) -> (path: String, anchor: String)? {
    guard case .page(let path, let anchor?) = reference.target else { return nil }
    return (path, anchor)
  }

  /// How many headings of a page have each anchor, numbers left aside; only anchors of several.
  private static func repeated(in page: MarkdownFile) -> [String: Int] {
    // A repeated anchor ends in a number.
    let mayRepeat = page.headings.contains { $0.id.utf8.last.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false }
    guard mayRepeat, page.role != .changelog else { return [:] }
    let counts = Dictionary(page.headings.map { (Slugs.slug(of: $0.title), 1) }, uniquingKeysWith: +)
    return counts.filter { $0.value > 1 }
  }
}
