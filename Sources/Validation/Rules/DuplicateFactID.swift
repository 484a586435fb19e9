package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum DuplicateFactID: Rule {
  package static let id = "duplicate-fact-id"
  package static let group = RuleGroup.agreement
  package static let severity = Severity.error
  package static let summary = "Two facts of a collection have one id"
  package static let why = """
    A fact is cited by its id, and who follows the citation is led to the first of the two. The ids are those of the column that \
    `comparison` of a collection in `augury.yml` names.
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

    ## Limits

    | id | limit | value |
    |---|---|---|
    | `red.size` | size | 1 MB |
    | «`red.size`» | size of a picture | 2 MB |
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
    | `red.picture.size` | size of a picture | 2 MB |
    """

  package static func check(_ library: Library) -> [Finding] {
    var repeated: [String: [(id: String, node: Int, first: String)]] = [:]
    for (id, places) in library.factIDs.places.sorted(by: { $0.key < $1.key }) {
      for place in places.dropFirst() { repeated[place.file.path, default: []].append((id, place.node, places[0].file.path)) }
    }
    let files = Set(library.collections.flatMap(\.members).map(\.file.path)).sorted()
    return files.flatMap { path -> [Finding] in
      let nodes = library.module(containing: path)?.pages.first { $0.path == path }?.document.nodes ?? []
      return firstFindings((repeated[path] ?? []).sorted { $0.node < $1.node }) { id, node, first in
        finding(
          path,
          nodes[node].span,
          "`\(id.shortened)` is the id of another fact already",
          why: first == path ? "this table has it twice" : "`\(first)` has it",
          help: "choose another id"
        )
      }
    }
  }
}
