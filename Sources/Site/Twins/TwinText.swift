internal import Files
internal import Library

/// The text of a twin as it grows: a title, what the page is about, and what follows.
///
/// Text of a module is literal in it: whatever it holds means nothing to Markdown.
struct TwinText {
  let site: Site
  let folder: String
  private(set) var text: String

  /// - Parameter page: whose title and summary the text begins with.
  init(_ page: SitePage, site: Site) {
    self.site = site
    folder = Path.folder(page.twin.path)
    text = "# \(MarkdownText.inline(page.title))\n"
    append(literal: site.summary(of: page))
  }

  mutating func append(heading: String, level: Int = 2) {
    text += "\n\(String(repeating: "#", count: level)) \(MarkdownText.inline(Words.title(heading)))\n"
  }

  /// A paragraph of Markdown of ours; nothing where it is empty.
  mutating func append(paragraph: String) {
    if !paragraph.isEmpty { text += "\n\(paragraph)\n" }
  }

  /// A paragraph of somebody's text.
  mutating func append(literal: String) {
    append(paragraph: MarkdownText.literal(literal))
  }

  /// A list of Markdown of ours.
  mutating func append(list: [String], isNumbered: Bool = false) {
    guard !list.isEmpty else { return }
    text += "\n"
    for (index, item) in list.enumerated() { text += (isNumbered ? "\(index + 1). " : "- ") + item + "\n" }
  }

  /// A fenced block of somebody's text.
  mutating func append(code: String, language: String = "text") {
    text += "\n" + MarkdownText.fenced(code.hasSuffix("\n") ? String(code.dropLast()) : code, language: language)
  }

  /// Pages under a heading, each with what it is about; nothing where there are none.
  mutating func append(pages: some Sequence<SitePage>, heading: String? = nil) {
    let entries = pages.map(entry(of:))
    guard !entries.isEmpty else { return }
    if let heading { append(heading: heading) }
    append(list: entries)
  }

  /// A row of a table, of Markdown of ours.
  mutating func append(row cells: [String], isHead: Bool = false) {
    if isHead { text += "\n" }
    text += "| \(cells.joined(separator: " | ")) |\n"
    if isHead { text += "|\(String(repeating: "---|", count: cells.count))\n" }
  }

  /// A link to the twin of a page.
  func link(to page: SitePage) -> String {
    "[\(MarkdownText.inline(page.title))](\(page.twin.href(fromFolder: folder)))"
  }

  private func entry(of page: SitePage) -> String {
    let summary = MarkdownText.inline(Words.clipped(site.summary(of: page), to: 200))
    return link(to: page) + (summary.isEmpty ? "" : ": \(summary)")
  }
}
