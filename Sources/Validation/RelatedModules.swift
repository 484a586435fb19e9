internal import Files
internal import Library
internal import Markdown

/// The modules that a page calls related: bold text and code spans under headings such as `Related Modules` and `Dependencies`.
enum RelatedModules {
  private static let words = ["related", "dependenc", "see also"].map { Array($0.utf8) }

  /// Each name with its place, in order.
  static func named(in page: MarkdownFile) -> [(id: String, place: Range<Int>)] {
    var names: [(id: String, place: Range<Int>)] = []
    var end = 0
    for (position, heading) in page.headings.enumerated() where heading.node >= end && isAboutModules(heading.title) {
      end = page.headings[(position + 1)...].first { $0.level <= heading.level }?.node ?? page.document.nodes.count
      names += self.names(in: heading.node..<end, of: page)
    }
    return names
  }

  private static func isAboutModules(_ title: String) -> Bool {
    guard title.utf8.count < 60 else { return false }
    let title = title.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return words.contains { title.range(ofBytes: $0) != nil }
  }

  private static func names(in nodes: Range<Int>, of page: MarkdownFile) -> [(id: String, place: Range<Int>)] {
    let document = page.document
    var names: [(id: String, place: Range<Int>)] = []
    // A link says itself where it leads.
    var linkEnd = 0
    for index in nodes where index >= linkEnd {
      switch document.nodes[index].kind {
      case .link: linkEnd = Int(document.nodes[index].end)
      case .code(let literal) where document.bytes(literal).contains(UInt8(ascii: "/")):
        names.append((document.string(literal), document.nodes[index].span))
      case .strong:
        // A code span in bold text speaks for itself.
        guard index + 1 < nodes.upperBound, case .text(let literal) = document.nodes[index + 1].kind,
          document.bytes(literal).contains(UInt8(ascii: "/"))
        else { continue }
        let text = document.plainText(of: index).trimmed
        names.append((text.hasSuffix(":") ? String(text.dropLast()) : text, document.nodes[index].span))
      default: continue
      }
    }
    return names
  }
}
