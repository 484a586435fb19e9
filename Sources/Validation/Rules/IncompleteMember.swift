package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum IncompleteMember: Rule {
  package static let id = "incomplete-member"
  package static let group = RuleGroup.agreement
  package static let severity = Severity.warning
  package static let summary = "A member of a collection lacks what is compared"
  package static let why = """
    The comparison of a collection is built from a table that each member has under the heading that `augury.yml` names, and from its \
    labelled paragraphs. Who compares takes a gap for a fact: that the one system has no such limit.
    """
  package static let bad: Sample = """
    -- augury.yml --
    collections:
      - id: colours
        title: Colours
        pattern: notes/*.md
        comparison: { heading: Limits, ids: id, fact: limit, value: value }
    -- workflows/demo/notes/red.md --
    # Red

    «## Limits»

    They are in the manual.
    """
  package static let good: Sample = """
    -- augury.yml --
    collections:
      - id: colours
        title: Colours
        pattern: notes/*.md
        comparison: { heading: Limits, ids: id, fact: limit, value: value }
    -- workflows/demo/notes/red.md --
    # Red

    ## Limits

    | id | limit | value |
    |---|---|---|
    | `red.size` | size | 1 MB |
    """

  package static func check(_ library: Library) -> [Finding] {
    library.collections.flatMap { collection in
      collection.members.filter(\.file.isSound).flatMap { member in
        firstFindings(member.facts?.gaps ?? []) { gap, node in
          let (headline, help) = words(gap)
          return finding(
            member.file.path,
            node.map { member.file.document.nodes[$0].span },
            headline,
            why: "the collection `\(collection.definition.id)` compares it with the other members",
            help: help
          )
        }
      }
    }
  }

  private static func words(_ gap: MemberFacts.Gap) -> (headline: String, help: String) {
    switch gap {
    case .heading(let title): ("there is no heading `\(title.shortened)`", "add it, with the table under it")
    case .table(let title): ("there is no table under `\(title.shortened)`", "add one, a fact a row")
    case .column(let name): ("this table has no column `\(name.shortened)`", "name the column so, or correct `comparison` in `augury.yml`")
    case .label(let name): ("there is no paragraph `**\(name.shortened)**:`", "add one with a sentence or two")
    }
  }
}
