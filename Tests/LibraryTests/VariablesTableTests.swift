import Files
import Library
import TestSupport
import Testing

/// The `**Variables**:` table under a prompt.
@Suite struct VariablesTableTests {
  /// The prompt of a README with a template and a table, and the README's text.
  private func prompt(_ template: String, _ table: String) throws -> (prompt: Prompt, readme: SourceFile) {
    let module = try TestModule.module(readme: "## Do it\n\n**Prompt**:\n```\n\(template)\n```\n\n**Variables**:\n\n\(table)\n")
    return (try #require(module.prompts.first), try #require(module.readme).source)
  }

  @Test func `a row renames its variable and overrides every field`() throws {
    let (prompt, _) = try prompt(
      "Scale: [how much] of [what]",
      """
      | name | Placeholder | type | required | default | choices | example | description |
      |---|---|---|---|---|---|---|---|
      | amount | `[how much]` | integer | no | 3 |  | 12 | How many rows |
      | thing | [what] | Choice | yes | | rows, tables; indexes | rows | The thing |
      """
    )
    #expect(prompt.tableFaults == [])
    #expect(prompt.variables.map(\.name) == ["amount", "thing"])
    #expect(prompt.variables.map(\.kind) == [.integer, .choice])
    #expect(prompt.variables.map(\.isRequired) == [false, true])
    #expect(prompt.variables.map(\.defaultValue) == ["3", nil])
    #expect(prompt.variables[1].choices == ["rows", "tables", "indexes"])
    #expect(prompt.variables.map(\.description) == ["How many rows", "The thing"])
    #expect(prompt.parts.contains(.slot(variable: "amount", source: "[how much]")))
    #expect(prompt.text == prompt.template)
  }

  @Test func `columns may be left out, and without a placeholder column the inferred name tells the row`() throws {
    let (prompt, _) = try prompt("For [use case] do [a/b]", "| name | example |\n|---|---|\n| use_case | a shop |\n| choice_1 | a |")
    #expect(prompt.tableFaults == [])
    #expect(prompt.variables.map(\.example) == ["a shop", "a"])
    #expect(prompt.variables.map(\.kind) == [.text, .choice])
  }

  @Test func `choices without a type make a choice, and any other type has none`() throws {
    let (prompt, _) = try prompt("[one thing] and [a/b]", "| placeholder | choices |\n|---|---|\n| one thing | x, y |\n| `[a/b]` | |")
    #expect(prompt.variables.map(\.kind) == [.choice, .choice])
    let (text, _) = try self.prompt("Do [a/b]", "| placeholder | type |\n|---|---|\n| `[a/b]` | text |")
    #expect(text.variables[0].choices == [])
  }

  @Test func `rows with the same placeholder speak of its variables in order, and a label tells them apart`() throws {
    let template = "Old: [description]\nNew: [description]"
    let (inOrder, _) = try prompt(template, "| placeholder | name |\n|---|---|\n| `[description]` | was |\n| `[description]` | will_be |")
    #expect(inOrder.tableFaults == [] && inOrder.variables.map(\.name) == ["was", "will_be"])
    let (labelled, _) = try prompt(
      template,
      "| placeholder | name |\n|---|---|\n| `New: [description]` | will_be |\n| `Old: [description]` | was |"
    )
    #expect(labelled.tableFaults == [] && labelled.variables.map(\.name) == ["was", "will_be"])
  }

  @Test(arguments: [
    ("| placeholder | type |\n|---|---|\n| `[use case]` | word |", Prompt.TableFault.Kind.unknownType("word"), "word"),
    ("| placeholder | name |\n|---|---|\n| `[use case]` | Use-Case |", .invalidName("Use-Case"), "Use-Case"),
    ("| placeholder | name |\n|---|---|\n| `[use case]` | if |", .invalidName("if"), "if"),
    ("| placeholder |\n|---|\n| `[use case]` |\n| `[other]` |", .unused(name: "[other]", meant: nil), "`[other]`"),
    ("| placeholder |\n|---|\n| `[use case]` |\n| `[use case]` |", .repeated("[use case]"), "`[use case]`"),
    ("| name |\n|---|\n| use_case |\n| nothing |", .unused(name: "nothing", meant: nil), "nothing"),
  ])
  func `a row that does not fit is a fault at its cell`(table: String, kind: Prompt.TableFault.Kind, cell: String) throws {
    let (prompt, readme) = try prompt("For [use case]", table)
    #expect(prompt.tableFaults.map(\.kind) == [kind])
    #expect(readme.text(try #require(prompt.tableFaults.first).span.range) == cell)
  }

  @Test func `two variables of one name are a fault of the later one's row`() throws {
    let (prompt, readme) = try prompt(
      "[one a] then [two b]",
      "| placeholder | name |\n|---|---|\n| `[two b]` | same |\n| `[one a]` | same |"
    )
    #expect(prompt.tableFaults.map(\.kind) == [.duplicateName("same")])
    #expect(readme.text(try #require(prompt.tableFaults.first).span.range) == "same")
  }

  @Test func `a variable that the table does not declare is a fault of the template`() throws {
    let (prompt, readme) = try prompt("For [use case] and [more]", "| placeholder |\n|---|\n| `[use case]` |")
    #expect(prompt.tableFaults.map(\.kind) == [.undeclared(placeholder: "[more]")])
    #expect(readme.text(try #require(prompt.tableFaults.first).span.range) == "[more]")
  }
}
