package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum UnusedDefinition: Rule {
  package static let id = "unused-definition"
  package static let group = RuleGroup.links
  package static let severity = Severity.note
  package static let summary = "A link definition or a footnote is never used"
  package static let why = """
    Nobody sees it: either a link was taken out, or it is written with another label. Of two definitions of one label the first counts. \
    Comments that are written as definitions (`[//]: # (text)`) stay silent.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See [the steps][steps].

    [steps]: ../README.md
    «[staps]: https://example.org/steps»
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See [the steps][steps].

    [Steps]: ../README.md
    [//]: # (a comment)
    """

  package static func check(_ library: Library) -> [Finding] {
    library.pages.flatMap { page -> [Finding] in
      let definitions = LinkDefinitions(of: page).all
      guard !definitions.isEmpty else { return [] }
      let uses = Uses(of: page, definitions)
      var defined: Set<String> = []
      return firstFindings(definitions) { definition in
        let isSecond = !defined.insert(definition.key).inserted
        guard isSecond || !uses.contain(definition), !isComment(definition) else { return nil }
        return finding(
          page.path,
          definition.range,
          isSecond ? "`[\(definition.key.shortened)]` is defined a second time" : "nothing uses `[\(definition.key.shortened)]`",
          why: isSecond ? "the first definition counts" : "nobody sees where it leads",
          help: "take it out, or use it"
        )
      }
    }
  }

  /// `[//]: # (text)`, `[comment]: <> (text)`: what is never shown may hold a remark.
  private static func isComment(_ definition: LinkDefinitions.Definition) -> Bool {
    definition.destination.isEmpty || definition.destination.elementsEqual("#".utf8) || definition.key.hasPrefix("//")
      || definition.key.hasPrefix("comment") || definition.key.hasPrefix("_")
  }

  /// What stands between brackets anywhere in a page, and where its links lead: what is in neither is certainly not used.
  private struct Uses {
    private var labels: Set<String> = []
    private var destinations: Set<ArraySlice<UInt8>> = []

    init(of page: MarkdownFile, _ definitions: [LinkDefinitions.Definition]) {
      let bytes = page.source.bytes
      let own = Set(definitions.map(\.range.lowerBound))
      var open: Int?
      for index in bytes.indices {
        if bytes[index] == UInt8(ascii: "[") {
          open = own.contains(index) ? nil : index
        } else if bytes[index] == UInt8(ascii: "]"), let start = open {
          if index - start < 1_000 { labels.insert(ReferenceLabel.key(bytes[(start + 1)..<index])) }
          open = nil
        }
      }
      for node in page.document.nodes {
        switch node.kind {
        case .link(let destination, _), .image(let destination, _): destinations.insert(page.document.bytes(destination))
        default: continue
        }
      }
    }

    func contain(_ definition: LinkDefinitions.Definition) -> Bool {
      labels.contains(definition.key) || destinations.contains(definition.destination)
    }
  }
}
