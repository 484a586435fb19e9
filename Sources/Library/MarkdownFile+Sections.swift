internal import Markdown

/// Headings with what stands under them.
extension MarkdownFile {
  /// The first heading that starts with some words, whatever their case.
  ///
  /// - Parameter words: in lower case.
  package func heading(startingWith words: String) -> Heading? {
    let start = words.utf8.first ?? 0
    return headings.first { heading in
      guard let first = heading.title.utf8.first, first >= 0x80 || start >= 0x80 || first | 0x20 == start | 0x20 else { return false }
      // Lower case may have other lengths than upper case, so a little more than the words is looked at.
      return heading.title.prefix(2 * words.count).lowercased().hasPrefix(words)
    }
  }

  /// The block right under a heading; nil when that is another heading, the end, or when the heading stands inside another block.
  package func firstBlock(under heading: Heading) -> Int? {
    let next = Int(document.nodes[heading.node].end)
    guard next < document.nodes.count, document.children(of: 0).contains(heading.node) else { return nil }
    if case .heading = document.nodes[next].kind { return nil }
    return next
  }

  /// The indices of the nodes between a heading and the next one of its level or above.
  package func nodes(under heading: Heading) -> Range<Int> {
    let start = Int(document.nodes[heading.node].end)
    let next = headings.first { $0.node > heading.node && $0.level <= heading.level }
    return start..<max(start, next?.node ?? document.nodes.count)
  }
}
