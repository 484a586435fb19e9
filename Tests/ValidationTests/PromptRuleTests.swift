import Diagnostics
import Library
import TestSupport
import Testing
import Validation

/// The rules about workflows, prompts and their tables of variables.
@Suite struct PromptRuleTests {
  private func prompt(_ template: String, _ table: String? = nil) -> String {
    "**Prompt**:\n~~~\n\(template)\n~~~\n" + (table.map { "\n**Variables**:\n\n\($0)\n" } ?? "")
  }

  @Test(arguments: [
    "Do [this/that] with [a thing], [and/or more], [client/server code], [SQL or query code], [name].",
    "Scale: [records count]\nOld: [description]\nNew: [description]",
    "- [Entity 1]: [attributes]\n- [Entity 2]: [attributes]",
    "Return JSON:\n[\n  { \"a\": [1, 2] }\n]",
    "Take x from [0, 1) or (0, 1], say :] and \\[ and `[^]]`.",
    "A table a[i] and a link [x](y) and a task [ ].",
    "[a thing] and again [a thing]",
  ])
  func `a prompt without a table that can be read in one way is silent`(template: String) throws {
    #expect(try Verdicts.of(prompt(template)) == [])
  }

  @Test(arguments: [
    ("Take it.\n\nRun [SQL/query code].", ["ambiguous-placeholder: [SQL/query code]"]),
    (
      "In [path/to/file] of [owner/repo] on [YYYY/MM/DD].",
      ["[path/to/file]", "[owner/repo]", "[YYYY/MM/DD]"].map { "ambiguous-placeholder: " + $0 }
    ),
    ("Do [a-b], then [a b].", ["ambiguous-placeholder: [a b]"]),
    ("Do [one thing", ["unbalanced-bracket: ["]),
    ("Do one thing]\nand [two]", ["unbalanced-bracket: ]"]),
  ])
  func `a placeholder that can be read in two ways is told where it stands`(template: String, expected: [String]) throws {
    #expect(try Verdicts.of(prompt(template)) == expected)
    let quoted = prompt(template).split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }.joined(separator: "\n")
    #expect(try Verdicts.of(quoted) == [])
  }

  @Test(arguments: [
    "| placeholder | type | choices | example | default |\n|---|---|---|---|---|\n| `[a/b]` | choice | | a | b |\n| `[how many]` | integer | | -12 | 0 |",
    "| placeholder | type | required | notes |\n|---|---|---|---|\n| a/b | | | x |\n| how many | boolean | no | y |",
    "| name | example |\n|---|---|\n| choice_1 | a |\n| how_many | many |",
    "| Variable | Meaning |\n|---|---|\n| `[this]` | of something else |",
  ])
  func `a table that fits, or is about something else, is silent`(table: String) throws {
    #expect(try Verdicts.of(prompt("Do [a/b] and [how many] of it.", table)) == [])
  }

  @Test(arguments: [
    ("| placeholder |\n|---|\n| `[a/b]` |", ["undeclared-variable: [how many]"]),
    ("| placeholder |\n|---|\n| `[a/b]` |\n| `[how mayn]` |", ["unused-variable: `[how mayn]`"]),
    ("| name |\n|---|\n| choice_1 |\n| how_mnay |", ["unused-variable: how_mnay"]),
    ("| placeholder |\n|---|\n| `[a/b]` |\n| `[how many]` |\n| `[something else]` |", ["unused-variable: `[something else]`"]),
    ("| placeholder | name |\n|---|---|\n| `[a/b]` | x |\n| `[how many]` | x |", ["duplicate-variable: x"]),
    ("| placeholder |\n|---|\n| `[a/b]` |\n| `[how many]` |\n| `[a/b]` |", ["duplicate-variable: `[a/b]`"]),
    ("| placeholder | name |\n|---|---|\n| `[a/b]` | x |\n| `[how many]` | input |", ["invalid-variable-name: input"]),
    ("| placeholder | type |\n|---|---|\n| `[a/b]` | |\n| `[how many]` | int |", ["mistyped-variable: int"]),
    ("| placeholder | type |\n|---|---|\n| `[a/b]` | |\n| `[how many]` | choice |", ["mistyped-variable: choice"]),
    ("| placeholder | type | choices |\n|---|---|---|\n| `[a/b]` | | |\n| `[how many]` | text | a, b |", ["mistyped-variable: a, b"]),
    ("| placeholder | exmaple |\n|---|---|\n| `[a/b]` | a |\n| `[how many]` | b |", ["mistyped-variable: exmaple"]),
    ("| placeholder | default |\n|---|---|\n| `[a/b]` | c |\n| `[how many]` | b |", ["unfit-value: c"]),
    ("| placeholder | type | example |\n|---|---|---|\n| `[a/b]` | | a |\n| `[how many]` | integer | `1,000` |", ["unfit-value: `1,000`"]),
    ("| placeholder | type | example |\n|---|---|---|\n| `[a/b]` | | a |\n| `[how many]` | boolean | maybe |", ["unfit-value: maybe"]),
  ])
  func `a table that does not fit is told at its cell, once`(table: String, expected: [String]) throws {
    #expect(try Verdicts.of(prompt("Do [a/b] and [how many] of it.", table)) == expected)
  }

  @Test func `a bracket that is never closed is the only cause of what follows from it`() throws {
    let table = "| placeholder |\n|---|\n| `[one thing]` |\n| `[why]` |"
    #expect(try Verdicts.of(prompt("Do [one thing for [why].", table)) == ["unbalanced-bracket: ["])
  }

  @Test func `a table in a prompt file without a label counts only when it speaks of placeholders`() throws {
    let file = { (table: String) in "-- workflows/demo/prompts/p.md --\n# P\n\n```\nDo [a thing].\n```\n\n\(table)\n" }
    #expect(try Verdicts.of("", file("| Name | Description |\n|---|---|\n| Output | a list |")) == [])
    #expect(try Verdicts.of("", file("| placeholder |\n|---|\n| `[another]` |")).count == 2)
  }

  private func readme(_ workflow: String, _ guide: String = "") throws -> [String] {
    let more =
      "-- workflows/demo/README.md --\n# Demo\n\n\(workflow)\n"
      + (guide.isEmpty ? "" : "-- workflows/demo/rules/move-workflow.md --\n\(guide)\n")
    return try Verdicts.of("", more)
  }

  @Test(arguments: [
    ("## 1. Move Workflow\n\n**Purpose**: P\n\n**Prompt**:\n```\nx\n```", ["incomplete-workflow: ## 1. Move Workflow"]),
    ("## 1. Move\n\n**Steps**:\n1. S\n\n**Prompt**:\n```\nx\n```", ["incomplete-workflow: ## 1. Move"]),
    ("## Move Workflow\n\n**Purpose**: P\n\n**Steps**:\n1. S", ["incomplete-workflow: ## Move Workflow"]),
    ("## Move\n\n**Purpose**: P\n\n**Steps**:\n\n**Prompt**:\n```\nx\n```", ["incomplete-workflow: **Steps**:"]),
    ("## Move\n\n**Purpose**:\n\n**Steps**:\n1. S\n\n**Prompt**:\n```\nx\n```", ["incomplete-workflow: **Purpose**:"]),
    ("## Move\n\n**Purpose**: P\n\n**Steps**:\n1. S\n\n**Prompt**:\n\nno fence", ["incomplete-workflow: **Prompt**:"]),
    ("## Move\n\n**Purpose**: P\n\n**Prompt**:\n```\nx\n```", []),
    ("## Parser\n\n**Purpose**: P\n\n**Features**:\n- F", []),
    ("## Development Workflow\n\n**Steps**:\n1. S\n\n**Output**: O", []),
    ("## Core Workflows\n\n### 1. Move\n\nText.", []),
    ("## Move\n\n**Purpose**:\n\nP\n\n**Steps**:\n- S\n\n#### AI Prompt Template\n\n```\nx\n```", []),
  ])
  func `a workflow that lacks a part is told at its heading or its label`(text: String, expected: [String]) throws {
    #expect(try readme(text) == expected)
  }

  @Test func `a missing prompt is a note where nothing says that a workflow is meant`() throws {
    let more = { (title: String) in "-- workflows/demo/README.md --\n# D\n\n## \(title)\n\n**Purpose**: P\n\n**Steps**:\n1. S\n" }
    #expect(try Verdicts.findings("", more("Move")).map(\.finding.severity) == [.note])
    #expect(try Verdicts.findings("", more("Move Workflow")).map(\.finding.severity) == [.warning])
  }

  private static let workflow =
    "## 1. Move Workflow\n\n**Purpose**: P\n\n**Steps**:\n1. Plan the move (what)\n2. Pack\n3. Carry\n\n**Prompt**:\n```\nx\n```"

  @Test(arguments: [
    ("# G\n\n## Step 1: Plan the move\n\n## Step 2: Pack (boxes)\n\n## Step 3: carry.", []),
    ("# G\n\n## Steps\n\n### 1. Plan the move\n\n### 2. Pack\n\n### 3. Carry", []),
    ("# G\n\n## Steps\n\n1. Plan the move\n2. **Pack**\n3. Carry", []),
    ("# G\n\n**Steps**:\n1. Plan the move\n2. Pack\n3. Carry", []),
    ("# G\n\nFirst plan, then pack.\n\n1. Something\n2. else", []),
    ("# G\n\n## Step 1: A\n\n## Step 2: B\n\n# H\n\n## Step 1: C\n\n## Step 2: D", []),
    ("# G\n\n## Step 1: Plan the move\n\n## Step 2: Carry\n\n## Step 3: Pack", ["differing-steps: ## Step 2: Carry"]),
    ("# G\n\n## Step 1: Plan the move\n\n## Step 2: Pack", ["differing-steps: ## Step 2: Pack"]),
    ("# G\n\n## Steps\n\n1. Plan the move\n2. Pack\n3. Carry\n4. Rest", ["differing-steps: 4. Rest"]),
    ("# G\n\n```sql\nx\n\n## Step 1: Other\n\n## Step 2: Things", ["unclosed-fence: ```sql"]),
  ])
  func `the guide of a workflow has the workflow's steps`(guide: String, expected: [String]) throws {
    #expect(try readme(PromptRuleTests.workflow, guide) == expected)
  }

  @Test(arguments: [(7, [String]()), (6, ["prompt-too-long"])])
  func `the limit of a prompt counts characters`(limit: Int, rules: [String]) throws {
    let more = "-- augury.yml --\nbudgets: { prompt: \(limit) }\n"
    #expect(try Verdicts.findings(prompt("größer…"), more).map(\.finding.rule) == rules)
  }

  @Test func `thousands of faults in a table are judged at once`() throws {
    let template = (0..<900).map { "L\($0)x: [thing \($0)]\n" }.joined()
    let rows = (0..<3_000).map { "| [thyng \($0)] |\n" }.joined()
    let rules = Dictionary(grouping: try Verdicts.findings(prompt(template, "| placeholder |\n|---|\n\(rows)")), by: \.finding.rule)
    #expect(rules.mapValues(\.count) == ["prompt-too-long": 1, "undeclared-variable": 101, "unused-variable": 101])
  }
}
