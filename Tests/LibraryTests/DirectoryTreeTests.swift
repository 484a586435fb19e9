import Files
import Library
import Markdown
import TestSupport
import Testing

/// Directory trees in fenced blocks, held against the disk.
@Suite struct DirectoryTreeTests {
  /// The module's own trees in a README that draws one, with `rules/a.md`, `examples/b c.md` and `inner/module.json` on disk.
  private func module(_ drawing: String, around: (String) -> String = { $0 }) throws -> Module {
    try TestModule.module(
      readme: around("```\n\(drawing)\n```\n"),
      ["rules/a.md": "# A", "examples/b c.md": "# B", "inner/module.json": "{}"]
    )
  }

  private static let own = [
    "workflows/x/\n├── module.json   # facts\n├── README.md\n└── rules/\n    ├── a.md\n    └── gone.md # missing",
    "lib/workflows/x\n├─ module.json\n├─ README.md ← this file\n└─ rules\n   ├─ a.md\n   └─ gone.md",
    "x/\n|-- module.json\n|-- README.md\n`-- rules/\n    |-- a.md\n    `-- gone.md",
    "x\n+-- module.json\n+-- README.md\n\\-- rules\n    +-- a.md\n    \\-- gone.md",
    ".\n├── module.json\n├── README.md\n└── rules\n    ├── a.md (guide)\n    └── gone.md",
    "├── module.json\n├── README.md\n└── rules/\n    ├── a.md - the guide\n    └── gone.md",
    "lib/\n└── workflows/\n    └── x/\n        ├── module.json\n        ├── README.md\n        └── rules/\n            ├── a.md\n            └── gone.md",
    "x/\n├── module.json\n├── README.md\n└── rules/\n    ├── a.md\n    ├── gone.md\n    └── ...\n\nother/\n└── nothing.md",
    "📦 workflows/x/\n├── 📄 module.json\n├── 📄 README.md ⭐ start here\n└── 📁 rules/\n    ├── 📄 a.md the guide\n    └── 📄 gone.md ✅",
    "  x/\n  ├── ./module.json\n  ├── README.md\n  └── rules\\\n      ├── a.md [new]\n      └── gone.md | soon",
    "category/x\n├── module.json → facts\n├── README.md: this\n└── rules/\n    ├── a.md – the guide\n    └── gone.md — the rest",
    "x/\r\n├── module.json\r\n├── README.md\r\n└── rules/\r\n    ├── a.md\r\n    └── gone.md",
    "x/\r├── module.json\r├── README.md\n└── rules/\r\n    ├── a.md\r    └── gone.md\r",
  ]

  @Test(arguments: own)
  func `a tree of the module itself names what is missing, each at its place`(drawing: String) throws {
    let module = try module(drawing)
    let tree = try #require(module.trees.first)
    let source = try #require(module.readme).source
    #expect(tree.isOwn)
    #expect(tree.entries.filter { !$0.exists }.map(\.path) == ["rules/gone.md"])
    #expect(tree.entries.filter { !$0.isElision }.map(\.path) == ["module.json", "README.md", "rules", "rules/a.md", "rules/gone.md"])
    #expect(tree.entries.allSatisfy { source.text($0.range) == $0.name })
  }

  @Test(arguments: [
    "rules/\n├── a.md\n├── gone.md\n└── ...\n\nexamples/\n└── b c.md",
    "x/rules/\n├── a.md\n└── gone.md\n\nx/examples\n└── b c.md",
    "somewhere/workflows/x/rules\n├── a.md\n└── gone.md\n\nsomewhere/workflows/x/examples\n└── b c.md",
  ])
  func `a drawing may start at a folder of the module, and a block may hold several`(drawing: String) throws {
    // One of two is no majority: only a name of more than one part tells that the folder is meant.
    let isCertain = drawing.hasPrefix("somewhere")
    let tree = try #require(try module(drawing).trees.first)
    let drawn = tree.entries.filter { !$0.isElision }.map(\.path)
    #expect(drawn == (isCertain ? ["rules/a.md", "rules/gone.md"] : []) + ["examples/b c.md"])
    #expect(tree.roots.map(\.folder) == (isCertain ? ["rules", "examples"] : ["examples"]))
  }

  @Test func `a drawing of the whole library shows the module where its id ends`() throws {
    let drawing =
      "lib/\n├── domain-rules/\n│   └── y/\n│       └── gone.md\n└── workflows/\n    └── x/\n        ├── module.json\n        └── gone.md"
    let module = try module(drawing)
    let tree = try #require(module.trees.first)
    #expect(tree.entries.map(\.path) == ["module.json", "gone.md"])
    #expect(tree.roots.map { module.readme?.source.text($0.range) } == ["x"])
  }

  @Test(arguments: [
    "...", "… and more", "*.md", "<name>.md", "{a,b}.md", "YYYY-MM-DD.md", "12 more files", "(one a state)", "a.md, c.md", "etc.",
  ])
  func `a line that stands for more than one file is never missing`(line: String) throws {
    let tree = try #require(try module("workflows/x/\n├── module.json\n└── \(line)").trees.first)
    #expect(tree.entries.map(\.isElision) == [false, true])
    #expect(tree.entries.allSatisfy { $0.exists })
  }

  @Test func `what one drawing shows twice is told, and what two drawings show is not`() throws {
    let once = "workflows/x/\n├── module.json\n└── rules/\n    ├── a.md\n    └── ..."
    let twice = once + "\n        └── ...\n├── module.json"
    #expect(try #require(try module(once + "\n\n" + once).trees.first).entries.allSatisfy { !$0.isRepeat })
    #expect(try #require(try module(twice).trees.first).entries.filter(\.isRepeat).map(\.path) == ["module.json"])
  }

  @Test(arguments: [("", "> "), ("- item\n\n", "  "), ("---\ntitle: x\n---\n# T\n\n", "")])
  func `places are exact in quotations, in lists and behind front matter`(before: String, prefix: String) throws {
    let around = { (tree: String) in before + prefix + tree.replacing("\n", with: "\n" + prefix) + "\n" }
    let module = try module(DirectoryTreeTests.own[0], around: around)
    let source = try #require(module.readme).source
    let tree = try #require(module.trees.first)
    #expect(tree.entries.map { source.text($0.range) } == ["module.json", "README.md", "rules", "a.md", "gone.md"])
    let document = try #require(module.readme).document
    guard case .codeBlock(_, let literal, _) = document.nodes[tree.node].kind else { return }
    let bytes = Array(document.bytes(literal))
    #expect(tree.entries.allSatisfy { String(decoding: bytes[$0.literalRange], as: UTF8.self) == $0.name })
  }

  @Test(arguments: [
    "my-shop/\n├── src/\n│   └── main.swift\n└── README.md",
    "├── README.md\n└── src/",
    ".\n├── README.md\n├── rules/\n├── src/\n└── migrations/",
    "app\n|-- index.js\n`-- package.json",
    "README.md\n",
    ".augment/workflows/x/\n├── module.json\n└── gone.md",
    "x/\n├── migrations/\n│   └── 001.sql\n└── seeds/",
    "x/src/\n└── main.swift",
    "QUERY PLAN\n|--SCAN orders\n`--USE TEMP B-TREE",
    "├── \n└── ",
    "│\n│\n",
  ])
  func `trees of other projects stay silent`(drawing: String) throws {
    #expect(try module(drawing).trees.allSatisfy { !$0.isOwn && $0.entries.isEmpty })
  }

  @Test func `hidden files, empty folders, names with blanks and modules inside are not called missing`() throws {
    let drawing =
      "workflows/x/\n├── .augury/\n│   └── receipts.txt\n├── examples/\n│   └── b c.md\n├── inner/\n│   └── module.json\n└── rules/"
    let tree = try #require(try module(drawing).trees.first)
    #expect(tree.isOwn && tree.entries.allSatisfy { $0.exists })
    #expect(tree.entries.map(\.path).contains("examples/b c.md"))
  }

  @Test func `a link that is not followed exists, and so does an empty folder`() throws {
    let scratch = try Scratch()
    try scratch.put("w/x/module.json", "{}")
    try scratch.put("w/x/README.md", "```\nw/x/\n├── empty/\n├── link.md -> README.md\n└── gone.md\n```\n")
    try scratch.makeFolder("w/x/empty")
    try scratch.link("w/x/link.md", to: "README.md")
    let library = Loader.load(try SourceTree.read(root: scratch.path, wanted: Loader.wanted), configuration: Configuration())
    let tree = try #require(library.modules.first?.trees.first)
    #expect(tree.entries.map(\.name) == ["empty", "link.md", "gone.md"])
    #expect(tree.entries.map(\.exists) == [true, true, false])
  }
}
