import Library
import TestSupport
import Testing

@testable import Prompts

/// Which prompt somebody means.
@Suite struct LookupTests {
  /// Two modules that both have the prompt `plan`, and one that has `review-it`.
  private let pack = Pack(
    LibraryText(
      """
      -- workflows/a/module.json --
      {}
      -- workflows/a/README.md --
      # Plan

      **AI Prompt Template** `plan`:
      ```
      A
      ```
      -- workflows/b/module.json --
      {}
      -- workflows/b/README.md --
      # Plan

      **AI Prompt Template** `plan`:
      ```
      B
      ```

      # Review

      **AI Prompt Template** `Review It`:
      ```
      C
      ```
      """
    ).library()
  )

  @Test(arguments: [
    ("workflows-a-plan", "A"), ("workflows/a:plan", "A"), ("workflows/b:plan", "B"), ("review-it", "C"), ("workflows/b:review-it", "C"),
  ])
  func `a prompt is named by its name, its own id, or its module and id`(name: String, template: String) throws {
    #expect(try pack.prompt(named: name).prompt.template == template)
  }

  @Test(arguments: [
    ("plan", "several modules have a prompt `plan`: `workflows-a-plan`, `workflows-b-plan`"),
    ("reviewit", "there is no prompt `reviewit`; did you mean `review-it`?"),
    ("workflows/b:plam", "there is no prompt `workflows/b:plam`; did you mean `workflows/b:plan`?"),
    ("nothing of that kind", "there is no prompt `nothing of that kind`; `augury prompt list` shows those there are"),
  ])
  func `what means none is told with what was probably meant`(name: String, sentence: String) {
    let error = #expect(throws: Pack.NoPrompt.self) { try pack.prompt(named: name) }
    #expect(error?.description == sentence)
  }
}
