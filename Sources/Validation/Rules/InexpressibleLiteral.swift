package import Diagnostics
package import Library
internal import Prompts

package enum InexpressibleLiteral: Rule {
  package static let id = "inexpressible-literal"
  package static let group = RuleGroup.prompts
  package static let severity = Severity.note
  package static let summary = "A literal of a prompt means something to a tool, and cannot be escaped there"
  package static let why = """
    `{{args}}` is an argument to Gemini CLI, `${x}` a variable to VS Code, `{x}` a question to Augment, and none of them has a way to \
    write the characters themselves. A prompt that holds such a literal gets no file for that tool, rather than one that says something \
    else. Its skills are not concerned.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:
    ```
    Explain what «{{args}}» stands for in [command file].
    ```
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    **Prompt**:
    ```
    Explain what the argument stands for in [command file].
    ```
    """

  package static func check(_ library: Library) -> [Finding] {
    findings(inPromptsOf: library, among: misread) { literal, prompt in
      let targets = literal.targets.map { "`\($0)`" }.joined(separator: ", ")
      return finding(
        prompt.path,
        literal.range,
        "`\(prompt.id)` has no file for \(targets): this literal would be misread there",
        why: "it has no escape in that format",
        help: "say it in other words, or leave it: the prompt's skills hold it as it is"
      )
    }
  }

  private static func misread(in prompt: Prompt, _ page: MarkdownFile) -> [(range: Range<Int>, targets: [String])] {
    let literals = Target.misreading(prompt)
    guard !literals.isEmpty else { return [] }
    let places = PromptPlaces(prompt, in: page)
    return literals.map { (places.range($0.place), $0.targets) }
  }
}
