internal import Markdown

/// The blocks of a document that are asked for most, found in one walk.
package struct BlockIndex: Sendable {
  /// Every heading, in order.
  package private(set) var headings: [Heading] = []
  /// The nodes of code blocks, fenced and indented, in order.
  package private(set) var codeBlocks: [Int] = []
  /// The nodes of tables, in order.
  package private(set) var tables: [Int] = []

  /// - Complexity: linear in the nodes.
  init(of document: Document) {
    var topLevelEnd = 1
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .heading(let level, let id):
        let title = document.plainText(of: index).trimmed
        let isTopLevel = index >= topLevelEnd
        headings.append(Heading(level: Int(level), title: title, id: document.string(id), node: index, isTopLevel: isTopLevel))
      case .codeBlock: codeBlocks.append(index)
      case .table: tables.append(index)
      default: break
      }
      if index >= topLevelEnd { topLevelEnd = Int(node.end) }
    }
  }
}
