package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum UnknownFactID: Rule {
  package static let id = "unknown-fact-id"
  package static let group = RuleGroup.links
  package static let severity = Severity.warning
  package static let summary = "A fact of a collection is cited by an id that no member has"
  package static let why = """
    Who follows the citation finds nothing: the fact was renamed or removed, or its id is misspelled. A code span counts as a citation \
    when its first and its last part, between periods, are those of ids of the collections. Where something else is meant, \
    `<!-- augury: ignore unknown-fact-id - the reason -->` says so.
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

    A picture has no more than «`red.picture.size`».

    ## Limits

    | id | limit | value |
    |---|---|---|
    | `red.size` | size | 1 MB |
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

    A picture has no more than `red.size`, and `red.save` stores it.

    ## Limits

    | id | limit | value |
    |---|---|---|
    | `red.size` | size | 1 MB |
    """

  package static func check(_ library: Library) -> [Finding] {
    let ids = library.factIDs.places
    let vocabulary = Vocabulary(ids.keys)
    guard !vocabulary.isEmpty else { return [] }
    return library.pages.filter { $0.role != .changelog && $0.isSound }.flatMap { page in
      firstFindings(page.document.nodes) { node in
        guard case .code(let literal) = node.kind, vocabulary.mayHold(page.document.bytes(literal)) else { return nil }
        let text = page.document.string(literal)
        guard ids[text] == nil, let suggestion = vocabulary.suggestion(for: text) else { return nil }
        return finding(
          page.path,
          node.span,
          "no member of a collection has a fact with the id `\(text.shortened)`\(suggestion)",
          help: "correct the id, or add the fact"
        )
      }
    }
  }

  /// How ids begin and end: their first and last parts, between periods.
  private struct Vocabulary {
    private var idsOfStart: [String: [String]] = [:]
    private var ends: Set<Substring> = []
    private var longest = 0

    init(_ ids: some Sequence<String>) {
      for id in ids {
        guard let period = id.firstIndex(of: "."), period > id.startIndex, let end = id.split(separator: ".").last else { continue }
        idsOfStart[String(id[..<period]), default: []].append(id)
        ends.insert(end)
        longest = max(longest, id.utf8.count)
      }
    }

    var isEmpty: Bool { idsOfStart.isEmpty }

    /// Whether a code span can be an id at all; nearly every one is told apart by its bytes.
    func mayHold(_ text: ArraySlice<UInt8>) -> Bool {
      text.count <= 2 * longest && text.contains(UInt8(ascii: ".")) && text.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "/") }
    }

    /// What is to be said of a text that is meant as an id: the id that was probably meant, or nothing; nil when it is none.
    func suggestion(for text: String) -> String? {
      guard let period = text.firstIndex(of: "."), let ids = idsOfStart[String(text[..<period])] else { return nil }
      guard text.split(separator: ".", omittingEmptySubsequences: false).last.map(ends.contains) ?? false else { return nil }
      return Spelling.suggestion(for: text, among: ids)
    }
  }
}
