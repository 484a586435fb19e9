import Diagnostics
import Files
import Library
import TestSupport
import Testing
import Validation

/// What people write and what is right must stay silent; what is wrong must be reported once and at its place.
@Suite struct FalseAlarmTests {
  private func rules(_ guide: String, _ more: String = "") throws -> [String] {
    let library = SoundModule.with(LibraryText("-- workflows/demo/rules/guide.md --\n\(guide)\n\(more)")).library()
    return try Check(ignore: Verdicts.brevity).findings(in: library).map(\.rule)
  }

  @Test(arguments: [
    "````markdown\n```sql\nSELECT 1;\n```\n````",
    "~~~markdown\n```sql\nSELECT 1;\n```\n~~~",
    "> ```sql\n> SELECT 1;\n> ```",
    "- item\n\n  ```sql\n  SELECT 1;\n  ```\n- next",
    "1. ```sql\n   SELECT 1;\n   ```",
    "```markdown\n```sql engine=sqlite\n```\n\nThat opens a fence.\n\n```\nplain\n```",
    "```markdown\n```sql engine=sqlite\n```\n\n```sql\nSELECT 1;\n```\n\n~~~\nx\n~~~",
    "Inline ``` three ``` backticks.",
    "```\n``` not a fence `x`\n```",
  ])
  func `fences that are right are no finding`(guide: String) throws {
    #expect(try rules("# Guide\n\n- A list.\n\n\(guide)\n") == [])
  }

  @Test(arguments: [
    ("```markdown\n```sql\nx\n```\nText.\n```", "nested-fence"),
    ("```markdown\n```sql\nx\n```\nText.\n```sql\ny\n```\nText.\n```", "nested-fence"),
    ("```markdown\n```sql\nx\n```\nText.\n```\n\nMore.\n\n```sql\ny\n```", "nested-fence"),
    ("~~~md\n~~~sql\nx\n~~~\n~~~", "nested-fence"),
    ("```sql\nx\n\nText for ever", "unclosed-fence"),
    ("> ```sql\n> x\n\nText", "unclosed-fence"),
    ("````md\n```sql\nx\n```\n", "unclosed-fence"),
  ])
  func `fences that are wrong are one finding`(guide: String, rule: String) throws {
    #expect(try rules("# Guide\n\n- A list.\n\n\(guide)\n") == [rule])
  }

  @Test(arguments: [
    "```\nmy-app/\n├── README.md\n├── src/\n└── tests/\n```", "```\n├── README.md\n└── src/\n```", "```sql\n|--SCAN t\n`--SEARCH u\n```",
  ])
  func `trees of other projects are no finding`(tree: String) throws {
    #expect(try rules("# Guide\n\n- A list.\n\n\(tree)\n") == [])
  }

  @Test func `a link to a hidden file is said to be outside what a library holds`() throws {
    let library = SoundModule.with(LibraryText("-- workflows/demo/rules/guide.md --\n# G\n\n- [ci](../.ci/run.md)\n")).library()
    let finding = try #require(try Check().findings(in: library).first)
    #expect(finding.rule == "broken-link" && finding.why == "a library holds no hidden files and no `node_modules`")
  }

  private func metadata(_ augment: String) throws -> [String] {
    let json = """
      -- augury.yml --
      preset: augx
      -- workflows/demo/module.json --
      {
        "name": "demo", "version": "1.0.0", "displayName": "Demo", "description": "A module that shows something.",
        "type": "workflows", "tags": ["demo"]\(augment)
      }
      """
    return try Check().findings(in: SoundModule.with(LibraryText(json)).library()).filter { $0.path.hasSuffix("json") }
      .map { "\($0.rule): \($0.headline)" }.map { $0.replacing(/[0-9]{2,}/, with: "N") }
  }

  @Test(arguments: [
    (#", "augment": { "characterCount": 0, "priority": "low" }"#, []),
    (#", "augment": { "priority": "low" }"#, ["stale-character-count: `augment.characterCount` is missing"]),
    (#", "augment": null"#, ["missing-field: `augment` is empty"]),
    ("", ["missing-field: `augment` is missing"]),
    (#", "augment": 5"#, ["wrong-field-type: `augment` is a number, not an object"]),
    (
      #", "augment": { "characterCount": "5", "priority": "low" }"#,
      [
        "stale-character-count: states no number of characters; N is right",
        "wrong-field-type: `augment.characterCount` is a string, not a number",
      ]
    ),
    (#", "augment": { "characterCount": 1.5, "priority": "low" }"#, ["stale-character-count: states no number of characters; N is right"]),
    (
      #", "augment": { "characterCount": {}, "priority": "low" }"#,
      ["wrong-field-type: `augment.characterCount` is an object, not a number"]
    ),
    (
      #", "characterCount": 0, "augment": { "characterCount": 0, "priority": "low" }"#,
      ["misplaced-field: `characterCount` stands at the wrong place; the one that is read is `augment.characterCount`"]
    ),
    (
      #", "characterCount": 7, "augment": { "characterCount": 0, "priority": "low" }"#,
      [
        "misplaced-field: `characterCount` stands at the wrong place; the one that is read is `augment.characterCount`",
        "stale-character-count: states 7 characters; N is right",
      ]
    ),
    (
      #", "characterCount": 0, "augment": {}"#,
      [
        "misplaced-field: `characterCount` stands at the wrong place; it belongs in `augment.characterCount`",
        "missing-field: `augment.priority` is missing",
      ]
    ),
    (
      #", "characterCount": 0"#,
      [
        "missing-field: `augment.priority` is missing",
        "misplaced-field: `characterCount` stands at the wrong place; it belongs in `augment.characterCount`",
      ]
    ),
  ])
  func `each state of the count in module.json is said as it is`(augment: String, expected: [String]) throws {
    #expect(try metadata(augment) == expected)
  }

  @Test func `a README that is not UTF-8 is one fault, not also a missing section`() throws {
    let library = SoundModule.with(LibraryText("-- workflows/demo/README.md (latin-1) --\n# été\n")).library()
    let findings = try Check().findings(in: library).filter { $0.path.hasSuffix("README.md") }
    #expect(findings.map(\.rule) == ["invalid-utf8"])
  }

  @Test func `what cannot be read is named for what it is`() throws {
    let scratch = try Scratch()
    try scratch.put(SoundModule.with(LibraryText("")))
    try scratch.link("workflows/demo/rules/linked.md", to: "guide.md")
    try scratch.makePipe("workflows/demo/rules/pipe.md")
    try scratch.makeSparse("workflows/demo/rules/large.md", size: 17 << 20)
    try scratch.makeFolder("workflows/other")
    try scratch.link("workflows/other/module.json", to: "../demo/module.json")
    try scratch.link("loose.md", to: "nothing")
    let tree = try SourceTree.read(root: scratch.path, wanted: Loader.wanted)
    let findings = try Check().findings(in: Loader.load(tree, configuration: Configuration()))
    #expect(
      findings.map { "\($0.rule) \($0.path) \($0.headline)" } == [
        "unreadable-file workflows/demo/rules/large.md 17825792 bytes; at most 16777216 are read",
        "unreadable-file workflows/demo/rules/linked.md a symbolic link, which is not followed",
        "unreadable-file workflows/demo/rules/pipe.md a pipe, socket or device, not a file",
        "unreadable-file workflows/other/module.json a symbolic link, which is not followed",
      ]
    )
  }

  @Test func `a file of another folder that is no module is nobody's business`() throws {
    var text = SoundModule.with(LibraryText(""))
    text.files["notes.txt"] = [0xFF]
    #expect(try Check().findings(in: text.library()) == [])
  }

  @Test func `a tree of thousands of missing files is judged at once`() throws {
    let lines = (0..<20_000).map { "├── f\($0).md" }.joined(separator: "\n")
    let library = SoundModule.with(LibraryText("-- workflows/demo/rules/guide.md --\n# G\n\n- x\n\n```\nworkflows/demo/\n\(lines)\n```"))
      .library()
    let findings = try Check(select: ["tree-entry-missing"]).findings(in: library)
    #expect(findings.count == 101)
    #expect(findings.count { $0.headline.hasSuffix("what else is like it in this file is not listed") } == 1)
  }
}
