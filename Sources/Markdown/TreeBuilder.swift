/// Builds the flat nodes of a document in the order in which they open and close.
struct TreeBuilder {
  private struct Open {
    /// The node's index, or nil for one that is nested too deep and left out.
    let index: Int?
    /// The end of the node's last descendant so far.
    var stop: Int
  }

  private var nodes: [Node] = []
  private var literals: [UInt8] = []
  private var open: [Open] = []
  private var deepest: (found: Int, span: Range<Int>)?

  init(capacity: Int) {
    literals.reserveCapacity(capacity)
    nodes.reserveCapacity(capacity / 16)
  }

  /// How many nodes there are.
  var count: Int { nodes.count }

  /// Appends bytes to the literals.
  mutating func text(_ bytes: UnsafeRawBufferPointer) -> Text {
    let start = Int32(literals.count)
    literals.append(contentsOf: bytes)
    return Text(start: start, end: Int32(literals.count))
  }

  /// Adds a node without children.
  mutating func leaf(_ kind: Kind, _ span: Range<Int>) {
    nodes.append(Node(kind: kind, start: Int32(span.lowerBound), stop: Int32(span.upperBound), end: Int32(nodes.count + 1)))
    if let last = open.indices.last { open[last].stop = max(open[last].stop, span.upperBound) }
  }

  /// Opens a node. One that nests and lies too deep is left out: its children take its place.
  mutating func open(_ kind: Kind, _ span: Range<Int>, nests: Bool) {
    if nests, open.count >= Limit.nesting.maximum {
      deepest = (max(deepest?.found ?? 0, open.count + 1), deepest?.span ?? span)
      open.append(Open(index: nil, stop: span.upperBound))
    } else {
      open.append(Open(index: nodes.count, stop: span.upperBound))
      leaf(kind, span)
    }
  }

  /// Closes the node opened last.
  ///
  /// - Parameter span: its place, for one whose place is only now known.
  mutating func close(_ span: Range<Int>? = nil) {
    guard let closed = open.popLast() else { return }
    let stop = span?.upperBound ?? closed.stop
    if let index = closed.index {
      let node = nodes[index]
      let start = span.map { Int32($0.lowerBound) } ?? node.start
      nodes[index] = Node(kind: node.kind, start: start, stop: Int32(stop), end: Int32(nodes.count))
    }
    if let last = open.indices.last { open[last].stop = max(open[last].stop, stop) }
  }

  /// Gives the heading opened last its anchor.
  mutating func anchorHeading(_ slugs: inout Slugs) {
    guard let index = open.last?.index, case .heading(let level, _) = nodes[index].kind else { return }
    var slug = slugs.next(for: headingText(of: index))
    replace(index, with: .heading(level: level, id: slug.withUTF8 { text(UnsafeRawBufferPointer($0)) }))
  }

  /// Replaces the kind of a node.
  mutating func replace(_ index: Int, with kind: Kind) {
    let node = nodes[index]
    nodes[index] = Node(kind: kind, start: node.start, stop: node.stop, end: node.end)
  }

  /// Opens an item, unless its list was left out.
  mutating func openItem(_ isChecked: Bool?, _ span: Range<Int>) {
    guard open.last?.index != nil else { return open.append(Open(index: nil, stop: span.upperBound)) }
    open(isChecked.map { .taskItem(isChecked: $0) } ?? .item, span, nests: false)
  }

  /// The document, once its node is closed. Its arrays are copies without spare room, since a library keeps thousands of them.
  func document() -> Document {
    let issues = deepest.map { ParseIssue(kind: .limitExceeded(.nesting, found: $0.found), span: $0.span) }
    return Document(
      nodes: nodes.withUnsafeBufferPointer(Array.init),
      literals: literals.withUnsafeBufferPointer(Array.init),
      issues: issues.map { [$0] } ?? []
    )
  }

  /// What an anchor is made of: the text and code below the heading opened last, without images.
  private func headingText(of heading: Int) -> String {
    var bytes: [UInt8] = []
    var index = heading + 1
    while index < nodes.count {
      switch nodes[index].kind {
      case .text(let text), .code(let text): bytes += literals[Int(text.start)..<Int(text.end)]
      case .image: index = Int(nodes[index].end) - 1
      default: break
      }
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
