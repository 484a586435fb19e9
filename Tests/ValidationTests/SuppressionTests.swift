import Diagnostics
import Files
import Library
import TestSupport
import Testing
import Validation

/// What a comment in a Markdown file silences, and what is said of one that is wrong.
@Suite struct SuppressionTests {
  /// The rules that find something in a guide.
  private func found(_ guide: String, check: Check? = nil, settings: String = "") throws -> [String] {
    let text = "-- augury.yml --\npreset: none\n\(settings)\n-- workflows/demo/rules/guide.md --\n# Guide\n\n- A list.\n\n\(guide)"
    return try (check ?? Check(ignore: Verdicts.brevity + ["mixed-line-ends"])).findings(in: SoundModule.with(LibraryText(text)).library())
      .map(\.rule)
  }

  private static let ignore = "<!-- augury: ignore broken-link - written next week -->"

  @Test(arguments: [
    "\(ignore)\n[x](x.md)",
    "\(ignore)\n\n[x](x.md)",
    "Before.\n\(ignore)\n[x](x.md)",
    "\(ignore)\n[x](x.md) and\n[y](y.md)",
    "\(ignore)\n# [x](x.md)\n\nText.",
    "\(ignore)\n\n| [x](x.md) |\n| --- |\n| [y](y.md) |",
    "\(ignore)\n- [x](x.md)\n\n  - [y](y.md)\n- z",
    "\(ignore)\n> [x](x.md)\n>\n> [y](y.md)",
    "- \(ignore)\n  [x](x.md)",
    "- a\n\n  \(ignore)\n\n  [x](x.md)",
    "- a\n  \(ignore)\n- [x](x.md)",
    "> \(ignore)\n> [x](x.md)",
    "> \(ignore)\n\n[x](x.md)",
    "> - \(ignore)\n>   [x](x.md)",
    "\(ignore)\n<!-- another comment -->\n[x](x.md)",
    "\(ignore)\n<!-- augury: setup anything -->\n[x](x.md)",
    "<!-- augury: ignore broken-link\n  - a reason of\n  two lines -->\n[x](x.md)",
    "> <!-- augury: ignore broken-link\n> - a reason -->\n> [x](x.md)",
    "<!--augury: ignore broken-link - reason-->\n[x](x.md)",
    "<!-- augury:ignore broken-link — a long dash -->\n[x](x.md)",
    "Text[^1].\n\n\(ignore)\n[^1]: [x](x.md)",
    "\(ignore)\n\n[x]: x.md\n\nSee [x].",
    "\(ignore)\r\n[x](x.md)\r\n",
  ])
  func `it covers the next block, wherever it stands`(guide: String) throws {
    #expect(try found(guide) == [])
  }

  @Test(arguments: [
    ("[x](x.md)\n\n\(ignore)", ["broken-link", "unused-suppression"]),
    ("\(ignore)\n[x](x.md)\n\n[y](y.md)", ["broken-link"]),
    ("\(ignore)\n## Heading\n\n[x](x.md)", ["broken-link", "unused-suppression"]),
    ("- \(ignore)\n  [x](x.md)\n- [y](y.md)", ["broken-link"]),
    ("- \(ignore)\n  [x](x.md)\n\n  [y](y.md)", ["broken-link"]),
    ("> \(ignore)\n> [x](x.md)\n\n[y](y.md)", ["broken-link"]),
    ("<!-- augury: ignore broken-anchor - reason -->\n[x](x.md)", ["broken-link", "unused-suppression"]),
    ("<!-- ignore broken-link - reason -->\n[x](x.md)", ["broken-link"]),
    ("```html\n\(ignore)\n```\n\n[x](x.md)", ["broken-link"]),
    ("Text.\n\n    \(ignore)\n\n[x](x.md)", ["broken-link"]),
    ("`\(ignore)` [x](x.md)", ["broken-link"]),
  ])
  func `it covers nothing else`(guide: String, rules: [String]) throws {
    #expect(try found(guide).sorted() == rules)
  }

  @Test func `one comment can name several rules, and several comments one block`() throws {
    let link = "[x](x.md) [y](#y)"
    #expect(try found(link).sorted() == ["broken-anchor", "broken-link"])
    #expect(try found("<!-- augury: ignore broken-link, broken-anchor - reason -->\n\(link)") == [])
    #expect(try found("<!-- augury: ignore broken-link,broken-anchor - reason -->\n\(link)") == [])
    #expect(try found("\(Self.ignore)\n<!-- augury: ignore broken-anchor - reason -->\n\(link)") == [])
  }

  @Test(arguments: [
    ("«<!-- augury: ignore broken-link -->»", "this directive gives no reason"),
    ("«<!-- augury: ignore broken-link - -->»", "this directive gives no reason"),
    ("«<!-- augury: ignore - reason -->»", "this directive names no rule"),
    ("«<!-- augury: ignore -->»", "this directive names no rule"),
    ("«<!-- augury: -->»", "this directive says nothing"),
    ("«<!-- augury: ignroe broken-link - reason -->»", "unknown directive `ignroe`; did you mean `ignore`?"),
    ("Text «<!-- augury: ignore broken-link - reason -->» more.", "this directive stands inside other text, where it silences nothing"),
    ("«<!-- augury: ignore broken-link - reason -->» [x](#guide)", "this directive stands inside other text, where it silences nothing"),
    ("<div>\n«<!-- augury: ignore broken-link - reason -->»\n</div>", "this directive stands inside other text, where it silences nothing"),
    ("<!-- augury: ignore «malformed-json» - reason -->\n\nText.", "`malformed-json` cannot be silenced"),
    ("<!-- augury: ignore «unused-suppression» - reason -->\n\nText.", "`unused-suppression` cannot be silenced"),
    ("<!-- augury: ignore «brokn-link» - reason -->", "unknown rule `brokn-link`; did you mean `broken-link`?"),
    ("<!-- augury: ignore broken-link, «links» - reason -->\n[x](x.md)", "`links` is a group, not a rule"),
    (
      "<!-- augury: ignore broken-link, «broken-anchor» - reason -->\n[x](x.md)",
      "`broken-anchor` finds nothing that could be silenced here"
    ),
    ("> <!-- augury: ignore «broken-link» - reason -->\n> Text.", "`broken-link` finds nothing that could be silenced here"),
  ])
  func `what is wrong with it is told, once and at its place`(guide: String, headline: String) throws {
    let text = LibraryText("-- workflows/demo/rules/guide.md --\n# Guide\n\n- A list.\n\n\(guide)")
    let findings = try Check().findings(in: SoundModule.with(text).library())
    #expect(findings.map(\.headline) == [headline])
    #expect(findings.map(\.range) == text.spans.map(\.range))
    #expect(findings.allSatisfy { $0.severity == .warning })
  }

  @Test func `directives of other parts are left alone`() throws {
    #expect(try found("<!-- augury: setup engine=sqlite -->\n<!-- augury: defaults engine=sqlite -->\n\nText.") == [])
  }

  @Test func `broken format is never silenced`() throws {
    let deep = String(repeating: ">", count: 60)
    #expect(try found("<!-- augury: ignore limit-exceeded - reason -->\n\n\(deep) x").contains("limit-exceeded"))
  }

  @Test func `it is judged unused only when all its rules ran`() throws {
    let guide = "<!-- augury: ignore broken-link, broken-anchor - reason -->\nText."
    #expect(try found(guide) == ["unused-suppression", "unused-suppression"])
    #expect(try found(guide, check: Check(ignore: ["broken-anchor"])) == [])
    #expect(try found(guide, check: Check(select: ["markdown"])) == [])
    #expect(try found(guide, settings: "rules: { broken-anchor: off }") == [])
    #expect(try found(guide, check: Check(select: ["links", "unused-suppression"])).count == 2)
  }

  @Test(.timeLimit(.minutes(1))) func `thousands of them are read in a moment`() throws {
    let guide = String(repeating: "\(Self.ignore)\n[x](x.md)\n\n", count: 8_000)
    #expect(try found(guide) == ["module-over-budget"])
  }
}
