internal import Files
internal import Library
internal import Markdown

// The blocks that look different on the site than in plain HTML.
extension ArticleRenderer {
  /// Writes a block; false leaves it to the Markdown renderer.
  func write(_ node: Int, hasAnchors: Bool, to out: inout [UInt8]) -> Bool {
    switch file.document.nodes[node].kind {
    case .heading(_, let id): writeHeading(node, id: hasAnchors ? file.document.bytes(id) : [], to: &out)
    case .codeBlock(let info, let literal, _):
      if let prompt = prompts[node] {
        out += site.templates.render(PromptCard(prompt, site: site, root: root, isOwnPage: false)).bytes
      } else {
        writeCode(node, info: info, literal: literal, to: &out)
      }
    case .table: writeTable(node, to: &out)
    default: return false
    }
    return true
  }

  /// A heading with a link to itself; that of a workflow leads to the workflow's page.
  private func writeHeading(_ node: Int, id: ArraySlice<UInt8>, to out: inout [UInt8]) {
    let level = UInt8(ascii: "0") + UInt8(levels[node] ?? 2)
    out.appendLiteral("<h")
    out.append(level)
    if !id.isEmpty {
      out.appendLiteral(" id=\"")
      out.appendEscaped(id)
      out.appendLiteral("\"")
    }
    out.appendLiteral(">")
    let workflow = holdsLink(node) ? nil : workflows[node].flatMap { site.map.page(of: $0) }
    if let workflow { out += "<a class=\"to-workflow\" href=\"\(root)\(workflow.location.href)\">".utf8 }
    writeInlines(of: node, to: &out)
    if workflow != nil { out.appendLiteral("</a>") }
    if !id.isEmpty {
      out.appendLiteral(" <a class=\"anchor\" href=\"#")
      out.appendHref(id)
      out.appendLiteral("\" aria-label=\"Link to this section\">#</a>")
    }
    out.appendLiteral("</h")
    out.append(level)
    out.appendLiteral(">\n")
  }

  /// Whether anything in a node is a link, so that no link may stand around it.
  private func holdsLink(_ node: Int) -> Bool {
    (node..<Int(file.document.nodes[node].end)).contains { index in
      switch file.document.nodes[index].kind {
      case .link, .footnoteReference: true
      default: references[index] != nil
      }
    }
  }

  /// A code block: a bar with its language and what it ran on, and the code as a region that scrolls and takes the focus.
  private func writeCode(_ node: Int, info: Text, literal: Text, to out: inout [UInt8]) {
    let bytes = file.document.bytes(literal)
    let tree = trees[node]
    let isDrawn = tree != nil || ArticleRenderer.hasBoxes(bytes)
    let written = file.document.string(info).prefix { !$0.isWhitespace }
    let start = file.document.nodes[node].span.lowerBound
    let isResult = badges.isResult(at: start)
    let language = written.isEmpty && tree != nil ? "tree" : isResult ? "result" : Words.clipped(String(written), to: 40)
    out.appendLiteral(
      isResult ? "<figure class=\"code result\">\n" : isDrawn ? "<figure class=\"code drawn\">\n" : "<figure class=\"code\">\n"
    )
    out.appendLiteral("<figcaption>")
    if let badge = badges[start] { writeBadge(badge, to: &out) }
    out.appendEscaped(language)
    out.appendLiteral("<button class=\"copy\" type=\"button\">Copy</button></figcaption>\n")
    out.appendLiteral("<pre tabindex=\"0\" role=\"region\" aria-label=\"")
    out.appendEscaped(language.isEmpty ? "Code" : language + " code")
    out += " \(numbers[node] ?? 0)\"><code>".utf8
    if let tree { writeTree(tree, bytes, to: &out) } else { out.appendContent(bytes) }
    out.appendLiteral("</code></pre>\n</figure>\n")
  }

  /// A knot that is as full as what was proved is near, and the words for it.
  private func writeBadge(_ badge: PageBadges.Badge, to out: inout [UInt8]) {
    out += "<span class=\"badge rung-\(badge.rung.rawValue.lowercased())\">".utf8
    out.appendEscaped(badge.words)
    if let reason = badge.reason, !reason.isEmpty { out.appendEscaped(": " + reason) }
    out.appendLiteral("</span> ")
  }

  /// A drawing of a folder: what exists is a link, what does not is struck through.
  private func writeTree(_ tree: DirectoryTree, _ bytes: ArraySlice<UInt8>, to out: inout [UInt8]) {
    var position = bytes.startIndex
    for entry in tree.entries where !entry.isElision {
      let range = (bytes.startIndex + entry.literalRange.lowerBound)..<(bytes.startIndex + entry.literalRange.upperBound)
      guard range.lowerBound >= position, range.upperBound <= bytes.endIndex else { continue }
      out.appendContent(bytes[position..<range.lowerBound])
      position = range.upperBound
      if !entry.exists {
        out.appendLiteral("<s>")
        out.appendContent(bytes[range])
        out.appendLiteral("</s> <span class=\"missing-note\">(missing)</span>")
      } else if let href = href(ofEntry: entry) {
        out += "<a href=\"\(href)\">".utf8
        out.appendContent(bytes[range])
        out.appendLiteral("</a>")
      } else {
        out.appendContent(bytes[range])
      }
    }
    out.appendContent(bytes[position...])
  }

  private func href(ofEntry entry: DirectoryTree.Entry) -> String? {
    guard !entry.isFolder else { return nil }
    let path = module.path(entry.path)
    return (site.map.page(ofFile: path)?.location ?? site.map.copies[path]).map { root + $0.href }
  }

  /// A table in a region that scrolls where it is wider than the page.
  private func writeTable(_ table: Int, to out: inout [UInt8]) {
    let document = file.document
    out += "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table \(numbers[table] ?? 0)\">\n<table>\n".utf8
    var isHead = true
    for row in document.children(of: table) {
      guard case .tableRow(let isHeader) = document.nodes[row].kind else { continue }
      if isHeader { out.appendLiteral("<thead>\n") } else if isHead { out.appendLiteral("<tbody>\n") }
      out.appendLiteral("<tr>")
      for cell in document.children(of: row) { writeCell(cell, isHeader: isHeader, to: &out) }
      out.appendLiteral("</tr>\n")
      if isHeader { out.appendLiteral("</thead>\n") } else { isHead = false }
    }
    out.appendLiteral(isHead ? "</table>\n</div>\n" : "</tbody>\n</table>\n</div>\n")
  }

  private func writeCell(_ cell: Int, isHeader: Bool, to out: inout [UInt8]) {
    guard case .tableCell(let alignment, _) = file.document.nodes[cell].kind else { return }
    // A header cell without text names nothing, so it is an ordinary one.
    let isHeader = isHeader && file.document.nodes[cell].end > Int32(cell) + 1
    out.appendLiteral(isHeader ? "<th scope=\"col\"" : "<td")
    switch alignment {
    case .none, .left: break
    case .center: out.appendLiteral(" class=\"align-center\"")
    case .right: out.appendLiteral(" class=\"align-right\"")
    }
    out.appendLiteral(">")
    writeInlines(of: cell, to: &out)
    out.appendLiteral(isHeader ? "</th>" : "</td>")
  }

  /// Whether a text draws with box characters (U+2500 to U+257F, in UTF-8 `E2 94 80` to `E2 95 BF`).
  private static func hasBoxes(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let lead = rest.range(ofBytes: [0xE2]) {
      rest = rest[lead.upperBound...]
      if rest.first == 0x94 || rest.first == 0x95 { return true }
    }
    return false
  }
}
