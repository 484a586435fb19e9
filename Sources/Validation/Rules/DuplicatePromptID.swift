package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum DuplicatePromptID: Rule {
  package static let id = "duplicate-prompt-id"
  package static let group = RuleGroup.prompts
  package static let severity = Severity.error
  package static let summary = "Two prompts of a module carry one id"
  package static let why = """
    The second one is exported with a number behind its id, so that whoever asks for it by the id that stands beside it gets another \
    prompt. Ids that come from headings are numbered without a finding.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt** `move-start`:
    ```
    Move it.
    ```

    «**Prompt** `move-start`:»
    ```
    Plan it.
    ```
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt** `move-start`:
    ```
    Move it.
    ```

    **Prompt** `move-plan`:
    ```
    Plan it.
    ```
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module -> [Finding] in
      var seen: Set<String> = []
      return module.pages.flatMap { page -> [Finding] in
        let labels = module.prompts.lazy.filter { $0.path == page.path }.compactMap(\.label)
        return firstFindings(labels) { node in
          let place = page.document.nodes[node].span.lowerBound
          let line = page.source.lineRange(at: place)
          guard let id = written(node, in: page.document), !seen.insert(id).inserted else { return nil }
          return finding(
            page.path,
            place..<line.upperBound,
            "another prompt of `\(module.label)` carries the id `\(id)`",
            why: "this one is exported with a number behind its id",
            help: "give it an id of its own"
          )
        }
      }
    }
  }

  /// The code span of a label.
  private static func written(_ label: Int, in document: Document) -> String? {
    document.children(of: label).lazy.compactMap { node in
      if case .code(let literal) = document.nodes[node].kind { document.string(literal) } else { nil }
    }.first
  }
}
