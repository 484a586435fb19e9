import Diagnostics
import Files
import JSON
import Testing

/// A report with a finding of each kind, to be told in every format.
enum ReportSample {
  static let guide = SourceFile(path: "w/größe x/gu%ide.md", bytes: Array("# 🧮 Größe\n\n🧮 See [the steps](stesp.md) now.\n\nlast".utf8))
  /// The bytes of `stesp.md` in the guide.
  static let target = 37..<45
  /// The first byte of its last line.
  static let last = guide.bytes.count - 4

  static let rules = [
    RuleFacts(id: "a-rule", group: "links", severity: .error, summary: "A link is broken", why: "It leads {nowhere}.", canBeLowered: true),
    RuleFacts(id: "b-rule", group: "format", severity: .error, summary: "Not JSON", why: "Nobody reads it.", canBeLowered: false),
    RuleFacts(id: "c-rule", group: "budgets", severity: .note, summary: "Too large", why: "Split it.", canBeLowered: true),
  ]

  static let findings = [
    Finding(
      rule: "a-rule",
      severity: .error,
      path: guide.path,
      range: target,
      headline: "`stesp.md` leads to no file",
      why: "there is none, [see](x) {0}",
      help: "correct the path",
      fix: Fix(title: "write `steps.md`", span: SourceSpan(path: guide.path, range: target), replacement: "steps.md")
    ),
    Finding(rule: "b-rule", severity: .error, path: "w/x/module.json", headline: "not JSON"),
    Finding(rule: "c-rule", severity: .warning, path: guide.path, range: 2..<46, headline: "over several lines"),
    Finding(rule: "unlisted", severity: .note, path: guide.path, range: last..<last, headline: "an empty place"),
  ]

  static func report(
    _ findings: [Finding] = findings,
    files: [String] = [],
    folder: String = "my lib",
    failLevel: Severity? = .error
  ) -> FindingReport {
    FindingReport(
      findings: Fingerprint.numbered(findings) { $0 == guide.path ? guide : nil },
      root: "../content",
      sources: [guide.path: guide],
      moduleCount: 1,
      fileCount: 2,
      files: files,
      knownCount: 3,
      folderInRepository: folder,
      tool: ToolFacts(version: "1.2.3", rules: rules),
      failLevel: failLevel
    )
  }

  static func json(_ format: ReportFormat, _ report: FindingReport = report()) throws -> JSONValue {
    let read = JSONReader.read(Array(format.render(report).utf8))
    #expect(read.faults.isEmpty)
    return try #require(read.value)
  }

  /// A finding whose every word comes from a module that means harm.
  static func hostile(_ text: String) -> FindingReport {
    report(
      [Finding(rule: "a-rule", severity: .error, path: "w/\(text)", headline: text, why: text, help: text)],
      files: ["w/\(text)"],
      folder: text
    )
  }

  /// What a module may hold to break out of a format.
  static let attacks = [
    "\u{1B}[31mred", "\u{7}", "\u{202E}abc", "\u{0}", "\r\n::error::x", "]]>", "<script>alert(1)</script>", "\"><x a=\"", "a|b|c", "\\|x|",
    "`|`", "``` ```", "[a](javascript:x)", "![p](https://x.example/p.png)", "https://x.example www.x.example a@x.example", "@user #12",
    "%0A::error::x", "a,b:c=d", "\u{FFFF}\u{FFFE}", "&amp;&#60;", "*a* _b_ ~c~ $d$", "<!-- x", "\n\n# Heading\n\n- list", "x\\",
    "`unpaired",
    "{0} {{1}}", "[a](1) \\[b](2)",
  ]
}
