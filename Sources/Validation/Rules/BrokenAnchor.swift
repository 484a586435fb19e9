package import Diagnostics
internal import Files
package import Library
internal import Markdown

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

  /// What a link with an unknown anchor leads to.
  private struct Destination {
    let headings: [String]
    /// The anchors that HTML in the file makes: GitHub keeps them.
    let inHTML: Set<String>
    /// Whether a fence has swallowed headings.
    let isCut: Bool

    init(_ page: MarkdownFile?) {
      headings = page?.headings.prefix(1_000).map(\.id) ?? []
      inHTML = page.map { Destination.anchors(of: $0) } ?? []
      isCut = page?.fenceFault != nil
    }

    /// What stands as `id` or `name` in HTML.
    private static func anchors(of page: MarkdownFile) -> Set<String> {
      var anchors: Set<String> = []
      for node in page.document.nodes {
        switch node.kind {
        case .htmlBlock(let literal), .inlineHTML(let literal):
          for name in ["id=", "name="] {
            var rest = page.document.bytes(literal)
            while let found = rest.range(ofBytes: name.utf8) {
              let value = rest[found.upperBound...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
              anchors.insert(String(decoding: value.prefix { !"\"' >/".utf8.contains($0) }, as: UTF8.self))
              rest = rest[found.upperBound...]
            }
          }
        default: continue
        }
      }
      return anchors
    }
  }

  package static func check(_ library: Library) -> [Finding] {
    var destinations: [String: Destination] = [:]
    return findings(in: library) { reference, place, page in
      guard case .missingAnchor(let path, let anchor) = reference.target else { return nil }
      let destination =
        destinations[path] ?? Destination(library.module(containing: path)?.pages.first { $0.path == path })
      destinations[path] = destination
      guard !destination.isCut, !destination.inHTML.contains(anchor) else { return nil }
      return finding(
        reference.path,
        place,
        "no heading has the anchor `#\(anchor)`" + Spelling.suggestion(for: anchor, among: destination.headings),
        why: "`\(path)` has no such heading",
        help: "link to a heading that is there",
        fix: lowerCase(anchor, among: destination.headings, place, page)
      )
    }
  }

  /// The anchor in lower case, when a heading has that.
  private static func lowerCase(_ anchor: String, among headings: [String], _ place: Range<Int>, _ page: MarkdownFile) -> Fix? {
    let right = anchor.lowercased()
    guard headings.contains(right), right.utf8.count == anchor.utf8.count,
      let found = page.source.bytes[place].range(ofBytes: ("#" + anchor).utf8)
    else { return nil }
    return Fix(title: "write `#\(right)`", span: page.source.span(found), replacement: "#" + right)
  }
}
