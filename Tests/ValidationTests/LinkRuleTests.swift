import Diagnostics
import Files
import Library
import TestSupport
import Testing
import Validation

/// The rules about links: near the fault and right is silent, wrong is told once and at its place.
@Suite struct LinkRuleTests {
  @Test(arguments: [
    // Brackets that are no references.
    "A matrix m[i][j] and rows[first][last], [one two][three][four], `[a b][c]`, [0][1], [x][y], [Tt][Oo], [First Name][Last Name], and [text] alone.",
    "- [ ] a task\n- [x] done\n- [an option]",
    "Types such as string[][] or [string][], a pattern [a-z][0-9]+, \\[the text\\]\\[ref\\], [the text\\][ref].",
    "```\n[the text][ref]\n```\n\n    [the text][ref]",
    "[the text][ref]\n\n[ref]: ../README.md",
    "[the text][REF]\n\n> [Ref]: ../README.md",
    "A set [^a-z] and a power 2[^n].",
    "A note.[^1] And another.[^x]\n\n[^1]: One.\n\n[^x]: Two.",
    // Definitions.
    "See [guide][].\n\n[guide]: ../README.md 'a title'",
    "![a picture][p]\n\n[p]: https://example.org/p.png",
    "See [one\ntwo].\n\n[one two]: ../README.md",
    "[//]: # (a remark)\n[comment]: <> (another)",
    "```yaml\n[section]: value\n```\n\n    [section]: value",
    "A line with text\n[not]: a-definition",
    // Addresses.
    "[a](https://example.org:8080/x?y=%20#z) [b](http://jo:pw@example.org) [c](//example.org/x) [d](https://größe.example) <https://a.b>",
    "[a](https://{host}/x) [b](https://$HOST/x) [c](https://...) [d](http://[::1]:80/) [e](http://localhost) [f](http://host:port/)",
    "[mail](mailto:jo@example.org) [call](tel:+1234) ![dot](data:image/png;base64,iVBORw0KGgo=)",
    "[g](<../README.md> \"a title\") [h](../README.md 'title') f[x](a, b.c) and a note [sic](see below)",
    "Yours lie in `/Users/jo/notes.md`; [home](#guide)",
    // Pictures and text.
    "![a picture](https://example.org/a.png) [![a picture](https://example.org/a.png)](../README.md) [<b>x</b>](../README.md) [<img src='a.png' alt='a'>](../README.md)",
    // Files of others, stand-ins, and what a line tells to make.
    "`docs/setup.md`, `README.md`, `rules/<name>.md`, `rules/*.md`, `rules/...`, `.cursor/rules/x.md`, `samples/x.md`, `src/a.md`.",
    "Create `rules/mine.md`, or add a file `rules/yours.md`. There is no `rules/other.md`. `rules/later.md` (planned)",
    "Rename `rules/old.md` to something else. | new: `rules/new.md` |",
    // HTML anchors work on GitHub.
    "<a id=\"here\"></a>\n\n[there](#here)\n\n<div name='low'>\n\n[low](#low)",
    "```bash\naugx link workflows/demo\naugx link <module>\naugx link workflows/your-module\naugx link vendor/package\naugx link my/thing\n```",
    "## Related Modules\n\n- **workflows/demo**: this\n- `@scope/package`, `src/main`, `rules/guide.md`, **and/or**",
    "## Other things\n\n- **workflows/nothing**: nobody says that it is related",
  ])
  func `what is right, or nobody's business, is silent`(guide: String) throws {
    #expect(try Verdicts.of(guide) == [])
  }

  @Test(arguments: [
    ("See [the steps][stesp].", ["undefined-reference: [the steps][stesp]"]),
    ("See [**the** steps][s-1].", ["undefined-reference: [**the** steps][s-1]"]),
    ("See [steps][sx] and [steps][s].\n\n[s]: ../README.md", ["undefined-reference: [steps][sx]"]),
    ("See [steps][] and [s].\n\n[s]: ../README.md", ["undefined-reference: [steps][]"]),
    ("A note.[^2]\n\n| a |\n|---|\n| b[^3] |", ["undefined-reference: [^2]", "undefined-reference: [^3]"]),
    ("A note[^one] and [^two].\n\n[^one]: One.", ["undefined-reference: [^two]"]),
    ("[s]: ../README.md", ["unused-definition: [s]: ../README.md"]),
    ("See [s].\n\n[s]: ../README.md\n[S]: https://example.org", ["unused-definition: [S]: https://example.org"]),
    ("> Text.\n>\n> [s]: ../README.md", ["unused-definition: [s]: ../README.md"]),
    ("Text.\n\n[^1]: Nobody asks.", ["unused-definition: [^1]: Nobody asks."]),
    ("[a](https:///x)", ["malformed-url: [a](https:///x)"]),
    ("[a](http:/x.org)", ["malformed-url: [a](http:/x.org)"]),
    ("[a](https://example..org)", ["malformed-url: [a](https://example..org)"]),
    ("[a](https://exa_mple!.org/)", ["malformed-url: [a](https://exa_mple!.org/)"]),
    ("[a](https://example.org:80a/)", ["malformed-url: [a](https://example.org:80a/)"]),
    ("[a](https://example.org/%2)", ["malformed-url: [a](https://example.org/%2)"]),
    ("[a](<https://example.org/a b>)", ["malformed-url: [a](<https://example.org/a b>)"]),
    ("[a](https://exa mple.org)", ["malformed-url: [a](https://exa mple.org)"]),
    ("[the guide](../my guide.md)", ["malformed-url: [the guide](../my guide.md)"]),
    ("[a](javascript:x)", ["unsafe-scheme: [a](javascript:x)"]),
    ("[a](htps://example.org)", ["unsafe-scheme: [a](htps://example.org)"]),
    ("Use <std::vector>.", ["unsafe-scheme: <std::vector>"]),
    ("[a](C:\\Users\\jo\\a.md)", ["machine-path: [a](C:\\Users\\jo\\a.md)"]),
    ("![a](file:///tmp/a.png)", ["machine-path: ![a](file:///tmp/a.png)"]),
    ("[a](/home/jo/a.md)", ["machine-path: [a](/home/jo/a.md)"]),
    ("[a](~/a.md)", ["machine-path: [a](~/a.md)"]),
    ("[a]()", ["empty-link: [a]()"]),
    ("[](../README.md)", ["empty-link: [](../README.md)"]),
    ("[a](#)", ["empty-link: [a](#)"]),
    ("![](https://example.org/a.png)", ["missing-alternative-text: ![](https://example.org/a.png)"]),
    ("![ ](a.png)", ["broken-link: ![ ](a.png)", "missing-alternative-text: ![ ](a.png)"]),
    ("[a](../readme.md)", ["path-case-mismatch: [a](../readme.md)"]),
    (
      "See `rules/Guide.md` and `rules/gone.md` to add more.",
      ["path-case-mismatch: `rules/Guide.md`", "mentioned-file-missing: `rules/gone.md`"]
    ),
    ("See `../rules/gone.md`.", ["mentioned-file-missing: `../rules/gone.md`"]),
    ("`augx link workflow/demo`", ["unknown-module: `augx link workflow/demo`"]),
    ("> ```\n> augx link workflows/gone\n> ```", ["unknown-module: workflows/gone"]),
    (
      "## Related\n\n- `workflows/gone`\n\n### Dependencies\n\n- **domain-rules/gone**: x",
      ["unknown-module: `workflows/gone`", "unknown-module: **domain-rules/gone**"]
    ),
    ("[a](www.example.org)", ["broken-link: [a](www.example.org)"]),
    ("[a](#GUIDE)", ["broken-anchor: [a](#GUIDE)"]),
    // One definition is one cause.
    ("[a][r] [b][r] [r]\n\n[r]: gone.md", ["broken-link: [r]: gone.md"]),
    ("[a][r] [b][r]\n\n[r]: ../../../../x", ["link-outside-library: [r]: ../../../../x"]),
  ])
  func `what is wrong is told once, at its place`(guide: String, expected: [String]) throws {
    #expect(try Verdicts.of(guide) == expected)
  }

  @Test(arguments: [
    "[a](gone.md) `rules/gone.md` [b c][d-1] ![](x.png)", "[a]: gone.md", "```\naugx link workflows/gone\n```",
    "[a](javascript:x) [b](x y.md)",
    "**Prompt**:\n~~~\n[a [b\n~~~",
  ])
  func `what a broken fence swallows, or lets out, is not told again`(text: String) throws {
    #expect(try Verdicts.of("```sql\nSELECT 1;\n\n\(text)").map { String($0.prefix { $0 != ":" }) } == ["unclosed-fence"])
    let nested = "```markdown\n```sql\nx\n```\n\n\(text)\n\n```\n\n\(text)\n\n```sql\ny\n```\n"
    #expect(try Verdicts.of(nested).map { String($0.prefix { $0 != ":" }) } == ["nested-fence"])
  }

  @Test func `an anchor that a broken fence has swallowed in another file is not told again`() throws {
    let other = "-- workflows/demo/rules/other.md --\n# Other\n\n```sql\nx\n\n## Steps\n"
    #expect(try Verdicts.of("[a](other.md#steps)", other) == ["unclosed-fence: ```sql"])
  }

  @Test func `the last bytes of a file are read too`() throws {
    let library = SoundModule.with(LibraryText("")).files.merging(["workflows/demo/rules/guide.md": Array("# G\n\nA note[^1]".utf8)]) { $1 }
    let loaded = Loader.load(SourceTree(files: library), configuration: Configuration())
    #expect(try Check(select: ["links"]).findings(in: loaded).map(\.rule) == ["undefined-reference"])
  }

  @Test func `what stands before a broken fence is told`() throws {
    #expect(try Verdicts.of("[a](gone.md)\n\n```sql\nx\n") == ["broken-link: [a](gone.md)", "unclosed-fence: ```sql"])
  }

  @Test(arguments: [
    ("[the Other.md](Other.md#other)", "[the Other.md](other.md#other)"),
    ("`./Other.md`", "`./other.md`"),
    ("[a](<Other.md> 'Other.md')", "[a](<other.md> 'Other.md')"),
    ("[Other.md]\n\n[Other.md]: Other.md \"Other.md\"", "[Other.md]\n\n[Other.md]: other.md \"Other.md\""),
    ("[r]\n\n[r]: OTHER.md", "[r]\n\n[r]: other.md"),
    ("[a](#GUIDE)", "[a](#guide)"),
    ("[a](other.md#OTHER)", "[a](other.md#other)"),
  ])
  func `the case of a path or an anchor is mended where it stands`(guide: String, mended: String) throws {
    let library = SoundModule.with(
      LibraryText("-- workflows/demo/rules/guide.md --\n# Guide\n\n\(guide)\n-- workflows/demo/rules/other.md --\n# Other\n")
    ).library()
    let findings = try Check(select: ["links"]).findings(in: library)
    let source = try #require(library.tree.file("workflows/demo/rules/guide.md"))
    let bytes = Edits.applied(findings.compactMap(\.fix), to: source)
    #expect(String(decoding: bytes, as: UTF8.self) == "# Guide\n\n\(mended)\n")
  }

  @Test(arguments: [
    ("- `workflows/gone`", Severity.warning), ("- `workflows/gone` (if available)", .note), ("- **workflows/gone**: planned", .note),
    ("```\naugx link workflows/gone\n```", .error), ("```\naugx link workflows/gone  # if available\n```", .note),
  ])
  func `a module that is only promised is a note`(text: String, severity: Severity) throws {
    #expect(try Verdicts.findings("## Related Modules\n\n\(text)").map(\.finding.severity) == [severity])
  }

  @Test func `a scheme that runs code is an error, any other that the site drops a warning`() throws {
    #expect(try Verdicts.findings("[a](JavaScript:x) [b](vscode:x)").map(\.finding.severity) == [.error, .warning])
  }

  @Test(arguments: [
    ("[a](stpes.md)", "did you mean `steps.md`?"), ("See [steps][stepz].\n\n[steps]: steps.md", "did you mean `steps`?"),
    ("`rules/stpes.md`", "did you mean `steps.md`?"), ("[a](htps://x.org)", "did you mean `https`?"),
    ("```\naugx link workflow/demo\n```", "did you mean `workflows/demo`?"),
    ("```\naugx link domain-rules/demo\n```", "did you mean `workflows/demo`?"),
  ])
  func `what was probably meant is said`(guide: String, suggestion: String) throws {
    let findings = try Verdicts.findings(guide, "-- workflows/demo/rules/steps.md --\n# Steps\n")
    #expect(findings.contains { $0.finding.headline.contains(suggestion) })
  }

  @Test(arguments: ["[a](gone.md) ", "[the b][c-d] ", "`rules/gone.md` ", "![](a) ", "[a](x y.md) ", "[a](javascript:x) ", "[^1] "])
  func `thousands of faults are judged at once and not all listed`(fault: String) throws {
    let text = String(repeating: String(repeating: fault, count: 300) + "\n\n", count: 12)
    let findings = try Verdicts.findings(text)
    let rules = Dictionary(grouping: findings, by: \.finding.rule).mapValues(\.count)
    #expect(rules.values.allSatisfy { $0 == 101 } && !rules.isEmpty)
  }
}
