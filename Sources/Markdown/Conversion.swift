import CMarkGFM
private import Glibc

/// Turns the tree of libcmark-gfm into a `Document`.
///
/// Of the places the library tells, only the first line of a block is right in all cases, and the last one of a paragraph, a
/// quotation and a table. The others are worked out here, each block kind in its own way; inlines are found by `InlineCursor`.
struct Conversion {
  private let source: [UInt8]
  private let start: Int
  private let lines: LineTable
  private let extensions: MarkdownExtensions
  private let types = ExtensionTypes()
  private var tree: TreeBuilder
  private var cursor: InlineCursor
  private var openers: [InlineCursor.Opener] = []
  private var slugs = Slugs()
  private var footnotes = FootnoteCount()
  private var table = TableColumns()
  private var quotes = 0
  /// Text and line break of an alert's first line, which are not part of what it says.
  private var alertMarker: (text: OpaquePointer, lineBreak: OpaquePointer?)?

  init(of source: [UInt8], from start: Int, lines: LineTable, extensions: MarkdownExtensions) {
    self.source = source
    self.start = start
    self.extensions = extensions
    self.lines = lines
    tree = TreeBuilder(capacity: source.count)
    cursor = InlineCursor(source, lines)
  }

  /// Walks the tree with the library's iterator, which needs no stack however deep the tree is.
  mutating func document(of root: OpaquePointer) -> Document {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      if event == CMARK_EVENT_EXIT {
        leave(node)
      } else if isDropped(node) {
        if cmark_node_first_child(node) != nil { cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT) }
      } else {
        enter(node)
      }
    }
    footnotes.resolve(in: &tree)
    return tree.document()
  }

  // MARK: Entering

  private mutating func enter(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE: enterInlineLeaf(node)
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE, CMARK_NODE_FOOTNOTE_REFERENCE: enterInline(node)
    case CMARK_NODE_PARAGRAPH: enterParagraph(node)
    case CMARK_NODE_HEADING: enterHeading(node)
    case CMARK_NODE_CODE_BLOCK: enterCodeBlock(node)
    case CMARK_NODE_HTML_BLOCK: enterHTMLBlock(node)
    case CMARK_NODE_THEMATIC_BREAK: tree.leaf(.thematicBreak, span(line(of: node)))
    case CMARK_NODE_DOCUMENT: tree.open(.document, start..<source.count, nests: false)
    case let type where type == types.strikethrough: enterInline(node)
    case let type where type == types.table || type == types.row || type == types.cell: enterTable(node, type)
    default: enterContainer(node)
    }
  }

  private mutating func enterContainer(_ node: OpaquePointer) {
    let first = line(of: node)
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE:
      quotes += 1
      let last = max(first, Int(cmark_node_get_end_line(node)))
      tree.open(alert(node).map(Kind.alert) ?? .blockQuote, span(first, last), nests: true)
    case CMARK_NODE_LIST:
      let number = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? cmark_node_get_list_start(node) : nil
      tree.open(.list(start: number, isTight: cmark_node_get_list_tight(node) != 0), span(first), nests: true)
    case CMARK_NODE_ITEM:
      tree.openItem(taskState(node), span(first))
    default:
      footnotes.define(at: tree.count)
      tree.open(.footnoteDefinition(number: 0, references: 0), span(first), nests: false)
    }
  }

  private mutating func enterParagraph(_ node: OpaquePointer) {
    guard Int(cmark_node_get_start_line(node)) > 0 else { return enterTableLead(node) }
    let reported = line(of: node)
    let column = lines.start(reported) + Int(cmark_node_get_start_column(node)) - 1
    let first = lineAfterDefinitions(reported, at: column)
    let isAlert = alertMarker.map { cmark_node_parent($0.text) == node } ?? false
    tree.open(.paragraph, span(isAlert ? first + 1 : first, max(first, Int(cmark_node_get_end_line(node)))), nests: false)
    if first == reported {
      cursor.begin(line: first, at: column, quotes: quotes)
    } else {
      cursor.begin(line: first, quotes: quotes)
    }
  }

  /// A paragraph whose last line became the head of a table: the library gives its place to the table.
  private mutating func enterTableLead(_ node: OpaquePointer) {
    let table = cmark_node_next(node)
    let reported = table.map { line(of: $0) } ?? 1
    let first = lineAfterDefinitions(reported, at: lines.textStart(reported, quotes: quotes))
    let last = table.map { headLine(of: $0) - 1 } ?? first
    tree.open(.paragraph, span(first, max(first, last)), nests: false)
    cursor.begin(line: first, quotes: quotes)
  }

  private mutating func enterHeading(_ node: OpaquePointer) {
    let reported = line(of: node)
    let level = UInt8(cmark_node_get_heading_level(node))
    let column = lines.start(reported) + Int(cmark_node_get_start_column(node)) - 1
    let kind = Kind.heading(level: level, id: Text(start: 0, end: 0))
    if let text = lines.textOfHeading(level, at: column, line: reported) {
      tree.open(kind, span(reported), nests: false)
      return cursor.begin(line: reported, at: text, quotes: quotes)
    }
    let first = lineAfterDefinitions(reported, at: column)
    tree.open(kind, span(first, lines.underline(ofLevel: level, below: first, quotes: quotes)), nests: false)
    cursor.begin(line: first, quotes: quotes)
  }

  private mutating func enterCodeBlock(_ node: OpaquePointer) {
    let first = line(of: node)
    let literal = bytes(cmark_node_get_literal(node))
    let content = LineTable.lineEnds(in: literal)
    let info = tree.text(bytes(cmark_node_get_fence_info(node)))
    var (length, offset, character) = (Int32(0), Int32(0), CChar(0))
    guard cmark_node_get_fenced(node, &length, &offset, &character) != 0 else {
      let kind = Kind.codeBlock(info: info, literal: tree.text(literal), fence: nil)
      return tree.leaf(kind, span(first, first + max(content, 1) - 1))
    }
    let isTilde = UInt8(bitPattern: character) == UInt8(ascii: "~")
    let closing = first + content + 1
    let isClosed =
      closing <= lines.count && lines.isFence(closing, isTilde: isTilde, atLeast: Int(length)) && !isOpening(closing, behind: node)
    let fence = Fence(isTilde: isTilde, length: UInt8(clamping: length), isClosed: isClosed)
    tree.leaf(.codeBlock(info: info, literal: tree.text(literal), fence: fence), span(first, isClosed ? closing : closing - 1))
  }

  /// Whether the line behind a fenced block's content opens another block: the quotation or item around the first one ended
  /// before it. Footnotes are moved away from what follows them; in one, a closing fence is indented like all of its lines.
  private func isOpening(_ closing: Int, behind block: OpaquePointer) -> Bool {
    var node = block
    while cmark_node_next(node) == nil, let parent = cmark_node_parent(node) {
      if cmark_node_get_type(parent) == CMARK_NODE_FOOTNOTE_DEFINITION { return !lines.isIndented(closing) }
      node = parent
    }
    return cmark_node_next(node).map { Int(cmark_node_get_start_line($0)) } == closing
  }

  private mutating func enterHTMLBlock(_ node: OpaquePointer) {
    let first = line(of: node)
    let literal = bytes(cmark_node_get_literal(node))
    tree.leaf(.htmlBlock(tree.text(literal)), span(first, first + max(LineTable.lineEnds(in: literal), 1) - 1))
  }

  private mutating func enterTable(_ node: OpaquePointer, _ type: cmark_node_type) {
    if type == types.table {
      table.begin(alignments: alignments(of: node), headLine: headLine(of: node))
      tree.open(.table, span(table.headLine, max(table.headLine + 1, Int(cmark_node_get_end_line(node)))), nests: false)
    } else if type == types.row {
      let isHeader = cmark_gfm_extensions_get_table_row_is_header(node) != 0
      let row = isHeader ? table.headLine : line(of: node)
      table.beginRow(isHeader: isHeader)
      tree.open(.tableRow(isHeader: isHeader), span(row), nests: false)
      cursor.beginRow(line: row, quotes: quotes)
    } else {
      let cell = cursor.beginCell()
      tree.open(.tableCell(alignment: table.nextAlignment(), isHeader: table.isHeader), cell, nests: false)
      table.cell = cell
    }
  }

  private mutating func enterInlineLeaf(_ node: OpaquePointer) {
    let literal = bytes(cmark_node_get_literal(node))
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: tree.leaf(.text(tree.text(literal)), cursor.text(literal))
    case CMARK_NODE_SOFTBREAK: tree.leaf(.softBreak, cursor.lineBreak())
    case CMARK_NODE_LINEBREAK: tree.leaf(.lineBreak, cursor.lineBreak())
    case CMARK_NODE_CODE: tree.leaf(.code(tree.text(literal)), cursor.code(literal))
    default: tree.leaf(.inlineHTML(tree.text(literal)), cursor.html(literal))
    }
  }

  private mutating func enterInline(_ node: OpaquePointer) {
    let kind: Kind
    let opener: InlineCursor.Opener
    switch cmark_node_get_type(node) {
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      let number = Int32(String(cString: cmark_node_get_literal(node))) ?? 0
      return tree.leaf(footnotes.reference(to: number), cursor.footnoteReference())
    case CMARK_NODE_EMPH: (kind, opener) = (.emphasis, cursor.open("*_", count: 1))
    case CMARK_NODE_STRONG: (kind, opener) = (.strong, cursor.open("*_", count: 2))
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      let isImage = cmark_node_get_type(node) == CMARK_NODE_IMAGE
      let destination = tree.text(bytes(cmark_node_get_url(node)))
      let title = tree.text(bytes(cmark_node_get_title(node)))
      kind = isImage ? .image(destination: destination, title: title) : .link(destination: destination, title: title)
      opener = isImage ? cursor.openImage() : cursor.openLink()
    default: (kind, opener) = (.strikethrough, cursor.open("~", count: 2))
    }
    openers.append(opener)
    tree.open(kind, opener.start.map { $0..<$0 } ?? cursor.lineRange, nests: true)
  }

  // MARK: Leaving

  private mutating func leave(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_FOOTNOTE_REFERENCE: return
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE, types.strikethrough:
      guard let opener = openers.popLast() else { return }
      return tree.close(cursor.close(opener, length: length(of: node)))
    case CMARK_NODE_HEADING: tree.anchorHeading(&slugs)
    case CMARK_NODE_BLOCK_QUOTE: quotes -= 1
    case types.cell: cursor.endCell(table.cell)
    default: break
    }
    tree.close()
  }

  // MARK: Alerts

  /// The kind of alert a quotation is, if it is one. Its first paragraph starts with the marker alone on a line, in any case,
  /// and something follows.
  private mutating func alert(_ quote: OpaquePointer) -> AlertKind? {
    guard extensions.contains(.alerts), let paragraph = cmark_node_first_child(quote),
      cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH, let text = cmark_node_first_child(paragraph),
      cmark_node_get_type(text) == CMARK_NODE_TEXT, let kind = AlertKind(marker: bytes(cmark_node_get_literal(text)))
    else { return nil }
    let next = cmark_node_next(text)
    if let next {
      let type = cmark_node_get_type(next)
      guard type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK else { return nil }
    } else if cmark_node_next(paragraph) == nil {
      return nil
    }
    alertMarker = (next == nil ? paragraph : text, next)
    return kind
  }

  /// Whether a node is part of an alert's first line.
  private mutating func isDropped(_ node: OpaquePointer) -> Bool {
    guard let marker = alertMarker else { return false }
    if node == marker.text {
      if marker.lineBreak == nil { alertMarker = nil }
      return true
    }
    guard node == marker.lineBreak else { return false }
    alertMarker = nil
    _ = cursor.lineBreak()
    return true
  }

  // MARK: Places

  /// The one step from the library's lines to bytes of the file: the lines from one to another, without the last one's end.
  private func span(_ first: Int, _ last: Int) -> Range<Int> {
    let start = lines.start(first)
    return start..<max(start, lines.content(last).upperBound)
  }

  private func span(_ line: Int) -> Range<Int> { span(line, line) }

  private func line(of node: OpaquePointer) -> Int {
    lines.clamped(Int(cmark_node_get_start_line(node)))
  }

  /// The bytes of an inline that does not leave its line, if the library tells.
  private func length(of node: OpaquePointer) -> Int? {
    guard cmark_node_get_start_line(node) == cmark_node_get_end_line(node), cmark_node_get_start_column(node) > 0 else { return nil }
    return Int(cmark_node_get_end_column(node) - cmark_node_get_start_column(node)) + 1
  }

  /// The line of a table's head. The library tells that of the paragraph the table came out of; its rows' lines are right.
  private func headLine(of table: OpaquePointer) -> Int {
    let body = cmark_node_first_child(table).flatMap { cmark_node_next($0) }
    let delimiterLine = body.map { line(of: $0) - 1 } ?? Int(cmark_node_get_end_line(table))
    return lines.clamped(delimiterLine - 1)
  }

  /// The line on which the text of a paragraph starts, whose place the library tells with its reference definitions.
  private func lineAfterDefinitions(_ first: Int, at column: Int) -> Int {
    var (line, offset) = (first, column)
    while offset < source.count, source[offset] == UInt8(ascii: "["),
      let definition = ReferenceDefinition(in: source, lines, line: line, at: offset, quotes: quotes)
    {
      line += definition.lineCount
      guard line <= lines.count else { return first }
      offset = lines.textStart(line, quotes: quotes)
    }
    return line
  }

  // MARK: Values

  private func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: string, count: string.map { strlen($0) } ?? 0)
  }

  /// Whether a task item is checked, or nil for other items, which have the same type number.
  private func taskState(_ item: OpaquePointer) -> Bool? {
    guard bytes(cmark_node_get_type_string(item)).elementsEqual("tasklist".utf8) else { return nil }
    return cmark_gfm_extensions_get_tasklist_item_checked(item)
  }

  private func alignments(of table: OpaquePointer) -> [Alignment] {
    let letters = cmark_gfm_extensions_get_table_alignments(table)
    return (0..<Int(cmark_gfm_extensions_get_table_columns(table))).map { column in
      switch letters?[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }
}

/// The node types of the extensions, which are known once these are registered.
private struct ExtensionTypes {
  let table = augury_node_table()
  let row = augury_node_table_row()
  let cell = augury_node_table_cell()
  let strikethrough = augury_node_strikethrough()
}
