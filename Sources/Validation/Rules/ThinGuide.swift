package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum ThinGuide: Rule {
  package static let id = "thin-guide"
  package static let group = RuleGroup.agreement
  package static let severity = Severity.error
  package static let summary = "A guide lacks what makes one: a heading, a list, a code block, 100 characters"
  package static let why = """
    A guide that shows nothing and lists no step is no help to an agent, and the public client refuses it: a Markdown file directly in \
    `rules/` needs at least 100 characters, a heading, a block fenced by backticks, and a list that starts at the beginning of a \
    line. Checked under `preset: augx`.
    """
  package static let bad: Sample = """
    -- augury.yml --
    preset: augx
    -- workflows/demo/rules/guide.md --
    # Guide

    A guide in a line.
    """
  package static let good = Sample.manifest().underAugx

  /// In UTF-16 units, as the public client counts.
  private static let fewest = 100

  package static func check(_ library: Library) -> [Finding] {
    guard library.configuration.preset == .augx else { return [] }
    return library.modules.flatMap { module in
      module.guides.compactMap { guide in
        let isDirect = Path.folder(guide.path) == module.path("rules")
        let lacks = isDirect && guide.isSound ? lacks(of: guide) : []
        guard !lacks.isEmpty else { return nil }
        return finding(
          guide.path,
          nil,
          "a guide with \(list(lacks))",
          why: "the public client refuses the module for it",
          help: "write the guide, or move the file out of `rules/`"
        )
      }
    }
  }

  private static func lacks(of guide: MarkdownFile) -> [String] {
    [
      guide.count.utf16 < fewest ? "\(guide.count.utf16) characters, fewer than \(fewest)" : nil,
      guide.headings.isEmpty ? "no heading" : nil, guide.hasBacktickFence ? nil : "no fenced code block", hasList(guide) ? nil : "no list",
    ].compactMap { $0 }
  }

  /// Whether a list starts at the beginning of a line.
  private static func hasList(_ guide: MarkdownFile) -> Bool {
    guide.document.children(of: 0).contains { index in
      let node = guide.document.nodes[index]
      guard case .list = node.kind else { return false }
      let line = guide.source.lineRange(at: node.span.lowerBound)
      return !line.isEmpty && guide.source.bytes[line.lowerBound] > 0x20
    }
  }

  private static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}
