import Diagnostics
import Files
import Testing

/// What a finding is known by from run to run.
@Suite struct FingerprintTests {
  /// The fingerprints of findings, each given as the rule and the first byte of its place.
  private func fingerprints(_ text: String, _ findings: [(String, Int?)], path: String = "w/x/a.md") -> [String] {
    let source = SourceFile(path: path, bytes: Array(text.utf8))
    let findings = findings.map { rule, start in
      Finding(rule: rule, severity: .error, path: path, range: start.map { $0..<($0 + 1) }, headline: "x")
    }
    return Fingerprint.numbered(findings) { $0 == path ? source : nil }.map { $0.fingerprint?.description ?? "" }
  }

  @Test func `it is the same on every machine and in every release`() {
    // Baselines hold these: when this test fails, every baseline there is has become stale.
    #expect(fingerprints("See [x](y).\n", [("broken-link", 4), ("broken-link", 4)]) == ["05370a0d2e1f0900", "a5a92c6da658354c"])
    #expect(fingerprints("", [("unreadable-file", nil)], path: "größe.md") == ["057727c9e2012d92"])
  }

  @Test(arguments: [
    "# New\n\nlines\nabove\nSee [x](y).\n", "See [x](y).\nbelow", "  See [x](y).  \n", "See\t[x](y).\r\n", "See   [x](y).",
  ])
  func `lines around it and white space do not change it`(text: String) throws {
    let place = try #require(text.utf8.firstIndex(of: UInt8(ascii: "["))).utf16Offset(in: text)
    #expect(fingerprints(text, [("r", place)]) == fingerprints("See [x](y).\n", [("r", 4)]))
  }

  @Test func `rule, path, line and number tell findings apart`() {
    let all =
      fingerprints("a b\na b\na  c\n", [("r", 0), ("r", 2), ("r", 4), ("r", 8), ("s", 0), ("r", nil), ("r", nil)])
      + fingerprints("a b\n", [("r", 0)], path: "w/y/a.md")
    #expect(Set(all).count == 8)
    #expect(all.allSatisfy { Fingerprint($0)?.description == $0 })
  }

  @Test func `the words of a finding do not change it`() {
    let source = SourceFile(path: "a", bytes: Array("text".utf8))
    let findings = ["12 characters", "13 characters"].map { words in
      Fingerprint.numbered([Finding(rule: "r", severity: .note, path: "a", range: 0..<1, headline: words)]) { _ in source }[0].fingerprint
    }
    #expect(findings[0] == findings[1] && findings[0] != nil)
  }

  @Test(arguments: ["", "0123456789abcde", "0123456789abcdef0", "0123456789ABCDEF", "0123456789abcdeg", "0123456789abcdé"])
  func `other text is no fingerprint`(text: String) {
    #expect(Fingerprint(text) == nil)
  }

  @Test func `findings on one long line are numbered in linear time`() {
    let text = String(repeating: "a ", count: 500_000)
    let numbered = fingerprints(text, (0..<2_000).map { ("r", $0 * 2) })
    #expect(Set(numbered).count == 2_000)
  }
}
