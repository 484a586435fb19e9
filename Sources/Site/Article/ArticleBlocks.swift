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
}
