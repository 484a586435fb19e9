internal import Markdown

/// A collection of a library: what `augury.yml` says of it, and the Markdown files that its pattern finds.
package struct GuideCollection: Sendable {
  /// One file of it.
  package struct Member: Sendable {
    package let file: MarkdownFile
    /// What its name has where the pattern has `*`: `postgresql`.
    package let key: String
    /// What it states; nil where nothing is compared.
    package let facts: MemberFacts?
  }

  package let definition: CollectionDefinition
  /// In the order of the modules, and in each of the paths.
  package let members: [Member]

  /// Whether any member states what is compared.
  package var isComparable: Bool {
    let labels = definition.comparison?.labels ?? []
    return members.contains { member in
      guard let facts = member.facts else { return false }
      return !facts.facts.isEmpty || labels.contains { facts.labels[$0.lowercased()] != nil }
    }
  }

  init(_ definition: CollectionDefinition, modules: [Module]) {
    self.definition = definition
    members = modules.flatMap { module in
      module.pages.filter { definition.pattern.matches($0.pathInModule, inModule: module.id) }.map { file in
        Member(
          file: file,
          key: definition.pattern.variablePart(of: file.path),
          facts: definition.comparison.map { MemberFacts(of: file, for: $0) }
        )
      }
    }
  }
}

/// The facts that members of collections have given an id: what a page cites by it in a code span leads to the table that states it.
package struct FactIDs: Sendable {
  /// Where a fact is stated.
  package struct Place: Sendable {
    package let file: MarkdownFile
    /// The cell with the id.
    package let node: Int
    /// The anchor of the heading above the table.
    package let anchor: String
  }

  /// Every place of an id, in the order of collections and members; more than one is a fault.
  package let places: [String: [Place]]

  init(_ collections: [GuideCollection]) {
    /// A cell, told from all others.
    struct Cell: Hashable {
      let path: String
      let node: Int
    }
    var places: [String: [Place]] = [:]
    var seen: Set<Cell> = []
    for member in collections.flatMap(\.members) {
      guard let facts = member.facts else { continue }
      for fact in facts.facts {
        guard let id = fact.id else { continue }
        // A file may belong to two collections, which is one place.
        guard seen.insert(Cell(path: member.file.path, node: id.node)).inserted else { continue }
        places[id.text, default: []].append(Place(file: member.file, node: id.node, anchor: facts.anchor))
      }
    }
    self.places = places
  }

  /// The cell of an id, told by a node inside it.
  package static func isDefinition(_ node: Int, in place: Place) -> Bool {
    place.node <= node && node < Int(place.file.document.nodes[place.node].end)
  }
}
