/// The list of a page's headings beside it.
enum TableOfContents {
  /// How many entries are listed; longer ones help nobody.
  private static let longest = 60

  /// The list items for headings of one level; empty when there are fewer than two.
  static func html(_ entries: [(id: String, title: String)]) -> String {
    html(entries.map { ($0.id, $0.title, false) })
  }

  /// The list items; empty when there are fewer than two. Rendered here and not by a template, since pages have up to hundreds of headings.
  ///
  /// - Parameter entries: anchor, title, and whether the entry stands below the one before.
  static func html(_ entries: [(id: String, title: String, isDeep: Bool)]) -> String {
    guard entries.count > 1 else { return "" }
    var out: [UInt8] = []
    for entry in entries.prefix(longest) {
      out += (entry.isDeep ? "<li class=\"deep\"><a href=\"#" : "<li><a href=\"#").utf8
      out += Location.encoded(fragment: entry.id).utf8
      out += "\">".utf8
      HTMLText.append(Words.title(entry.title), to: &out)
      out += "</a></li>\n".utf8
    }
    return String(decoding: out, as: UTF8.self)
  }
}
