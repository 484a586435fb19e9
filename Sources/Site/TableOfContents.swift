/// The list of a page's headings beside it.
enum TableOfContents {
  /// How many entries are listed; longer ones help nobody.
  private static let longest = 60

  /// The list items for headings of one level; empty when there are fewer than two.
  static func html(_ entries: [(id: String, title: String)]) -> HTML {
    html(entries.map { ($0.id, $0.title, false) })
  }

  /// The list items; empty when there are fewer than two. Rendered here and not by a template, since pages have up to hundreds of headings.
  ///
  /// - Parameter entries: anchor, title, and whether the entry stands below the one before.
  static func html(_ entries: [(id: String, title: String, isDeep: Bool)]) -> HTML {
    guard entries.count > 1 else { return "" }
    return entries.prefix(longest).map { entry in
      let start: HTML = entry.isDeep ? "<li class=\"deep\">" : "<li>"
      return "\(start)<a href=\"#\(Location.encoded(fragment: entry.id))\">\(Words.title(entry.title))</a></li>\n"
    }.joined()
  }
}
