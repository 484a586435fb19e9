internal import Library

/// The facts of a collection's members, turned round: which fact is stated by whom, in groups that make readable tables.
///
/// Members that share facts, with each other or by others between them, are a group; so sixteen systems of which five have columns and
/// five have dimensions make two full tables and not one that is nearly empty. A group of many facts is cut into tables of a few, each
/// with the members that state one of its facts: all tables together are as large as what is stated.
struct FactGroups {
  /// A fact and who states it.
  struct Column {
    let key: String
    /// The shortest of the names that members give it.
    let name: String
    /// By the number of the member.
    let facts: [Int: MemberFacts.Fact]
  }

  /// One table.
  struct Group {
    /// In the order of the collection.
    let members: [Int]
    let columns: [Column]
  }

  /// The most facts of a table: with the first and the last column they fit on a wide screen.
  private static let mostColumns = 6

  let groups: [Group]
  /// The facts that one member alone states, in the order of the members and their tables.
  let single: [(member: Int, fact: MemberFacts.Fact)]

  init(_ members: [GuideCollection.Member]) {
    var order: [String] = []
    var facts: [String: [Int: MemberFacts.Fact]] = [:]
    for (number, member) in members.enumerated() {
      for fact in member.facts?.facts ?? [] {
        if facts[fact.key] == nil { order.append(fact.key) }
        if facts[fact.key]?[number] == nil { facts[fact.key, default: [:]][number] = fact }
      }
    }
    let columns = order.compactMap { key in facts[key].map { Column(key: key, name: FactGroups.name(of: $0), facts: $0) } }
    groups = FactGroups.groups(columns.filter { $0.facts.count > 1 }, members: members.count)
    single = members.enumerated().flatMap { number, member in
      (member.facts?.facts ?? []).filter { facts[$0.key]?.count == 1 }.map { (number, $0) }
    }
  }

  private static func name(of facts: [Int: MemberFacts.Fact]) -> String {
    facts.sorted { $0.key < $1.key }.map(\.value.name).min { $0.count < $1.count } ?? ""
  }

  private static func groups(_ columns: [Column], members: Int) -> [Group] {
    var forest = Array(0..<members)
    func root(_ member: Int) -> Int {
      var member = member
      while forest[member] != member {
        forest[member] = forest[forest[member]]
        member = forest[member]
      }
      return member
    }
    for column in columns {
      guard let first = column.facts.keys.min() else { continue }
      for member in column.facts.keys { forest[root(member)] = root(first) }
    }
    var order: [Int] = []
    var columnsOf: [Int: [Column]] = [:]
    for column in columns {
      guard let group = column.facts.keys.min().map(root) else { continue }
      if columnsOf[group] == nil { order.append(group) }
      columnsOf[group, default: []].append(column)
    }
    return order.flatMap { group -> [Group] in
      // What most of them state stands first; of equals what came first.
      let numbered = (columnsOf[group] ?? []).enumerated()
      return tables(of: numbered.sorted { ($1.element.facts.count, $0.offset) < ($0.element.facts.count, $1.offset) }.map(\.element))
    }
  }

  /// The facts of a group in tables of nearly equal width.
  private static func tables(of columns: [Column]) -> [Group] {
    let count = (columns.count + mostColumns - 1) / mostColumns
    return (0..<count).map { number in
      let part = Array(columns[(columns.count * number / count)..<(columns.count * (number + 1) / count)])
      return Group(members: Set(part.flatMap(\.facts.keys)).sorted(), columns: part)
    }
  }
}
