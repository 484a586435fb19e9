/// The HTML of blocks.
extension HTMLRendering {
  mutating func beginBlock(_ node: Node, _ index: Int) -> Bool {
    switch node.kind {
    case .document: open(index, "", "")
    case .paragraph: beginParagraph(index)
    case .heading(let level, let id): return beginHeading(level, id, index)
    case .thematicBreak: openLine(index, "<hr />\n", "")
    case .blockQuote: openLine(index, "<blockquote>\n", "</blockquote>\n")
    case .alert(let kind): beginAlert(kind, index)
    case .list(let start, let isTight): beginList(start, isTight, index)
    case .item: openLine(index, "<li>", "</li>\n", isTight: open.last?.isTight ?? false)
    case .taskItem(let isChecked): beginTask(isChecked, index)
    case .codeBlock(let info, let literal, _): codeBlock(info, literal)
    case .htmlBlock(let text): htmlBlock(text)
    case .table, .tableRow, .tableCell: beginTable(node, index)
    case .footnoteDefinition(let number, _): beginFootnote(number, index)
    default: return beginInline(node, index)
    }
    return true
  }

  private mutating func openLine(_ index: Int, _ opening: StaticString, _ closing: StaticString, isTight: Bool = false) {
    out.startLine()
    open(index, opening, closing, isTight: isTight)
  }

  // MARK: Paragraphs and headings

  /// A paragraph of a tight list's item has no element of its own.
  private mutating func beginParagraph(_ index: Int) {
    if open.last?.isTight ?? false {
      open(index, "", "")
    } else {
      openLine(index, "<p>", "</p>\n")
    }
  }

  mutating func closeParagraph(_ closed: Open) {
    if let parent = open.last, closed.end == parent.end, case .footnoteDefinition = document.nodes[parent.index].kind {
      backReferences(parent.index)
    }
    out.appendLiteral(closed.closing)
  }

  private mutating func beginHeading(_ level: UInt8, _ id: Text, _ index: Int) -> Bool {
    if options.skipsFirstHeading1, level == 1, !hasSkippedHeading, open.count == 1 {
      hasSkippedHeading = true
      return false
    }
    out.startLine()
    out.appendLiteral("<h")
    out.append(headingDigit(level))
    if options.headingIDs, !id.isEmpty {
      out.appendLiteral(" id=\"")
      out.appendEscaped(document.bytes(id))
      out.appendLiteral("\"")
    }
    open(index, ">", "")
    return true
  }

  mutating func closeHeading(_ closed: Open, _ id: Text) {
    if options.headingIDs, options.headingAnchors, !id.isEmpty {
      out.appendLiteral(" <a class=\"anchor\" href=\"#")
      out.appendHref(document.bytes(id))
      out.appendLiteral("\" aria-label=\"Link to this section: ")
      out.appendEscaped(document.plainText(of: closed.index))
      out.appendLiteral("\">#</a>")
    }
    guard case .heading(let level, _) = document.nodes[closed.index].kind else { return }
    out.appendLiteral("</h")
    out.append(headingDigit(level))
    out.appendLiteral(">\n")
  }

  private func headingDigit(_ level: UInt8) -> UInt8 {
    UInt8(ascii: "0") + UInt8(min(max(Int(level) + options.headingOffset, 1), 6))
  }

  // MARK: Lists and alerts

  private mutating func beginAlert(_ kind: AlertKind, _ index: Int) {
    let name = kind.rawValue
    out.startLine()
    out.appendLiteral("<div class=\"alert ")
    out.append(contentsOf: name.utf8)
    out.appendLiteral("\">\n<p class=\"alert-title\">")
    out.append(contentsOf: (name.prefix(1).uppercased() + name.dropFirst()).utf8)
    open(index, "</p>\n", "</div>\n")
  }

  private mutating func beginList(_ start: Int32?, _ isTight: Bool, _ index: Int) {
    guard let start else { return openLine(index, "<ul>\n", "</ul>\n", isTight: isTight) }
    guard start != 1 else { return openLine(index, "<ol>\n", "</ol>\n", isTight: isTight) }
    out.startLine()
    out.appendLiteral("<ol start=\"")
    appendDecimal(start)
    open(index, "\">\n", "</ol>\n", isTight: isTight)
  }

  private mutating func beginTask(_ isChecked: Bool, _ index: Int) {
    let isTight = open.last?.isTight ?? false
    guard options.labelledTasks else {
      openLine(index, isChecked ? "<li><input type=\"checkbox\" checked=\"\"" : "<li><input type=\"checkbox\"", "</li>\n", isTight: isTight)
      return out.appendLiteral(" disabled=\"\" /> ")
    }
    openLine(index, "<li class=\"task\"><input type=\"checkbox\" disabled ", "</li>\n", isTight: isTight)
    if isChecked { out.appendLiteral("checked ") }
    var children = document.children(of: index)
    let label = children.next().map { document.plainText(of: $0) } ?? ""
    out.appendLiteral("aria-label=\"")
    out.appendEscaped(label.contains { !$0.isWhitespace } ? label : "Task")
    out.appendLiteral("\"> ")
  }

  // MARK: Code and raw HTML

  private mutating func codeBlock(_ info: Text, _ literal: Text) {
    out.startLine()
    out.appendLiteral("<pre><code")
    if !info.isEmpty {
      out.appendLiteral(" class=\"language-")
      out.appendEscaped(document.bytes(info).prefix { ![0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D].contains($0) })
      out.appendLiteral("\"")
    }
    out.appendLiteral(">")
    out.appendEscaped(document.bytes(literal))
    out.appendLiteral("</code></pre>\n")
  }

  private mutating func htmlBlock(_ text: Text) {
    let bytes = document.bytes(text)
    guard options.isSafe else {
      out.startLine()
      out.append(contentsOf: bytes)
      return out.startLine()
    }
    guard !HTMLComment.areAll(bytes) else { return }
    out.startLine()
    out.appendLiteral("<pre class=\"raw-html\">")
    if bytes.first == UInt8(ascii: "\n") { out.append(UInt8(ascii: "\n")) }
    out.appendEscaped(bytes)
    out.appendLiteral("</pre>\n")
  }

  // MARK: Tables

  private mutating func beginTable(_ node: Node, _ index: Int) {
    switch node.kind {
    case .table:
      hasTableBody = false
      openLine(index, "<table>\n", "")
    case .tableRow(isHeader: true):
      openLine(index, "<thead>\n<tr>\n", "</tr>\n</thead>\n")
    case .tableRow(isHeader: false):
      out.startLine()
      if !hasTableBody { out.appendLiteral("<tbody>\n") }
      hasTableBody = true
      open(index, "<tr>\n", "</tr>\n")
    case .tableCell(let alignment, let isHeader):
      out.startLine()
      out.appendLiteral(isHeader ? "<th" : "<td")
      switch alignment {
      case .none: break
      case .left: out.appendLiteral(" align=\"left\"")
      case .center: out.appendLiteral(" align=\"center\"")
      case .right: out.appendLiteral(" align=\"right\"")
      }
      open(index, ">", isHeader ? "</th>\n" : "</td>\n")
    default: break
    }
  }

  // MARK: Footnotes

  /// Ids of footnotes hold a `:`, which no heading's id does.
  private mutating func beginFootnote(_ number: Int32, _ index: Int) {
    out.startLine()
    if !hasFootnotes { out.appendLiteral("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n") }
    hasFootnotes = true
    out.appendLiteral("<li id=\"fn:")
    appendDecimal(number)
    open(index, "\">\n", "</li>\n")
  }

  mutating func closeFootnote(_ index: Int) {
    let last = document.children(of: index).reduce(nil as Int?) { $1 }
    if let last, case .paragraph = document.nodes[last].kind {
      return out.appendLiteral("</li>\n")
    }
    out.startLine()
    out.appendLiteral("<p>")
    backReferences(index)
    out.appendLiteral("</p>\n</li>\n")
  }

  /// The links from a footnote to where it is referred to, at most to twenty places.
  private mutating func backReferences(_ index: Int) {
    guard case .footnoteDefinition(let number, let references) = document.nodes[index].kind, references > 0 else { return }
    for ordinal in 1...min(references, 20) {
      out.appendLiteral(" <a class=\"footnote-backref\" href=\"#fnref:")
      appendReference(number, ordinal)
      out.appendLiteral("\" aria-label=\"Back to reference ")
      appendDecimal(number)
      if references > 1 {
        out.append(UInt8(ascii: "."))
        appendDecimal(ordinal)
      }
      out.appendLiteral("\">\u{21A9}</a>")
    }
  }

  /// What names a reference in ids: the footnote's number, and which reference to it.
  mutating func appendReference(_ number: Int32, _ ordinal: Int32) {
    appendDecimal(number)
    guard ordinal > 1 else { return }
    out.append(UInt8(ascii: ":"))
    appendDecimal(ordinal)
  }
}
