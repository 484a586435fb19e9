import Files
import Foundation
import JSON
import Library
import TestSupport
import Testing

@testable import Prompts

/// Guides in the projects of others: what they say, where their links lead, and how they are cut.
@Suite struct GuideTests {
  private static let text = """
    -- workflows/db/module.json --
    { "name": "db", "displayName": "Databases", "description": "All about them.", "version": "1.2.0",
      "augment": { "appliesTo": { "filePatterns": ["**/*.sql", "db/**/*.ts", "a/{b,c}.py", "x, y"] } } }
    -- workflows/db/README.md --
    # Databases

    ## 1. Design

    **Purpose**: Make a schema

    **Steps**:
    1. Think
    2. Write

    **AI Prompt Template** `design-start`:
    ```
    Design [it].
    ```

    ## 2. Move

    **Purpose**: Change a schema

    **Steps**:
    1. Go

    **AI Prompt Template** `move-start`:
    ```
    Move.
    ```
    -- workflows/db/rules/move.md --
    ---
    title: gone
    ---
    # Moving

    How to move.

    <!-- augury: ignore broken-link - it is written next week -->

    See [steps](#one-step), [*the* example](../examples/first.md "title"), [home](../README.md#1-design), [home too](../README.md),
    [other](../../../rules/api/rules/names.md#x), [that module](../../../rules/api/), [data](../data.csv), [gone](gone.md),
    [a site](https://example.org/x), ![picture](p.png), [![picture](p.png)](../examples/first.md), [by label][first] and [first].
    The file `examples/first.md`, the module `rules/api`, and `rules/deep/more.md`.

    [first]: ../examples/first.md
    [site]: https://example.org/

    ## One Step

    - In a list:

      ```sql engine=postgresql@15 expect=error:23514 title="kept"
      SELECT 1; -- [not](a.md) a link
      ```

    ```sql engine=x run=no reason="no server; syntax only"
    SELECT 2;
    ```

    <!-- augury: setup engine=postgresql@15
    CREATE TABLE gone ();
    -->

    Behind it.
    -- workflows/db/rules/deep/more.md --
    # More

    Deep down, [up](../move.md#one-step).
    -- workflows/db/examples/first.md --
    # First

    An example of [moving](../rules/move.md).
    -- workflows/db/data.csv --
    a,b
    -- rules/api/module.json --
    { "name": "api" }
    -- rules/api/rules/names.md --
    # Names

    ## X

    Text.
    """

  private func pack() -> Pack { Pack(LibraryText(GuideTests.text).library()) }

  private func files(_ target: String, _ pack: Pack) throws -> [String: String] {
    let files = pack.projectFiles(for: try #require(Target.named([target]))).files
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.render(), as: UTF8.self)) })
  }

  @Test func `a guide in a skill has links to what lies beside it, and is rid of what only Augury reads`() throws {
    let files = try files("agent-skills", pack())
    #expect(
      files["workflows-db/references/move.md"] == """
        # Moving

        How to move.

        See [steps](#one-step), [*the* example](first.md), [home](../SKILL.md#design), [home too](../SKILL.md),
        other (`rules/names.md` of module `rules/api`), that module (module `rules/api`), data, gone,
        [a site](https://example.org/x), (image: picture), [(image: picture)](first.md), [by label](first.md) and [first](first.md).
        The file `references/first.md`, the module `rules/api`, and `references/deep-more.md`.

        [site]: https://example.org/

        ## One Step

        - In a list:

          ```sql title="kept"
          SELECT 1; -- [not](a.md) a link
          ```

        ```sql
        SELECT 2;
        ```

        Behind it.

        """
    )
    #expect(files["workflows-db/references/deep-more.md"] == "# More\n\nDeep down, [up](move.md#one-step).\n")
  }

  @Test func `the skill of a module leads from the task to the guide`() throws {
    let files = try files("agent-skills", pack())
    #expect(
      files["workflows-db/SKILL.md"] == """
        ---
        name: "workflows-db"
        description: "All about them. Use when the task is one of: Design; Move."
        metadata:
          version: "1.2.0"
        ---

        # Databases

        All about them.

        Load what the task needs and no more: one guide, and an example where one helps.

        ## By Task

        ### Design

        Make a schema

        - Prompt: the skill `design-start`
        - Steps:
          1. Think
          2. Write

        ### Move

        Change a schema

        - Guide: [references/move.md](references/move.md)
        - Prompt: the skill `move-start`

        ## Files

        - [references/deep-more.md](references/deep-more.md) (43 characters): More. Deep down, up.
        - [references/move.md](references/move.md) (\(try #require(files["workflows-db/references/move.md"]).unicodeScalars.count) characters): \
        Moving. How to move.
        - [references/first.md](references/first.md) (42 characters): First. An example of moving.

        """
    )
    #expect(try #require(files["design-start/SKILL.md"]).contains("First load the skill `workflows-db`"))
  }

  @Test func `rules have their links, descriptions and patterns in the form of their tool`() throws {
    let pack = pack()
    let description = "Moving. How to move. Use when the task is: Moving; a guide of Databases."
    let headers = [
      ("cursor-rule", "workflows-db-move.mdc", "description: \"\(description)\"\nglobs: db/**/*.ts\nalwaysApply: false\n"),
      (
        "windsurf-rule", "workflows-db-move.md",
        "trigger: \"glob\"\ndescription: \"\(description)\"\nglobs:\n  - \"**/*.sql\"\n  - \"db/**/*.ts\"\n  - \"a/{b,c}.py\"\n  - \"x, y\"\n"
      ),
      (
        "copilot-instructions", "workflows-db-move.instructions.md",
        "description: \"\(description)\"\napplyTo: \"**/*.sql,db/**/*.ts,a/{b,c}.py\"\n"
      ),
      ("augment-rule", "workflows-db-move.md", "type: \"agent_requested\"\ndescription: \"\(description)\"\n"),
    ]
    for (target, path, header) in headers {
      let files = try files(target, pack)
      let rule = try #require(files[path])
      #expect(rule.hasPrefix("---\n\(header)---\n\n# Moving\n"), "\(target)")
      #expect(rule.contains("See [steps](#one-step), *the* example, home, home too,"), "\(target)")
      #expect(try #require(files[path.replacing("move", with: "deep-more")]).contains("[up](\(path)#one-step)"), "\(target)")
    }
    let losses = pack.projectFiles(for: Target.all).losses.filter { $0.kind == .pattern }
    #expect(losses.map(\.target) == ["copilot-instructions", "cursor-rule"])
    #expect(losses.map { $0.sentence.count { $0 == "`" } } == [2, 6])
  }

  @Test func `a guide beyond a tool's limit is cut at its headings into numbered files, links and fences whole`() throws {
    let paragraph = String(repeating: "word ", count: 300) + "\n\n"
    let sections = (1...12).map {
      "## Step \($0)\n\n\(paragraph)```sh\n# not a heading\n\necho \($0)\n```\n\n[next](#step-\($0 % 12 + 1))\n\n"
    }
    var text = LibraryText(GuideTests.text)
    text.files["workflows/db/rules/move.md"] = Array("# Moving\n\nHow to.\n\n\(sections.joined())".utf8)
    text.files["workflows/db/rules/other.md"] = Array("# Other\n\n[last](move.md#step-12), [whole](move.md)\n".utf8)
    let files = try files("windsurf-rule", Pack(text.library()))
    let parts = files.keys.filter { $0.hasPrefix("workflows-db-move") }.sorted()
    #expect(parts == ["workflows-db-move--1.md", "workflows-db-move--2.md"])
    let texts = parts.compactMap { files[$0] }
    #expect(texts.allSatisfy { $0.utf16.count <= 12_000 })
    #expect(texts.allSatisfy { $0.components(separatedBy: "```").count % 2 == 1 })
    #expect(texts[1].contains("---\n\n# Moving (part 2 of 2)\n\n## Step "))
    #expect(texts.joined().components(separatedBy: "# not a heading").count == 13)
    for part in texts {
      for link in part.matches(of: /\]\(([^)#]+)#step-(\d+)\)/) {
        #expect(try #require(files[String(link.1)]).contains("## Step \(link.2)\n"))
      }
    }
    #expect(
      try #require(files["workflows-db-other.md"]).contains("[last](workflows-db-move--2.md#step-12), [whole](workflows-db-move--1.md)")
    )
  }

  @Test func `a block that is too large is told, and nothing is torn`() {
    var text = LibraryText(GuideTests.text)
    text.files["workflows/db/rules/move.md"] = Array("# Moving\n\n```\n\(String(repeating: "line\n", count: 3000))```\n".utf8)
    let export = Pack(text.library()).projectFiles(for: Target.all.filter { $0.name == "windsurf-rule" })
    #expect(export.losses.filter { $0.kind == .notExported }.map(\.subject) == [.page("workflows/db/rules/move.md")])
    #expect(export.files.allSatisfy { $0.subject != .page("workflows/db/rules/move.md") })
  }

  @Test(arguments: [
    ("```sql engine=pg", "```sql"), ("~~~sql  engine=pg   hl=3", "~~~sql hl=3"), ("```sql", "```sql"), ("```sql x=1  y", "```sql x=1  y"),
    ("```sql run=no reason=\"a b\" z", "```sql z"), ("```{.r engine=1}", "```{.r engine=1}"),
    ("  ``` {.r engine=1}", "  ``` {.r engine=1}"), ("```text result@18", "```text"), ("result", "result"),
    ("  ```sql engine=1 reason=\"{\"", "  ```sql"),
  ])
  func `attributes by which an example is run are dropped from a fence`(line: String, plain: String) {
    #expect(FenceAttributes.removed(from: line) == plain)
  }

  @Test func `words in the skill of a module put nothing in and run nothing`() throws {
    var text = LibraryText("")
    let words = "$5 \\$5 $ARGUMENTS @src/a.ts !`ls` ${CLAUDE_X} a!"
    text.files["m/x/module.json"] = JSONWriter.file(.object([("description", .string(words)), ("displayName", .string(words))]))
    text.files["m/x/rules/a.md"] = Array("# \(words)\n\n\(words)\n".utf8)
    for target in ["claude-skill", "claude-plugin"] {
      let files = try files(target, Pack(text.library()))
      let skill = try Emulator.body(try #require(files.first { $0.key.hasSuffix("m-x/SKILL.md") }).value)
      let read = Emulator.Command.claude.run(skill, "«S»")
      #expect(!read.contains("<REPLACED>") && !read.contains("«S»") && !read.contains("${CLAUDE_"), "\(target)")
      #expect(read.contains("$5 \\\\$ 5 $ARGUMENTS @ src/a.ts !\\`ls\\` $ {CLAUDE_X} a!"), "\(target)")
    }
  }

  @Test(arguments: [(20, true, true), (70, false, true), (400, false, false)])
  func `the skill of a module stays within 500 lines`(workflows: Int, hasSteps: Bool, hasTasks: Bool) throws {
    let steps = "**Steps**:\n1. A step\n2. B"
    let readme = (1...workflows).map { "## Flow \($0)\n\n**Purpose**: P\n\n\(steps)\n\n**AI Prompt Template**:\n```\nGo.\n```\n" }
    let library = TestModule.library(["README.md": readme.joined(separator: "\n"), "rules/a.md": "# A\n\nText.\n"])
    let skill = try #require(try files("agent-skills", Pack(library))["workflows-x/SKILL.md"])
    #expect(skill.utf8.count { $0 == 0x0A } <= 500)
    #expect(skill.contains("1. A step") == hasSteps && skill.contains("## By Task") == hasTasks && skill.contains("references/a.md"))
  }

  @Test func `names stand for tools and targets`() throws {
    let named = { (names: [String]) in Target.named(names)?.map(\.name) }
    #expect(named(["copilot"]) == ["copilot-prompt", "copilot-instructions", "copilot-skill"])
    #expect(named(["copilot", "skills"]) == ["agent-skills", "copilot-prompt", "copilot-instructions"])
    #expect(named(["agents-md"]) == ["agent-skills", "agents-md"])
    #expect(named(["cursor", "augment"]) == ["cursor-command", "cursor-rule", "augment-rule"])
    #expect(named(["cursor", "augment-command"]) == ["cursor-command", "cursor-rule", "augment-command"])
    #expect(named(["cursr"]) == nil)
    let targets = Set(Target.all.map(\.name))
    #expect(Tool.all.allSatisfy { targets.isSuperset(of: $0.targets) } && Target.all.allSatisfy { targets.isSuperset(of: $0.readsAlso) })
    #expect(targets.count == Target.all.count && Set(Target.names).count == Target.names.count)
  }
}
