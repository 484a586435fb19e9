internal import Files
internal import Markdown

/// A comment in Markdown that speaks to Augury: `<!-- augury: NAME TEXT -->` (`product.md` section 4).
package struct Directive: Sendable, Hashable {
  /// The word behind `augury:`; empty when there is none.
  package let name: String
  /// What stands behind the name, with one space for every run of white space.
  package let text: String
  /// The bytes of the comment.
  package let range: Range<Int>
  /// Whether it stands on lines of its own: not in a paragraph, nor in other HTML.
  package let isAlone: Bool

  private static let opener = Array("<!--".utf8)
  private static let closer = Array("-->".utf8)
  private static let mark = "augury:"

  /// The directives of a file in the order of its tree. What stands in code is text and none.
  ///
  /// - Complexity: linear; a file without a comment is only searched for one.
  package static func all(in page: MarkdownFile) -> [Directive] {
    guard page.source.bytes.range(ofBytes: opener) != nil else { return [] }
    return page.document.nodes.flatMap { node -> [Directive] in
      switch node.kind {
      case .htmlBlock(let literal): read(page.document.bytes(literal), in: node, of: page, isBlock: true)
      case .inlineHTML(let literal): read(page.document.bytes(literal), in: node, of: page, isBlock: false)
      default: []
      }
    }
  }

  /// Whether a block of HTML is nothing but comments.
  package static func isComment(_ literal: ArraySlice<UInt8>) -> Bool {
    comments(in: literal).isAll
  }

  /// The directives of one piece of HTML. Its literal has no markers of quotations in it; places are looked up in the source.
  private static func read(_ literal: ArraySlice<UInt8>, in node: Node, of page: MarkdownFile, isBlock: Bool) -> [Directive] {
    let (contents, isAll) = comments(in: literal)
    var place = page.source.bytes[node.span]
    return contents.compactMap { content in
      guard let start = place.range(ofBytes: opener) else { return nil }
      place = place[start.upperBound...]
      let end = place.range(ofBytes: closer)?.upperBound ?? place.endIndex
      place = place[end...]
      let words = String(decoding: content, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      guard let first = words.first, first.hasPrefix(mark) else { return nil }
      let rest = (first == mark ? [] : [first.dropFirst(mark.count)]) + words.dropFirst()
      return Directive(
        name: rest.first.map(String.init) ?? "",
        text: rest.dropFirst().joined(separator: " "),
        range: start.lowerBound..<end,
        isAlone: isBlock && isAll
      )
    }
  }

  /// What stands in the comments of some HTML, and whether nothing but white space stands outside of them.
  private static func comments(in html: ArraySlice<UInt8>) -> (contents: [ArraySlice<UInt8>], isAll: Bool) {
    var contents: [ArraySlice<UInt8>] = []
    var isAll = true
    var rest = html
    while let start = rest.range(ofBytes: opener) {
      if rest[..<start.lowerBound].contains(where: { $0 > 0x20 }) { isAll = false }
      rest = rest[start.upperBound...]
      let end = rest.range(ofBytes: closer) ?? rest.endIndex..<rest.endIndex
      contents.append(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    return (contents, isAll && !contents.isEmpty && !rest.contains { $0 > 0x20 })
  }
}
