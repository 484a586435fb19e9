import Files
import Library
import Markdown
import TestSupport
import Testing

struct CollectionTests {
  @Test(arguments: [
    ("rules/system-*.md", "workflows/x", "rules/system-a.md", true),
    ("rules/system-*.md", "workflows/x", "rules/systems.md", false),
    ("rules/system-*.md", "workflows/x", "rules/deep/system-a.md", false),
    ("rules/**/system-?.md", "workflows/x", "rules/deep/er/system-a.md", true),
    ("rules/**/system-?.md", "workflows/x", "rules/system-a.md", true),
    ("rules/**/system-?.md", "workflows/x", "rules/system-ab.md", false),
    ("*-a*b*.md", "", "x-aab-bb.md", true),
    ("workflows/*:README.md", "workflows/x", "README.md", true),
    ("workflows/*:README.md", "workflows/x/y", "README.md", false),
    ("other:README.md", "workflows/x", "README.md", false),
    (":README.md", "", "README.md", true),
    (":README.md", "x", "README.md", false),
  ])
  func `a pattern finds the files that it names`(pattern: String, module: String, file: String, isFound: Bool) throws {
    #expect(try #require(FilePattern(pattern)).matches(file, inModule: module) == isFound)
  }

  @Test(arguments: ["", ":", "x:", "../a.md", "x:../a.md", "rules/"])
  func `a pattern that can find nothing is none`(pattern: String) {
    #expect(FilePattern(pattern) == nil)
  }

  @Test func `many stars take no time`() throws {
    let pattern = try #require(FilePattern(String(repeating: "*a", count: 200) + "b"))
    #expect(!pattern.matches(String(repeating: "a", count: 4_000), inModule: ""))
  }

  @Test func `the variable part of a name is what the star stands for`() throws {
    #expect(try #require(FilePattern("x:rules/system-*.md")).variablePart(of: "x/rules/system-my-sql.md") == "my-sql")
    #expect(try #require(FilePattern("rules/guide.md")).variablePart(of: "x/rules/guide.md") == "guide")
  }

  private static let text = """
    -- augury.yml --
    collections:
      - id: colours
        title: Colours
        pattern: rules/colour-*.md
        comparison: { heading: limits, ids: ID, fact: Limit, value: Value, note: Scope, labels: [Mood] }
    -- workflows/demo/module.json --
    { "name": "demo" }
    -- workflows/demo/rules/colour-red.md --
    # Red

    **Mood**: warm, see `blue.size`.

    ## Limits

    Text first.

    | Value | ID | Limit | Scope |
    |---|---|---|---|
    | 1 *MB* | `red.size` | size | file |
    | | `red.none` | nothing | file |
    | 2 | | shades | |
    -- workflows/demo/rules/colour-blue.md --
    # Blue

    ## Limits

    | ID | Limit |
    |---|---|
    | `blue.size` | size |
    -- workflows/demo/rules/guide.md --
    # Guide

    A picture is bounded by `red.size`, not by `red.none`.
    """

  @Test func `facts are the rows of the table with a value, the same by the end of their ids or by their names`() throws {
    let collection = try #require(LibraryText(Self.text).library().collections.first)
    #expect(collection.members.map(\.key) == ["blue", "red"])
    let (blue, red) = (try #require(collection.members[0].facts), try #require(collection.members[1].facts))
    #expect(blue.facts.isEmpty)
    #expect(blue.gaps.map(\.gap) == [.label("Mood"), .column("Value"), .column("Scope")])
    #expect(red.gaps.isEmpty)
    #expect(red.facts.map(\.key) == ["size", "shades"])
    #expect(red.facts.map { $0.id?.text } == ["red.size", nil])
    let document = collection.members[1].file.document
    #expect(document.plainText(of: red.facts[0].value) == "1 MB")
    #expect(red.facts.map { $0.note.map(document.plainText(of:)) } == ["file", nil])
  }

  @Test func `an id in a code span leads to the table that states it, but for the cell itself`() {
    let references = LibraryText(Self.text).library().references
    #expect(references.map(\.written) == ["red.size"] && references.map(\.form) == [.citation])
    #expect(references.map(\.target) == [.page("workflows/demo/rules/colour-red.md", anchor: "limits")])
  }

  @Test func `faults of a collection are told with their places`() {
    let text = MarkedText(
      """
      collections:
        - { id: a, title: A, pattern: "rules/*.md" }
        - { id: «a», title: B, pattern: "rules/*.md" }
        - { id: «B», title: B, pattern: "rules/*.md" }
        - { id: c, title: C, pattern: «"../*.md"» }
        - { id: d, title: D, pattern: "rules/*.md", «sumary»: D }
        - { id: e, title: E, pattern: "rules/*.md", comparison: { heading: H, «notes»: N } }
      """
    )
    let read = Configuration.read(SourceFile(path: "augury.yml", bytes: Array(text.text.utf8)))
    #expect(read.faults.map(\.span.range) == text.ranges.sorted { $0.lowerBound < $1.lowerBound })
    #expect(read.faults.map(\.message).filter { $0.contains("did you mean") }.count == 2)
    #expect(read.configuration.collections.map(\.id) == ["a", "d", "e"])
  }
}
