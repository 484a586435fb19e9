/// Writes a document as HTML.
package struct HTMLRenderer: Sendable {
  private let options: HTMLOptions

  package init(_ options: HTMLOptions) {
    self.options = options
  }

  /// The HTML of a whole document.
  package func render(_ document: Document) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(document.literals.count * 2)
    render(document, node: 0, into: &out)
    return out
  }

  /// Appends the HTML of one node with all that is in it.
  package func render(_ document: Document, node index: Int, into out: inout [UInt8]) {
    var rendering = HTMLRendering(document, options, index..<Int(document.nodes[index].end))
    swap(&out, &rendering.out)
    rendering.run()
    swap(&out, &rendering.out)
  }
}

/// One run of the renderer: a loop over the nodes with a stack of those that are open, so depth costs nothing.
struct HTMLRendering {
  /// A node that is open, and what has to be known of it.
  struct Open {
    let index: Int
    let end: Int
    /// What closes it.
    var closing: StaticString = ""
    /// Whether it is a list whose items show no paragraphs, or an item of one.
    var isTight = false
    /// Whether it is an anchor, so that nothing in it may be one.
    var isLink = false
  }

  let document: Document
  let options: HTMLOptions
  let range: Range<Int>
  var out: [UInt8] = []
  var open: [Open] = []
  var links = 0
  var hasTableBody = false
  var hasFootnotes = false
  var hasSkippedHeading = false

  init(_ document: Document, _ options: HTMLOptions, _ range: Range<Int>) {
    self.document = document
    self.options = options
    self.range = range
  }

  /// Renders the nodes into `out`.
  mutating func run() {
    var index = range.lowerBound
    while index < range.upperBound {
      while let last = open.last, last.end <= index { close() }
      let node = document.nodes[index]
      index = begin(node, index) ? index + 1 : Int(node.end)
    }
    while !open.isEmpty { close() }
    if hasFootnotes { out.appendLiteral("</ol>\n</section>\n") }
  }

  /// Begins a node. False when all of it is done, what is in it included.
  private mutating func begin(_ node: Node, _ index: Int) -> Bool {
    switch node.kind {
    case .text(let text): out.appendEscaped(document.bytes(text))
    case .softBreak: out.append(UInt8(ascii: "\n"))
    case .lineBreak: out.appendLiteral("<br />\n")
    case .code, .inlineHTML, .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference:
      return beginInline(node, index)
    default:
      if let block = options.block, block(index, document, &out) { return false }
      return beginBlock(node, index)
    }
    return true
  }

  /// Writes what opens a node and notes what closes it.
  mutating func open(_ index: Int, _ opening: StaticString, _ closing: StaticString, isTight: Bool = false, isLink: Bool = false) {
    out.appendLiteral(opening)
    if isLink { links += 1 }
    open.append(Open(index: index, end: Int(document.nodes[index].end), closing: closing, isTight: isTight, isLink: isLink))
  }

  private mutating func close() {
    guard let closed = open.popLast() else { return }
    if closed.isLink { links -= 1 }
    switch document.nodes[closed.index].kind {
    case .heading(_, let id): closeHeading(closed, id)
    case .paragraph: closeParagraph(closed)
    case .table:
      if hasTableBody { out.appendLiteral("</tbody>\n") }
      out.appendLiteral("</table>\n")
    case .footnoteDefinition: closeFootnote(closed.index)
    case .blockQuote, .alert, .tableRow:
      out.startLine()
      out.appendLiteral(closed.closing)
    default: out.appendLiteral(closed.closing)
    }
  }

  mutating func appendDecimal(_ number: some BinaryInteger) {
    out.append(contentsOf: String(number).utf8)
  }
}
