import Diagnostics
import Library
import TestSupport
import Testing
import Validation

/// The rules about directory trees, in the README of a module with `rules/guide.md`, `rules/b.md` and `examples/first.md`.
@Suite struct TreeRuleTests {
  private func verdicts(_ readme: String, _ more: String = "") throws -> [String] {
    try Verdicts.of(
      "",
      """
      -- workflows/demo/README.md --
      # Demo

      \(readme)
      -- workflows/demo/rules/b.md --
      # B
      -- workflows/demo/examples/first.md --
      # First
      -- workflows/demo/CHANGELOG.md --
      # Changes
      \(more)
      """
    )
  }

  private func drawn(_ drawing: String) -> String { "```\n\(drawing)\n```" }

  @Test(arguments: [
    "workflows/demo/\n├── module.json\n├── rules/\n│   ├── guide.md\n│   └── b.md\n└── examples/\n    └── first.md",
    "demo/\n├── rules/\n└── examples/",
    "demo/\n├── module.json\n├── rules/      # two guides\n└── ...",
    "workflows/demo/\n├── module.json\n├── rules/\n│   └── *.md\n└── examples/\n    └── (one a guide)",
    "workflows/demo/\n├── module.json\n├── rules/guide.md\n├── rules/b.md\n└── examples/first.md",
    "rules/\n├── guide.md\n└── b.md",
    "my-shop/\n├── rules/\n│   └── pricing.md\n├── src/\n└── module.json",
    "project/\n└── .augment/\n    └── workflows/demo/\n        └── gone.md",
  ])
  func `a tree that is right, is not whole on purpose, or draws something else is silent`(drawing: String) throws {
    #expect(try verdicts(drawn(drawing)) == [])
  }

  @Test(arguments: [
    (
      "workflows/demo/\n├── module.json\n├── rules/\n│   ├── guide.md\n│   └── c.md\n└── examples/\n    └── first.md",
      ["undeclared-file: rules", "tree-entry-missing: c.md"]
    ),
    ("workflows/demo/\n├── module.json\n└── rules/\n    ├── guide.md\n    └── b.md", ["undeclared-file: workflows/demo"]),
    ("demo/\n└── rules/", ["undeclared-file: demo"]),
    (
      "demo/\n├── rules/\n├── examples/\n│   ├── first.md\n│   └── first.md\n└── rules/",
      ["duplicate-tree-entry: first.md", "duplicate-tree-entry: rules"]
    ),
    ("workflows/demo/\n├── rules/\n├── examples/\n└── more/\n    ├── x.md\n    └── y/\n        └── z.md", ["tree-entry-missing: more"]),
    ("demo/\n├── rules/\n│   ├── Guide.md\n│   └── b.md\n└── examples/", ["undeclared-file: rules", "tree-entry-missing: Guide.md"]),
  ])
  func `what a tree draws wrongly or leaves out is told once`(drawing: String, expected: [String]) throws {
    #expect(try verdicts(drawn(drawing)) == expected)
  }

  @Test func `what one tree leaves out another may draw`() throws {
    let first = drawn("workflows/demo/\n├── module.json\n├── rules/\n│   └── guide.md\n└── examples/")
    let second = drawn("workflows/demo/rules/\n└── b.md")
    #expect(try verdicts(first) == ["undeclared-file: rules"])
    #expect(try verdicts(first + "\n\n" + second) == [])
  }

  @Test(arguments: [
    ("gone.md", Severity.error), ("gone.md (optional)", .note), ("gone.md   # planned", .note), ("gone.md   # the rest", .error),
  ])
  func `an entry that is only promised is a note`(line: String, severity: Severity) throws {
    let guide = drawn("workflows/demo/rules/\n├── guide.md\n└── \(line)")
    #expect(try Verdicts.findings(guide).map(\.finding.severity) == [severity])
  }

  @Test func `an entry in other letters is mended`() throws {
    let fix = try #require(try Verdicts.findings(drawn("workflows/demo/\n├── Module.json\n└── rules/")).first?.finding.fix)
    #expect(fix.replacement == "module.json")
    let both = drawn("workflows/demo/\n├── Module.json\n├── module.json\n└── rules/")
    #expect(try Verdicts.findings(both).compactMap(\.finding.fix) == [])
  }

  @Test func `the history of a module draws what was, and what a fence swallowed is not judged`() throws {
    let tree = drawn("workflows/demo/\n├── module.json\n└── gone.md")
    #expect(try verdicts("", "-- workflows/demo/CHANGELOG.md --\n# Changes\n\n\(tree)\n") == [])
    #expect(try Verdicts.of("~~~sql\nx\n~~\n\n\(tree)") == ["unclosed-fence: ~~~sql"])
  }

  @Test func `thousands of files that are not drawn are judged at once`() throws {
    var text = SoundModule.with(LibraryText("-- workflows/demo/README.md --\n# D\n\n```\nrules/\n├── guide.md\n└── f1.md\n```\n"))
    for number in 0..<5_000 { text.files["workflows/demo/rules/f\(number).md"] = [] }
    #expect(try Check(select: ["trees"]).findings(in: text.library()) == [])
    text.files["workflows/demo/README.md"] = Array("# D\n\n```\ndemo/\n├── module.json\n└── rules/\n    └── guide.md\n```\n".utf8)
    #expect(try Check(select: ["trees"]).findings(in: text.library()).count == 101)
  }
}
