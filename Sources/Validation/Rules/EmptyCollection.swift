package import Diagnostics
internal import Files
package import Library

package enum EmptyCollection: Rule {
  package static let id = "empty-collection"
  package static let group = RuleGroup.agreement
  package static let severity = Severity.error
  package static let summary = "The pattern of a collection finds no file"
  package static let why = """
    A collection without members has no pages, and whoever looks for them finds nothing. A pattern is the path of Markdown files in a \
    module, such as `rules/system-*.md`, with the module before a colon where one is meant: `domain-rules/database:rules/system-*.md`.
    """
  package static let bad: Sample = """
    -- augury.yml --
    collections:
      - id: guides
        title: Guides
        pattern: «rules/gide*.md»
    """
  package static let good: Sample = """
    -- augury.yml --
    collections:
      - id: guides
        title: Guides
        pattern: rules/guide*.md
    """

  package static func check(_ library: Library) -> [Finding] {
    library.collections.filter(\.members.isEmpty).map { collection in
      let definition = collection.definition
      return finding(
        definition.patternSpan.path,
        definition.patternSpan.range,
        "`\(definition.pattern.written.shortened)` finds no file for the collection `\(definition.id)`",
        why: "no Markdown file of a module has such a path",
        help: "correct the pattern, or remove the collection"
      )
    }
  }
}
