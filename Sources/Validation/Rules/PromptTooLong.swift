package import Diagnostics
package import Library
internal import Markdown

package enum PromptTooLong: Rule {
  package static let id = "prompt-too-long"
  package static let group = RuleGroup.prompts
  package static let severity = Severity.warning
  package static let summary = "A prompt is longer than its limit"
  package static let why = """
    A prompt leaves room for what is filled in and for the answer, and some tools cut a file off: the smallest hard limit is 12,000 \
    characters, that of a Windsurf rule. `budgets: { prompt: 3000 }` in `augury.yml` sets another. Detail belongs in a guide that the \
    prompt names.
    """
  package static let bad: Sample = """
    -- augury.yml --
    preset: none
    budgets: { prompt: 20 }
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:

    «```
    Do all of this at once.
    ```»
    """
  package static let good: Sample = """
    -- augury.yml --
    preset: none
    budgets: { prompt: 30 }
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:

    ```
    Do all of this at once.
    ```
    """

  package static func check(_ library: Library) -> [Finding] {
    let limit = library.configuration.budgets.prompt
    return findings(inPromptsOf: library, among: { prompt, page in prompt.template.utf8.count > limit ? [page] : [] }) { page, prompt in
      let characters = prompt.template.unicodeScalars.count
      guard characters > limit else { return nil }
      return finding(
        prompt.path,
        page.document.nodes[prompt.node].span,
        "`\(prompt.id)` has \(characters) characters; at most \(limit) are allowed",
        why: "a tool may cut it off, and little room is left for the work",
        help: "move detail to a guide that the prompt names"
      )
    }
  }
}
