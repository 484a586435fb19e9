import Diagnostics
import Files
import Library
import TestSupport
import Testing

@testable import Site

/// The report and the profiles: the numbers are those of the library, and nothing is called run that is not.
@Suite struct ReportPagesTests {
  private static let library = """
    -- augury.yml --
    profiles:
      both: [a:README.md, "b:rules/x.md"]
      half: [a:README.md, "a:rules/gone.md"]
    -- a/module.json --
    {"name": "a", "displayName": "Module A", "version": "1.0.0", "dependencies": ["b"]}
    -- a/README.md --
    # A

    ```sql engine=postgresql
    SELECT 1;
    ```

    ```sql engine=sqlite run=no reason="no server"
    SELECT 2;
    ```
    -- b/module.json --
    {"name": "b", "displayName": "Module B", "version": "1.0.0"}
    -- b/rules/x.md --
    # X

    Text.
    """

  private func site(findings: [Finding] = []) throws -> SiteReader { try SiteReader(Self.library, findings: findings) }

  @Test func `a profile says its size as its file has it, and what is missing`() throws {
    let site = try site()
    let file = try #require(site.files["context/both.md"])
    let page = site.page("profiles.html")
    #expect(page.contains("<span>\(file.unicodeScalars.count) characters</span>") && page.contains("2 files"))
    #expect(page.contains(#"<a href="context/both.md" class="profile-name">both</a>"#) && page.contains("<s>a:rules/gone.md</s> (missing)"))
    #expect(site.page("modules/a/index.html").contains("profiles.html") == false, "a profile of the library is no module's")
  }

  @Test func `a library without profiles has no page of them`() throws {
    let site = try SiteReader("-- a/module.json --\n{}\n")
    #expect(site.files["profiles.html"] == nil && !site.page("report.html").contains("profiles.html"))
  }

  @Test func `what has no receipt counts as not run`() throws {
    let report = try site().page("report.html")
    let number = #"<td class="align-right">"#
    #expect(report.contains("PostgreSQL</th>\(number)0</td>\(number)0</td>\(number)0</td>\(number)1</td><td></td>"))
    #expect(report.contains("2 runnable examples"))
  }

  @Test func `findings are counted by rule, the worst first, with their lines`() throws {
    let findings = [
      Finding(rule: "mild", severity: .note, path: "a/README.md", headline: "A <b> thing"),
      Finding(rule: "bad-thing", severity: .error, path: "b/rules/x.md", range: 5..<6, headline: "Another"),
      Finding(rule: "mild", severity: .note, path: "b/rules/x.md", headline: "A thing"),
    ]
    let report = try site(findings: findings).page("report.html")
    let bad = try #require(report.firstRange(of: "bad-thing"))
    let mild = try #require(report.firstRange(of: "mild"))
    #expect(bad.lowerBound < mild.lowerBound)
    #expect(report.contains("b/rules/x.md, line 3") && report.contains("A &lt;b&gt; thing") && report.contains(">2</td>"))
    #expect(try site().page("report.html").contains("No rule found anything."))
  }

  @Test func `a module says who needs it`() throws {
    #expect(try site().page("modules/b/index.html").contains("Needed by"))
    #expect(try !site().page("modules/a/index.html").contains("Needed by"))
  }
}
