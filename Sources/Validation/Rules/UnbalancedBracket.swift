package import Diagnostics
package import Library

package enum UnbalancedBracket: Rule {
  package static let id = "unbalanced-bracket"
  package static let group = RuleGroup.prompts
  package static let severity = Severity.warning
  package static let summary = "A bracket of a prompt is never closed, or never opened"
  package static let why = """
    `[use case` is no placeholder: nobody is asked for a value, and the tool that gets the prompt sees half a bracket. `\\[` is a bracket \
    that stands for itself.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:
    ```
    Do «[»one thing for [some reason].
    ```
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:
    ```
    Do [one thing] for [some reason] \\[sic.
    ```
    """

  package static func check(_ library: Library) -> [Finding] {
    findings(inPromptsOf: library, among: loose) { place, prompt in
      finding(
        prompt.path,
        place.range,
        place.isOpening ? "this bracket of `\(prompt.id)` is never closed" : "this bracket of `\(prompt.id)` was never opened",
        why: "what stands beside it is no placeholder",
        help: "write the other half, or `\\\(place.isOpening ? "[" : "]")` where a bracket is meant"
      )
    }
  }

  private static func loose(in prompt: Prompt, _ page: MarkdownFile) -> [(range: Range<Int>, isOpening: Bool)] {
    let brackets = PromptBrackets.loose(in: prompt.template)
    guard !brackets.isEmpty else { return [] }
    let places = PromptPlaces(prompt, in: page)
    return brackets.prefix(mostInFile + 1).map { (places.range($0.offset..<($0.offset + 1)), $0.isOpening) }
  }
}
