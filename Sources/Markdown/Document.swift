/// A parsed Markdown file: its nodes in document order, each with its place in the source.
///
/// The tree is flat. `nodes[0]` is the document; a node's children follow it directly, and `Node.end` is the index behind its
/// last descendant. So a walk is a loop, however deep an author nests, and a document costs a few allocations.
///
///     # Title                 0 document        end 6
///     Some *text*             1   heading(1)    end 3
///                             2     text        end 3
///                             3   paragraph     end 6 ...
package struct Document: Sendable {
  /// The nodes in the order of their opening; never empty.
  package let nodes: [Node]
  /// The literal text of all nodes, back to back, as UTF-8; `Text` values point into it.
  package let literals: [UInt8]
  /// What the parser noticed and could not put into the tree.
  package let issues: [ParseIssue]

  package init(nodes: [Node], literals: [UInt8], issues: [ParseIssue]) {
    self.nodes = nodes
    self.literals = literals
    self.issues = issues
  }

  /// The bytes of a literal.
  package func bytes(_ text: Text) -> ArraySlice<UInt8> {
    literals[Int(text.start)..<Int(text.end)]
  }

  /// A literal as a string.
  package func string(_ text: Text) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }

  /// The indices of a node's children, in order.
  package func children(of index: Int) -> Children {
    Children(nodes: nodes, next: index + 1, end: Int(nodes[index].end))
  }

  /// All text below a node, code included, as a reader would say it: line breaks become spaces, markup is dropped, an image
  /// counts with its alternative text.
  package func plainText(of index: Int) -> String {
    var out: [UInt8] = []
    for node in nodes[index..<Int(nodes[index].end)] {
      switch node.kind {
      case .text(let text), .code(let text), .inlineHTML(let text): out += bytes(text)
      case .softBreak, .lineBreak: out.append(UInt8(ascii: " "))
      default: break
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The indices of the children of one node.
  package struct Children: Sequence, IteratorProtocol {
    private let nodes: [Node]
    private var position: Int
    private let end: Int

    fileprivate init(nodes: [Node], next: Int, end: Int) {
      self.nodes = nodes
      position = next
      self.end = end
    }

    package mutating func next() -> Int? {
      guard position < end else { return nil }
      defer { position = Int(nodes[position].end) }
      return position
    }
  }
}

/// A range of bytes in `Document.literals`.
package struct Text: Sendable, Hashable {
  package let start: Int32
  package let end: Int32

  package init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  package var isEmpty: Bool { start == end }
}

/// One block or inline of a document.
package struct Node: Sendable {
  package let kind: Kind
  /// The first byte of the node in the source file (front matter counted).
  package let start: Int32
  /// The byte behind the node in the source file. Blocks span whole lines. For inlines whose place libcmark-gfm does not
  /// tell reliably, the span is that of their line.
  package let stop: Int32
  /// The index behind the node's last descendant in `Document.nodes`.
  package let end: Int32

  package init(kind: Kind, start: Int32, stop: Int32, end: Int32) {
    self.kind = kind
    self.start = start
    self.stop = stop
    self.end = end
  }

  /// The place in the source file, as half-open byte offsets.
  package var span: Range<Int> { Int(start)..<Int(stop) }
}

/// What a node is. Closed: every consumer handles every kind.
package enum Kind: Sendable, Hashable {
  case document
  // Blocks
  case paragraph
  /// `level` is 1 to 6; `id` is the anchor by GitHub's rules, unique in the document.
  case heading(level: UInt8, id: Text)
  case thematicBreak
  case blockQuote
  /// A quotation that starts with `[!NOTE]` or one of its four kin.
  case alert(AlertKind)
  /// `start` is the first number of an ordered list, nil for a bullet list. A tight list has no paragraphs in its items' HTML.
  case list(start: Int32?, isTight: Bool)
  case item
  case taskItem(isChecked: Bool)
  /// `info` is the whole info string, entities and escapes resolved; `fence` is nil for an indented block.
  case codeBlock(info: Text, literal: Text, fence: Fence?)
  case htmlBlock(Text)
  case table
  case tableRow(isHeader: Bool)
  case tableCell(alignment: Alignment, isHeader: Bool)
  /// `number` counts the definitions in the order of their first use, from 1; `references` is how often it is referred to.
  case footnoteDefinition(number: Int32, references: Int32)
  // Inlines
  case text(Text)
  case softBreak
  case lineBreak
  case code(Text)
  case inlineHTML(Text)
  case emphasis
  case strong
  case strikethrough
  case link(destination: Text, title: Text)
  case image(destination: Text, title: Text)
  /// `number` is that of the definition; `ordinal` counts the references to it, from 1.
  case footnoteReference(number: Int32, ordinal: Int32)
}

/// How a code block was fenced.
package struct Fence: Sendable, Hashable {
  package let isTilde: Bool
  /// How many fence characters open it, at most 255.
  package let length: UInt8
  /// False when the document, or the quotation or item around it, ended first.
  package let isClosed: Bool

  package init(isTilde: Bool, length: UInt8, isClosed: Bool) {
    self.isTilde = isTilde
    self.length = length
    self.isClosed = isClosed
  }
}

/// The five alerts of GitHub's Markdown.
package enum AlertKind: String, Sendable, Hashable, CaseIterable {
  case note, tip, important, warning, caution
}

/// The alignment of a table column.
package enum Alignment: Sendable, Hashable {
  case none, left, center, right
}

/// A fault of a Markdown file that its tree cannot show.
package struct ParseIssue: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The file exceeds a limit that keeps parsing safe; it was not parsed, or only in part.
    case limitExceeded(Limit, found: Int)
  }

  package let kind: Kind
  /// The bytes it is about.
  package let span: Range<Int>

  package init(kind: Kind, span: Range<Int>) {
    self.kind = kind
    self.span = span
  }
}
