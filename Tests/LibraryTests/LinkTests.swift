import Files
import Library
import TestSupport
import Testing

/// What the references of a Markdown file lead to.
@Suite struct LinkTests {
  /// What the references lead to in `workflows/x/README.md` with some text, in a library of two modules.
  private func targets(_ text: String) throws -> [String] {
    let files = LibraryText(
      """
      -- augury.yml --
      external: { domain-rules/far: "https://example.org/far", domain-rules/later: ~ }
      -- workflows/x/module.json --
      {}
      -- workflows/x/rules/guide.md --
      # The Guide

      ## Step 1: Größe & "Zahl"
      -- workflows/x/rules/my guide.md --
      # My Guide
      -- workflows/x/images/a.png --
      -- coding-standards/sql/module.json --
      {}
      -- coding-standards/sql/README.md --
      # SQL
      -- notes.txt --
      """
    )
    var library = files
    library.files["workflows/x/README.md"] = Array(("# X\n\n" + text).utf8)
    return library.library().references(in: "workflows/x/README.md").map { $0.target.shown }
  }

  @Test(arguments: [
    ("[g](rules/guide.md)", ["page workflows/x/rules/guide.md"]),
    ("[g](./rules/../rules/guide.md)", ["page workflows/x/rules/guide.md"]),
    ("[g](rules/guide.md#the-guide)", ["page workflows/x/rules/guide.md#the-guide"]),
    ("[g](rules/guide.md#step-1-größe--zahl)", ["page workflows/x/rules/guide.md#step-1-größe--zahl"]),
    ("[g](rules/guide.md#step-1-gr%C3%B6%C3%9Fe--zahl)", ["page workflows/x/rules/guide.md#step-1-größe--zahl"]),
    ("[g](rules/guide.md#nothing)", ["no anchor workflows/x/rules/guide.md#nothing"]),
    ("[g](rules/guide.md?plain=1#top)", ["page workflows/x/rules/guide.md"]),
    ("[g](rules/my%20guide.md) [g](<rules/my guide.md>)", Array(repeating: "page workflows/x/rules/my guide.md", count: 2)),
    ("[g](rules/gu%ide.md)", ["no file workflows/x/rules/gu%ide.md"]),
    ("[g](rules/guide%+2Emd)", ["no file workflows/x/rules/guide%+2Emd"]),
    ("[g](Rules/Guide.md)", ["case workflows/x/Rules/Guide.md workflows/x/rules/guide.md"]),
    ("[up](#x) [top](#top) [here]()", ["page workflows/x/README.md#x", "page workflows/x/README.md", "page workflows/x/README.md"]),
    ("[none](#none)", ["no anchor workflows/x/README.md#none"]),
    ("[dir](rules/) [dir](rules)", ["file workflows/x/rules", "file workflows/x/rules"]),
    ("![a](images/a.png) ![b](images/b.png)", ["file workflows/x/images/a.png", "no file workflows/x/images/b.png"]),
    ("[sql](../../coding-standards/sql)", ["module coding-standards/sql"]),
    ("[sql](../../coding-standards/sql/README.md)", ["page coding-standards/sql/README.md"]),
    ("[root](/notes.txt)", ["file notes.txt"]),
    ("[out](../../../secret) [out](../../..)", ["outside ../../../secret", "outside ../../.."]),
    ("[out](%2e%2e/%2e%2e/%2e%2e/secret)", ["outside %2e%2e/%2e%2e/%2e%2e/secret"]),
    ("[g][ref]\n\n[ref]: rules/guide.md#the-guide", ["page workflows/x/rules/guide.md#the-guide"]),
    ("## See [g](rules/guide.md)\n\n| a |\n|---|\n| [n](no.md) |", ["page workflows/x/rules/guide.md", "no file workflows/x/no.md"]),
    ("[![i](images/a.png)](rules/guide.md)", ["page workflows/x/rules/guide.md", "file workflows/x/images/a.png"]),
  ])
  func `links are read relative to their file`(text: String, expected: [String]) throws {
    #expect(try targets(text) == expected)
  }

  @Test(arguments: [
    ("<https://example.org> and https://example.org/x", ["external", "external"]),
    ("<me@example.org> and me@example.org", ["external", "external"]),
    ("[mail](mailto:me@example.org) [call](tel:+1) [host](//example.org/x)", ["external", "external", "external"]),
    ("A footnote.[^1]\n\n[^1]: Text.", []),
    ("```\n[no](nothing.md)\n```\n\n`[no](nothing.md)`", []),
    ("`a.b.c`, `x/y`, `.`, `..`, `/`, `./`, `...`, `1.5`, `and/or`, `../../..`", []),
    ("<!-- [no](nothing.md) -->", []),
  ])
  func `what is no link of the library is no broken link`(text: String, expected: [String]) throws {
    #expect(try targets(text).map { $0.split(separator: " ").first.map(String.init) ?? "" } == expected)
  }

  @Test(arguments: [
    ("`rules/guide.md`", ["page workflows/x/rules/guide.md"]),
    ("`rules/`", ["file workflows/x/rules"]),
    ("`coding-standards/sql` and **coding-standards/sql**", ["module coding-standards/sql", "module coding-standards/sql"]),
    ("**`coding-standards/sql`**", ["module coding-standards/sql"]),
    ("[`rules/guide.md`](rules/guide.md)", ["page workflows/x/rules/guide.md"]),
    ("[**coding-standards/sql**](rules/guide.md)", ["page workflows/x/rules/guide.md"]),
    ("`domain-rules/far` and `domain-rules/later`", ["external https://example.org/far", "external nil"]),
    (
      "```bash\n$ augx link coding-standards/sql\naugx link no/such # later\naugx link <id>\n```",
      ["module coding-standards/sql", "no module no/such"]
    ),
    ("`augx link coding-standards/sql`", ["module coding-standards/sql"]),
    ("`../../notes.txt`", []),
    ("`rules/gone.md`", ["no file workflows/x/rules/gone.md"]),
    ("`Rules/guide.md`", ["case workflows/x/Rules/guide.md workflows/x/rules/guide.md"]),
    ("`docs/gone.md`, `gone.md`, `rules/<name>.md`, `rules/*.md`, `rules/README.md`, `.rules/gone.md`, `rules/gone.txt`", []),
  ])
  func `names of files and modules in code and bold are mentions, once each`(text: String, expected: [String]) throws {
    #expect(try targets(text) == expected)
  }

  @Test func `a link into a file that could not be parsed is not called broken`() throws {
    var text = LibraryText(
      "-- m/x/module.json --\n{}\n-- m/x/README.md --\n[a](rules/a.md#somewhere)\n-- m/x/rules/a.md (latin-1) --\n# été"
    )
    text.files["m/x/rules/b.md"] = []
    #expect(text.library().references.map(\.target) == [.page("m/x/rules/a.md", anchor: "somewhere")])
  }

  @Test func `an install command in a block is told at its id, in quotations and with other line ends too`() throws {
    let text = "# X\r\n\r\n> ```bash\r\n> $ augx link no/such\r\n> ```\r\n\r\n    augx link no/more # later\r\n"
    let library = TestModule.library(["README.md": text])
    let source = try #require(library.module("workflows/x")?.readme).source
    #expect(library.references.map { source.text($0.range) } == ["no/such", "no/more"])
  }

  @Test func `the history of a module may name files that are gone`() {
    let library = TestModule.library(["CHANGELOG.md": "# Changes\n\n- Took out `rules/old.md`\n", "rules/a.md": "# A"])
    #expect(library.references == [])
  }

  @Test func `the range of a reference is what the author wrote`() throws {
    let library = TestModule.library(["README.md": "# X\n\nSee [the guide](no.md) and `rules/a.md`.\n", "rules/a.md": "# A"])
    let source = try #require(library.module("workflows/x")?.readme).source
    #expect(library.references.map { source.text($0.range) }.first == "[the guide](no.md)")
  }
}

extension Reference.Target {
  fileprivate var shown: String {
    switch self {
    case .page(let path, let anchor): "page \(path)" + (anchor.map { "#\($0)" } ?? "")
    case .file(let path): "file \(path)"
    case .module(let id): "module \(id)"
    case .externalModule(_, let url): "external \(url ?? "nil")"
    case .external(let url): "external \(url)"
    case .missingFile(let path): "no file \(path)"
    case .otherCase(let path, let actual): "case \(path) \(actual)"
    case .missingAnchor(let path, let anchor): "no anchor \(path)#\(anchor)"
    case .missingModule(let id): "no module \(id)"
    case .outside(let path): "outside \(path)"
    }
  }
}
