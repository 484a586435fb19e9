import Diagnostics
import Files
import JSON
import Testing

/// What people and programs see of findings.
@Suite struct ReportTests {
  private static let guide = SourceFile(path: "w/x/guide.md", bytes: Array("# Größe\n\nSee [the steps](stesp.md) now.\n\nlast".utf8))

  private func report(_ findings: [Finding], root: String = "content", source: SourceFile = guide) -> FindingReport {
    FindingReport(findings: findings, root: root, sources: [source.path: source], moduleCount: 1, fileCount: 2)
  }

  private func finding(
    _ range: Range<Int>?,
    path: String = "w/x/guide.md",
    _ headline: String = "wrong",
    why: String = "",
    help: String = ""
  )
    -> Finding
  {
    Finding(rule: "some-rule", severity: .error, path: path, range: range, headline: headline, why: why, help: help)
  }

  /// The lines that show the source: the excerpt and its carets.
  private func excerpt(_ text: String, _ range: Range<Int>) -> [String] {
    let source = SourceFile(path: "a.md", bytes: Array(text.utf8))
    let lines = ReportFormat.text.render(report([finding(range, path: "a.md")], source: source)).split(separator: "\n").map(String.init)
    return lines.count < 4 ? [] : lines[3...].map { String($0.dropFirst(4)) }
  }

  @Test func `the text report shows headline, place, line, caret, reason and way out`() {
    let first = finding(15..<36, "`stesp.md` leads to no file", why: "there is no such file", help: "correct the path")
    let second = Finding(rule: "other-rule", severity: .warning, path: "w/x/module.json", headline: "too large")
    let text = ReportFormat.text.render(report([first, second]))
    #expect(
      text == """
        error[some-rule]: `stesp.md` leads to no file
         --> content/w/x/guide.md:3:5
          |
        3 | See [the steps](stesp.md) now.
          |     ^^^^^^^^^^^^^^^^^^^^^
          = why: there is no such file
          = fix: correct the path

        warning[other-rule]: too large
         --> content/w/x/module.json

        """
    )
    #expect(ReportFormat.text.render(report([])) == "")
  }

  @Test func `colour changes nothing but colour`() {
    let findings = [finding(15..<36, "wrong", why: "a", help: "b")]
    let coloured = ReportFormat.colouredText.render(report(findings))
    #expect(coloured.contains("\u{1B}[31;1m"))
    #expect(coloured.replacing(/\x1B\[[0-9;]*m/, with: "") == ReportFormat.text.render(report(findings)))
  }

  @Test(arguments: ["\u{1B}[31mred", "\u{7}", "\u{202E}abc", "\u{0}", "\u{9B}2J", "\u{2028}", "\r", "\u{200F}", "\u{E0041}"])
  func `nothing in a module drives the terminal`(hostile: String) {
    let source = SourceFile(path: "w/\(hostile)/a.md", bytes: Array("x \(hostile) y \(hostile) z".utf8))
    let length = hostile.utf8.count
    let one = finding((2 + length + 1)..<(2 + length + 2), path: source.path, hostile, why: hostile, help: hostile)
    let text = ReportFormat.text.render(report([one], root: hostile, source: source))
    let bad = text.unicodeScalars.filter {
      switch $0.properties.generalCategory {
      case .control: $0 != "\n"
      case .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
    #expect(bad.isEmpty)
  }

  @Test(arguments: [
    ("abc def", 4..<7, ["abc def", "    ^^^"]),
    ("abc\n\ndef", 5..<8, ["def", "^^^"]),
    ("abc", 3..<3, ["abc", "   ^"]),
    ("a\tb", 2..<3, ["a  b", "   ^"]),
    ("表 x", 4..<5, ["表 x", "   ^"]),
    ("🧮x", 0..<4, ["🧮x", "^^"]),
    ("e\u{301}x", 3..<4, ["e\u{301}x", " ^"]),
    ("abc\r\ndef", 1..<7, ["abc", " ^^"]),
    ("\n", 0..<0, []),
    ("", 0..<0, []),
    ("abc\n", 4..<4, []),
  ])
  func `the caret stands under the place`(text: String, range: Range<Int>, expected: [String]) {
    #expect(excerpt(text, range) == expected)
  }

  @Test(arguments: [0, 10, 79, 80, 81, 500, 5000])
  func `a long line is cut, with the caret in its place`(before: Int) {
    let text = String(repeating: "a", count: before) + "XYZ" + String(repeating: "b", count: 5000)
    let lines = excerpt(text, before..<(before + 3))
    #expect(lines.count == 2)
    #expect(lines[0].count <= 161)
    let carets = Array(lines[1])
    #expect(zip(lines[0], carets).filter { $0.1 == "^" }.map { String($0.0) }.joined() == "XYZ")
  }

  @Test func `a long place is cut too`() {
    let lines = excerpt("ab " + String(repeating: "x", count: 1000) + " cd", 3..<1003)
    #expect(lines[0].hasPrefix("ab xxx") && lines[0].hasSuffix("x…") && lines[0].count == 160)
    #expect(lines[1].hasPrefix("   ^^^") && lines[1].count == 160)
  }

  @Test func `the JSON report tells lines, columns and offsets that lead back to the place`() throws {
    let fix = Fix(title: "write it", span: SourceSpan(path: "w/x/guide.md", range: 27..<35), replacement: "steps.md")
    let source = ReportTests.guide
    let one = Finding(
      rule: "some-rule",
      severity: .note,
      path: source.path,
      range: 2..<9,
      headline: "a \"quote\"\n",
      why: "w",
      help: "h",
      fix: fix
    )
    let text = ReportFormat.json.render(report([one, finding(nil, path: "else.md")]))
    let read = JSONReader.read(Array(text.utf8))
    #expect(read.faults.isEmpty && text.hasSuffix("}\n"))
    let root = try #require(read.value)
    #expect(root["schemaVersion"]?.int == 1)
    #expect(["errors", "warnings", "notes", "modules", "files"].map { root["summary"]?[$0]?.int } == [1, 0, 1, 1, 2])
    let findings = try #require(root["findings"]?.array)
    let first = findings[0]
    #expect(
      ["rule", "severity", "path", "headline", "why", "help"].map { first[$0]?.string } == [
        "some-rule", "note", "w/x/guide.md", "a \"quote\"\n", "w", "h",
      ]
    )
    #expect(["line", "column", "offset"].map { first["start"]?[$0]?.int } == [1, 3, 2])
    #expect(["line", "column", "offset"].map { first["end"]?[$0]?.int } == [1, 8, 9])
    #expect(["line", "column", "offset"].map { first["fix"]?["start"]?[$0]?.int } == [3, 17, 27])
    #expect(source.text(27..<35) == "stesp.md" && first["fix"]?["replacement"]?.string == "steps.md")
    #expect(findings[1]["start"] == nil && findings[1]["fix"] == nil)
  }

  @Test func `the JSON report says where the library lies, what is known, and what a finding is known by`() throws {
    let root = try ReportSample.json(.json)
    #expect(root["library"]?.string == "my lib" && root["summary"]?["known"]?.int == 3)
    let findings = try #require(root["findings"]?.array)
    #expect(findings.map { $0["path"]?.string } == ReportSample.findings.map(\.path))
    let read = findings.map(Finding.init(json:))
    #expect(read.map { $0?.fingerprint } == ReportSample.report().findings.map(\.fingerprint))
    let measured = Finding(rule: "r", severity: .note, path: "a", headline: "x", measure: 7)
    #expect(
      try ReportSample.json(.json, ReportSample.report([measured]))["findings"]?.array?.first.flatMap(Finding.init(json:))?.measure == 7
    )
  }

  @Test func `findings are in the order of path, place, rule and words`() {
    let sorted = [
      finding(nil, path: "a"), finding(0..<1, path: "a", "a"), finding(0..<1, path: "a", "b"), finding(2..<3, path: "a"),
      finding(nil, path: "b"),
    ]
    #expect(sorted.reversed().sorted() == sorted)
  }

  @Test func `the summary counts by severity`() {
    #expect(report([]).summary == "no findings")
    let note = Finding(rule: "r", severity: .note, path: "p", headline: "h")
    #expect(report([finding(nil), finding(nil), note]).summary == "2 errors, 1 note")
  }
}
