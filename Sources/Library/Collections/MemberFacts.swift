internal import Markdown

/// What a member of a collection states for the comparison: the rows of its table, and its labelled paragraphs.
///
/// Cells are nodes and no text, so that a link or a code span in one stays what it is.
package struct MemberFacts: Sendable {
  /// A row of the table.
  package struct Fact: Sendable {
    /// The same for the same fact of every member.
    package let key: String
    package let name: String
    /// The id by which it is cited, with its cell.
    package let id: (text: String, node: Int)?
    /// The cell of the value.
    package let value: Int
    /// The cell that says more of it; nil where none is asked for.
    package let note: Int?
  }

  /// What a member should have and has not.
  package enum Gap: Sendable, Hashable {
    case heading(String)
    case table(under: String)
    case column(String)
    case label(String)
  }

  package private(set) var facts: [Fact] = []
  /// The paragraphs with a label, by the label in lower case.
  package private(set) var labels: [String: Int] = [:]
  /// Each with the node to point at.
  package private(set) var gaps: [(gap: Gap, node: Int?)] = []
  /// The anchor of the heading above the table; empty without one.
  package private(set) var anchor = ""

  init(of file: MarkdownFile, for comparison: CollectionDefinition.Comparison) {
    readLabels(comparison.labels, of: file)
    guard let heading = file.headings.first(where: { $0.title.lowercased() == comparison.heading.lowercased() }) else {
      gaps.append((.heading(comparison.heading), file.headings.first?.node))
      return
    }
    anchor = heading.id
    let end = file.headings.first { $0.node > heading.node && $0.level <= heading.level }?.node ?? file.document.nodes.count
    guard let table = file.blocks.tables.first(where: { $0 > heading.node && $0 < end }) else {
      gaps.append((.table(under: comparison.heading), heading.node))
      return
    }
    read(table, of: file.document, comparison)
  }

  private mutating func readLabels(_ wanted: [String], of file: MarkdownFile) {
    guard !wanted.isEmpty else { return }
    for node in file.document.children(of: 0) where file.document.nodes[node].kind == .paragraph {
      guard let label = Label.read(paragraph: node, of: file.document)?.label.lowercased(), labels[label] == nil else { continue }
      labels[label] = node
    }
    for label in wanted where labels[label.lowercased()] == nil { gaps.append((.label(label), file.headings.first?.node)) }
  }

  private mutating func read(_ table: Int, of document: Document, _ comparison: CollectionDefinition.Comparison) {
    let rows = Array(document.children(of: table))
    guard let head = rows.first else { return }
    let names = document.children(of: head).map { document.plainText(of: $0).trimmed.lowercased() }
    func column(_ name: String?, else position: Int) -> Int? {
      guard let name else { return names.count > position ? position : nil }
      return names.firstIndex(of: name.lowercased())
    }
    let columns = (fact: column(comparison.fact, else: 0), value: column(comparison.value, else: 1))
    let note = comparison.note.flatMap { column($0, else: 0) }
    let ids = comparison.ids.flatMap { column($0, else: 0) }
    for name in [comparison.fact, comparison.value, comparison.note, comparison.ids].compactMap(\.self)
    where !names.contains(name.lowercased()) { gaps.append((.column(name), head)) }
    guard let fact = columns.fact, let value = columns.value else { return }
    for row in rows.dropFirst() {
      let cells = Array(document.children(of: row))
      let text = { (column: Int) in column < cells.count ? document.plainText(of: cells[column]).trimmed : "" }
      guard !text(fact).isEmpty, !text(value).isEmpty else { continue }
      let id = ids.flatMap { text($0).isEmpty ? nil : (text: text($0), node: cells[$0]) }
      let key = MemberFacts.key(id?.text) ?? text(fact).lowercased()
      facts.append(
        Fact(key: key, name: text(fact), id: id, value: cells[value], note: note.flatMap { text($0).isEmpty ? nil : cells[$0] })
      )
    }
  }

  /// What of an id is not its member's: everything behind the first period.
  private static func key(_ id: String?) -> String? {
    guard let id, let period = id.firstIndex(of: ".") else { return id }
    return String(id[id.index(after: period)...])
  }
}
