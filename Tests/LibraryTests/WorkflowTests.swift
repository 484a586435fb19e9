import Files
import Library
import TestSupport
import Testing

/// The labelled blocks that make workflows and prompts.
@Suite struct WorkflowTests {
  @Test(arguments: [
    "**AI Prompt Template**:\n```\nDo [it all].\n```",
    "**AI Prompt Template:**\n```\nDo [it all].\n```",
    "**AI Prompt Template**:\n\n```text\nDo [it all].\n```",
    "**Prompt**:\n~~~~\nDo [it all].\n~~~~",
    "#### AI Prompt Template\n\n```\nDo [it all].\n```",
    "#### AI Prompt Template\n```\nDo [it all].\n```",
    "**ai prompt**: copy this\n\n```\nDo [it all].\n```",
  ])
  func `every accepted form of the prompt label is read`(block: String) throws {
    let module = try TestModule.module(readme: "# M\n\n### 1. Do It\n\n**Purpose**: Get it done\n**Steps**:\n1. Go\n\n\(block)\n")
    #expect(module.prompts.map(\.template) == ["Do [it all]."])
    #expect(module.prompts.map(\.id) == ["do-it"])
    #expect(module.prompts.map(\.title) == ["Do It"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `the lines of a prompt end with LF, whatever the file has`(end: String) throws {
    let readme = "# M\n\n**Prompt**:\n\n  ```\n  Do [a]\n\n  and: [b]\n\n  ```\n"
    let module = try TestModule.module(readme: readme.replacing("\n", with: end))
    let prompt = try #require(module.prompts.first)
    let page = try #require(module.readme)
    #expect(prompt.template == "Do [a]\n\nand: [b]\n")
    #expect(page.source.text(PromptPlaces(prompt, in: page).range(13..<16)) == "[b]")
  }

  @Test func `a label may carry its id, and an id is made fit for paths`() throws {
    let readme =
      "## A\n\n**Prompt** `do-start`:\n```\nx\n```\n\n## B\n\n**Prompt** `../Über Uns!`:\n```\ny\n```\n\n## C\n\n**Prompt** `..`:\n```\nz\n```\n"
    let module = try TestModule.module(readme: readme)
    #expect(module.prompts.map(\.id) == ["do-start", "über-uns", "c"])
  }

  @Test func `several prompts under one heading are all read, each with the table that follows it`() throws {
    let readme = """
      ## Do

      **Steps**:
      1. Go

      **Prompt** `first`:
      ```
      [one thing]
      ```
      **Variables**:

      | placeholder | name |
      |---|---|
      | `[one thing]` | one |

      **Prompt** `second`:
      ```
      [two things]
      ```
      """
    let module = try TestModule.module(readme: readme)
    #expect(module.prompts.map(\.id) == ["first", "second"])
    #expect(module.prompts.map { $0.variables.map(\.name) } == [["one"], ["two_things"]])
    #expect(module.prompts.map(\.workflow) == ["do", nil])
    #expect(module.workflows.map(\.prompt) == ["first"])
  }

  @Test func `two workflows with the same heading keep their own prompts`() throws {
    let section = { (number: Int) in
      "### \(number). Set Up\n\n**Purpose**: P\(number)\n\n**Steps**:\n1. S\(number)\n\n**Prompt**:\n```\nT\(number)\n```\n\n"
    }
    let module = try TestModule.module(readme: "# M\n\n" + section(1) + section(2))
    #expect(module.workflows.map(\.id) == ["set-up", "set-up-2"])
    #expect(module.prompts.map(\.id) == ["set-up", "set-up-2"])
    #expect(module.workflows.map(\.prompt) == ["set-up", "set-up-2"])
    #expect(module.prompts.map(\.workflow) == ["set-up", "set-up-2"])
    #expect(module.prompts.map(\.template) == ["T1", "T2"])
  }

  @Test func `a heading inside a quotation or a list does not hide the workflows behind it`() throws {
    let readme = "# M\n\n> ## Quoted\n\n- # In a list\n\n## Do\n\n**Steps**:\n1. Go\n\n**Prompt**:\n```\nx\n```\n"
    let module = try TestModule.module(readme: readme)
    #expect(module.workflows.map(\.title) == ["Do"])
    #expect(module.prompts.map(\.id) == ["do"])
  }

  @Test func `a guide that repeats purpose and steps is a guide, no second workflow`() throws {
    let text = "# Do Workflow\n\n## Do Workflow\n\n**Purpose**: P\n\n**Steps**:\n1. Go\n"
    let module = try TestModule.module(readme: text + "\n**Prompt**:\n```\nx\n```\n", ["rules/do-workflow.md": text])
    #expect(module.workflows.map(\.id) == ["do-workflow"])
    #expect(module.workflows.map(\.guide) == ["workflows/x/rules/do-workflow.md"])
  }

  @Test func `other labels are notes of the workflow with what follows them`() throws {
    let readme =
      "## Do\n\n**Purpose**: P\n\n**Steps**:\n1. Go (now)\n2. `x` and **y**\n\n**When to use**: always\n\n- because\n\n**Output**: text\n"
    let workflow = try #require(try TestModule.module(readme: readme).workflows.first)
    #expect(workflow.steps.map(\.text) == ["Go (now)", "x and y"])
    #expect(workflow.steps.map(\.title) == ["Go", "x and y"])
    #expect(workflow.notes.map(\.label) == ["When to use", "Output"])
    #expect(workflow.notes.map(\.text) == ["always", "text"])
    #expect(workflow.notes.map(\.content.count) == [1, 0])
  }

  @Test func `a prompt file needs no label: its first fence that names no engine is the template`() throws {
    let module = try TestModule.module([
      "prompts/Do It.md":
        "# Do It\n\nWhat it is for.\n\n```sql engine=sqlite\nSELECT 1;\n```\n\n```\nUse [table name].\n```\n\n| placeholder | name |\n|---|---|\n| `[table name]` | relation |\n",
      "prompts/labelled.md": "# L\n\n```\nnot this\n```\n\n**Prompt**:\n```\nthis\n```\n",
    ])
    #expect(module.prompts.map(\.id) == ["do-it", "labelled"])
    #expect(module.prompts.map(\.template) == ["Use [table name].", "this"])
    #expect(module.prompts.map(\.summary) == ["What it is for.", ""])
    #expect(module.prompts[0].variables.map(\.name) == ["relation"])
  }

  @Test func `a file with CR LF gives the same template as one with LF`() throws {
    let readme = "## Do\n\n**Prompt**:\n```\nScale: [n]\n- [Item 1]\n- [Item 2]\n```\n"
    let unix = try #require(try TestModule.module(readme: readme).prompts.first)
    let windows = try #require(try TestModule.module(readme: readme.replacing("\n", with: "\r\n")).prompts.first)
    #expect(Array(windows.template.utf8) == Array(unix.template.utf8))
    #expect(windows.variables == unix.variables)
  }

  @Test(arguments: ["## Do\n\n**Prompt**:\n\nno fence\n", "**Prompt**: x\n", "## Prompt\n\n", ""])
  func `a label without a fence is no prompt`(readme: String) throws {
    let module = try TestModule.module(readme: readme)
    #expect(module.prompts.isEmpty)
  }
}
