import Library
import TestSupport
import Testing

@testable import Prompts

/// Values in, text out: what `prompt fill` prints and every exported file has to come to.
@Suite struct FillingTests {
  /// A prompt with this template and rows of a table of variables.
  private func prompt(_ template: String, rows: String = "") throws -> Prompt {
    let table =
      rows.isEmpty
      ? "" : "\n**Variables**:\n\n| placeholder | name | type | required | default | choices |\n|---|---|---|---|---|---|\n\(rows)\n"
    let readme = "## Flow\n\n**Purpose**: P\n\n**Steps**:\n1. S\n\n**AI Prompt Template**:\n````\n\(template)\n````\n\(table)"
    return try #require(TestModule.library(["README.md": readme]).prompts.first)
  }

  private func fill(_ prompt: Prompt, _ given: KeyValuePairs<String, String>) -> String {
    prompt.filled(with: PromptValues.read(given.map { (name: $0, value: $1) }, for: prompt).values)
  }

  private func faults(_ prompt: Prompt, _ given: KeyValuePairs<String, String>) -> [String] {
    PromptValues.read(given.map { (name: $0, value: $1) }, for: prompt).faults.map(\.description)
  }

  @Test func `values stand where the placeholders stood, and nothing else changes`() throws {
    let prompt = try prompt("For [use case], twice [use case]: \\[kept\\] [a](b) x[i]\n\n- Mode: [fast/safe]")
    #expect(
      fill(prompt, ["use_case": "a shop [web]", "mode": "safe"])
        == "For a shop [web], twice a shop [web]: [kept] [a](b) x[i]\n\n- Mode: safe"
    )
  }

  @Test func `lists are lines with their marker, whether given item by item or as lines`() throws {
    let prompt = try prompt("Queries:\n  - [Query 1]\n  - [Query 2]\nEnd")
    #expect(fill(prompt, ["queries": "A", "queries": "B"]) == "Queries:\n  - A\n  - B\nEnd")
    #expect(fill(prompt, ["queries": "A\r\n\nB\n"]) == "Queries:\n  - A\n  - B\nEnd")
  }

  @Test func `the numbers of a numbered list count on`() throws {
    let prompt = try prompt("Steps:\n1. [Step 1]\n2. [Step 2]")
    #expect(fill(prompt, ["steps": "a\nb\nc"]) == "Steps:\n1. a\n2. b\n3. c")
  }

  @Test func `defaults fill in, and what is optional and not given leaves nothing`() throws {
    let prompt = try prompt(
      "Mode: [mode]\nSize: [size]\nNote: [note]\nSafe: [safe]",
      rows: """
        | [mode] | mode | choice | no | safe | fast, safe |
        | [size] | size | integer | no | 10 | |
        | [note] | note | text | no | | |
        | [safe] | safe | boolean | yes | | |
        """
    )
    #expect(fill(prompt, ["safe": "TRUE", "note": "  "]) == "Mode: safe\nSize: 10\nNote: \nSafe: yes")
    #expect(fill(prompt, ["safe": "no", "size": " 12 "]) == "Mode: safe\nSize: 12\nNote: \nSafe: no")
  }

  @Test func `what is no value is told with what it should be`() throws {
    let prompt = try prompt(
      "Mode: [mode]\nSize: [size]\nSafe: [safe]",
      rows: """
        | [mode] | mode | choice | yes | | fast, safe |
        | [size] | size | integer | yes | | |
        | [safe] | safe | boolean | yes | | |
        """
    )
    #expect(
      faults(prompt, ["mode": "sfae", "size": "ten", "safe": "maybe", "moed": "x", "mode": "fast", "mode": "safe"]) == [
        "`sfae` is no value of `mode`: one of fast, safe", "`ten` is no value of `size`: a whole number",
        "`maybe` is no value of `safe`: yes or no", "the prompt has no variable `moed`; did you mean `mode`?",
        "`mode` has several values, and is no list",
      ]
    )
    #expect(
      faults(prompt, ["mode": "fast"]) == [
        "`size` has no value, and is required (Size)", "`safe` has no value, and is required (Safe)",
      ]
    )
  }
}
