internal import Library
internal import Markdown

extension TwinText {
  /// The tables of a comparison, cells as plain text; a dash stands for what a member does not state.
  mutating func appendComparison(of collection: GuideCollection) {
    let members = collection.members
    let names = members.map { site.map.page(ofFile: $0.file.path).map(link(to:)) ?? MarkdownText.inline($0.file.title) }
    let title = MarkdownText.inline(collection.definition.title)
    if let labels = collection.definition.comparison?.labels, !labels.isEmpty {
      append(row: [title] + labels.map(MarkdownText.inline), isHead: true)
      for (name, member) in zip(names, members) { append(row: [name] + labels.map { TwinText.text(of: $0, in: member) }) }
    }
    let facts = FactGroups(members)
    for group in facts.groups {
      append(row: [title] + group.columns.map { MarkdownText.inline($0.name) }, isHead: true)
      for number in group.members {
        append(row: [names[number]] + group.columns.map { TwinText.value(of: $0.facts[number], in: members[number]) })
      }
    }
    guard !facts.single.isEmpty else { return }
    append(row: [title, "Fact", "Value"], isHead: true)
    for (number, fact) in facts.single {
      append(row: [names[number], MarkdownText.inline(fact.name), TwinText.value(of: fact, in: members[number])])
    }
  }

  private static let unstated = "\u{2014}"

  private static func value(of fact: MemberFacts.Fact?, in member: GuideCollection.Member) -> String {
    guard let fact else { return unstated }
    let document = member.file.document
    let note = fact.note.map { " (\(MarkdownText.inline(document.plainText(of: $0))))" } ?? ""
    return MarkdownText.inline(document.plainText(of: fact.value)) + note
  }

  private static func text(of label: String, in member: GuideCollection.Member) -> String {
    guard let paragraph = member.facts?.labels[label.lowercased()] else { return unstated }
    let text = member.file.document.children(of: paragraph).dropFirst().map { member.file.document.plainText(of: $0) }.joined()
    return MarkdownText.inline(String(text.drop { $0 == ":" || $0 == " " }))
  }
}
