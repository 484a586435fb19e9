package import Diagnostics
package import Library
internal import Markdown

package enum EmptyLink: Rule {
  package static let id = "empty-link"
  package static let group = RuleGroup.links
  package static let severity = Severity.warning
  package static let summary = "A link leads nowhere, or has nothing to click on"
  package static let why = """
    `[text]()` and `[text](#)` take a reader to the page that they are on, and `[](guide.md)` shows nothing at all. Both are what is left \
    of a link that somebody meant to finish.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See «[the steps]()» and «[the end](#)»«[](../README.md)».
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See [the steps](../README.md) and [the start](#guide).
    """

  package static func check(_ library: Library) -> [Finding] {
    findings(in: library) { reference, place, page in
      guard reference.form == .link || reference.form == .image else { return nil }
      let isNowhere = reference.written.isEmpty || reference.written == "#"
      guard isNowhere || (reference.form == .link && isInvisible(reference.node, in: page.document)) else { return nil }
      return finding(
        reference.path,
        place,
        isNowhere
          ? "this \(reference.form == .link ? "link" : "picture") has no address"
          : "the link to `\(reference.written.shortened)` has no text",
        why: isNowhere ? "it leads to the page that it stands on" : "a reader sees nothing to click on",
        help: isNowhere ? "write where it leads, or take it out" : "write a text between its brackets"
      )
    }
  }

  /// Whether a link holds neither text nor a picture.
  private static func isInvisible(_ link: Int, in document: Document) -> Bool {
    let inside = (link + 1)..<Int(document.nodes[link].end)
    return inside.allSatisfy { index in
      switch document.nodes[index].kind {
      case .text(let text), .code(let text): document.bytes(text).allSatisfy { $0 <= 0x20 }
      case .image, .inlineHTML, .footnoteReference: false
      default: true
      }
    }
  }
}
