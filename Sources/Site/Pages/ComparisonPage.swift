internal import Library

/// How the members of a collection compare: members are rows, what they state are columns, the last column is the knot.
struct ComparisonPage: PageModel {
  static let template = "comparison"

  var frame: PageFrame
  let heading: String
  let lead: String
  let tables: HTML

  static let fields = framed([
    "heading": .text { $0.heading },
    "lead": .text { $0.lead },
    "tables": .html { $0.tables },
  ])

  init(_ page: SitePage, number: Int, of site: Site) {
    let collection = site.library.collections[number]
    heading = page.title
    lead = site.summary(of: page) + " A dash means that a page does not say."
    tables = site.templates.render(all: Comparison(collection, on: page, site: site).tables)
    frame = PageFrame(page, of: site)
  }
}

/// One table of a comparison.
struct ComparisonTable: TemplateModel {
  static let template = "comparison-table"

  let id: String
  let title: String
  /// The cells of the head.
  let head: HTML
  /// The rows, in bodies.
  let rows: HTML

  static let fields: TemplateFields<ComparisonTable> = [
    "id": .text { $0.id },
    "title": .text { $0.title },
    "head": .html { $0.head },
    "rows": .html { $0.rows },
  ]
}

/// The tables of a comparison: what every member says in a labelled paragraph, the facts that several state, and those of one alone.
private struct Comparison {
  /// How many members a title names.
  private static let mostNamed = 6

  let definition: CollectionDefinition
  let cells: [MemberCells?]
  let groups: FactGroups
  let members: [GuideCollection.Member]

  init(_ collection: GuideCollection, on page: SitePage, site: Site) {
    definition = collection.definition
    members = collection.members
    cells = members.map { MemberCells($0, on: page, site: site) }
    groups = FactGroups(members)
  }

  var tables: [ComparisonTable] {
    let shared = groups.groups.enumerated().map { number, group in table(group, number: number + 1) }
    return [overview].compactMap(\.self) + shared + [single].compactMap(\.self)
  }

  private func head(_ names: [HTML]) -> HTML {
    ([HTML(escaping: definition.title)] + names).map { "<th scope=\"col\">\($0)</th>" as HTML }.joined()
  }

  private func body(_ rows: [HTML]) -> HTML { "<tbody>\n\(rows.joined())</tbody>" }

  /// All members, with their labelled paragraphs.
  private var overview: ComparisonTable? {
    guard let labels = definition.comparison?.labels, !labels.isEmpty else { return nil }
    let rows = cells.compactMap(\.self).map { member in
      "<tr>\(member.head())\(labels.map { member.cell(label: $0) }.joined())\(member.knot)</tr>\n" as HTML
    }
    return ComparisonTable(
      id: "overview",
      title: "All of them",
      head: head(labels.map(HTML.init(escaping:)) + ["Examples"]),
      rows: body(rows)
    )
  }

  private func table(_ group: FactGroups.Group, number: Int) -> ComparisonTable {
    let rows = group.members.compactMap { member in
      cells[member].map { shown in
        "<tr>\(shown.head())\(group.columns.map { shown.cell($0.facts[member]) }.joined())\(shown.knot)</tr>\n" as HTML
      }
    }
    return ComparisonTable(
      id: "facts-\(number)",
      title: title(of: group),
      head: head(group.columns.map { name($0.name, key: hasIDs ? $0.key : nil) } + ["Examples"]),
      rows: body(rows)
    )
  }

  private var hasIDs: Bool { definition.comparison?.ids != nil }

  private func name(_ name: String, key: String?) -> HTML {
    "\(Words.title(name))\(key.map { " <code class=\"key\">\(Words.title($0))</code>" as HTML } ?? "")"
  }

  /// The names of the members that share facts, or what all facts are called where those are nearly all.
  private func title(of group: FactGroups.Group) -> String {
    let heading = definition.comparison?.heading ?? definition.title
    let names = group.members.compactMap { cells[$0]?.title }
    guard names.count <= Comparison.mostNamed, names.count < members.count, let last = names.last else {
      return groups.groups.count == 1 ? heading : "\(heading): \(Words.clipped(group.columns.map(\.name).joined(separator: ", "), to: 80))"
    }
    return "\(heading) of \(names.dropLast().joined(separator: ", ")) and \(last)"
  }

  /// What one member alone states: a row a fact, in a body a member.
  private var single: ComparisonTable? {
    guard !groups.single.isEmpty else { return nil }
    let facts = Dictionary(grouping: groups.single, by: \.member)
    let bodies = cells.enumerated().compactMap { number, member -> HTML? in
      guard let member, let facts = facts[number] else { return nil }
      let rows = facts.enumerated().map { index, entry in
        let head = index == 0 ? member.head(rows: facts.count) : ""
        return "<tr>\(head)<td>\(name(entry.fact.name, key: entry.fact.id?.text))</td>\(member.cell(entry.fact))</tr>\n" as HTML
      }
      return "\(body(rows))\n"
    }
    return ComparisonTable(
      id: "single",
      title: groups.groups.isEmpty ? definition.comparison?.heading ?? "" : "Stated by one alone",
      head: head(["Fact", "Value"]),
      rows: bodies.joined()
    )
  }
}
