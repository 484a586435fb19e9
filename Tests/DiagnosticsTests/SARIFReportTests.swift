import Diagnostics
import Files
import JSON
import Testing

/// The SARIF report, held to what SARIF 2.1.0 demands; section numbers are those of the standard.
@Suite struct SARIFReportTests {
  private func run(_ report: FindingReport = ReportSample.report()) throws -> JSONValue {
    try #require(try ReportSample.json(.sarif, report)["runs"]?.array?.first)
  }

  @Test func `every report has what the standard demands`() throws {
    #expect(SARIFInspection(try ReportSample.json(.sarif)).problems == [])
    #expect(SARIFInspection(try ReportSample.json(.sarif, ReportSample.report([]))).problems == [])
  }

  @Test(arguments: ReportSample.attacks)
  func `what a module says does not break the structure`(attack: String) throws {
    #expect(SARIFInspection(try ReportSample.json(.sarif, ReportSample.hostile(attack))).problems == [])
  }

  @Test func `the tool tells its version and its rules`() throws {
    let driver = try #require(try run()["tool"]?["driver"])
    #expect(driver["name"]?.string == "augury" && driver["version"]?.string == "1.2.3")
    let rules = try #require(driver["rules"]?.array)
    #expect(rules.map { $0["id"]?.string } == ["a-rule", "b-rule", "c-rule"])
    #expect(rules.map { $0["defaultConfiguration"]?["level"]?.string } == ["error", "error", "note"])
    #expect(rules[0]["shortDescription"]?["text"]?.string == "A link is broken.")
    #expect(rules[0]["fullDescription"]?["text"]?.string == "It leads {{nowhere}}.")
    #expect(rules[0]["help"]?["text"]?.string?.contains("augury explain a-rule") == true)
  }

  @Test func `results name their rule, its index and their level`() throws {
    let results = try #require(try run()["results"]?.array)
    #expect(results.map { $0["ruleId"]?.string } == ["a-rule", "b-rule", "c-rule", "unlisted"])
    #expect(results.map { $0["ruleIndex"]?.int } == [0, 1, 2, nil])
    #expect(results.map { $0["level"]?.string } == ["error", "error", "warning", "note"])
    #expect(
      results.map { $0["partialFingerprints"]?["augury/v1"]?.string }
        == ReportSample.report().findings.map { $0.fingerprint?.description }
    )
  }

  @Test func `a message means its own text`() throws {
    let text = try run()["results"]?.array?.first?["message"]?["text"]?.string
    #expect(text == "`stesp.md` leads to no file\nthere is none, \\[see\\](x) {{0}}\nfix: correct the path")
  }

  @Test func `paths are relative to the repository and encoded`() throws {
    let artifact = try run()["results"]?.array?.first?["locations"]?.array?.first?["physicalLocation"]?["artifactLocation"]
    #expect(artifact?["uri"]?.string == "my%20lib/w/gr%C3%B6%C3%9Fe%20x/gu%25ide.md")
    #expect(artifact?["uriBaseId"]?.string == "%SRCROOT%")
  }

  @Test func `places are lines, UTF-16 columns and bytes`() throws {
    let results = try #require(try run()["results"]?.array)
    let regions = results.map { $0["locations"]?.array?.first?["physicalLocation"]?["region"] }
    let numbers = regions.map { region in
      ["startLine", "startColumn", "endLine", "endColumn", "byteOffset", "byteLength"].map { region?[$0]?.int }
    }
    #expect(ReportSample.guide.text(ReportSample.target) == "stesp.md")
    #expect(numbers[0] == [3, 20, 3, 28, 37, 8])
    #expect(numbers[1] == [1, nil, nil, nil, nil, nil])
    #expect(numbers[2] == [1, 3, 3, 29, 2, 44])
    #expect(numbers[3] == [5, 1, 5, 1, ReportSample.last, 0])
    #expect(try run()["columnKind"]?.string == "utf16CodeUnits")
  }

  @Test func `a fix says which bytes it replaces and by what`() throws {
    let results = try #require(try run()["results"]?.array)
    #expect(results.map { $0["fixes"]?.array?.count } == [1, nil, nil, nil])
    let fix = try #require(results[0]["fixes"]?.array?.first)
    #expect(fix["description"]?["text"]?.string == "write `steps.md`")
    let replacement = try #require(fix["artifactChanges"]?.array?.first?["replacements"]?.array?.first)
    #expect(replacement["deletedRegion"]?["byteOffset"]?.int == 37 && replacement["deletedRegion"]?["byteLength"]?.int == 8)
    #expect(replacement["insertedContent"]?["text"]?.string == "steps.md")
  }

  @Test(arguments: [
    (#"{"version": "2.1.0", "runs": []}"#, []),
    (#"{"version": "2.0.0", "runs": [{"tool": {}, "results": [{}]}]}"#, ["version", "tool.driver", "result.message"]),
    (#"{"version": "2.1.0"}"#, ["runs"]),
    (
      #"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "a"}}, "results": [{"message": {"text": "{"}, "level": "x", "fixes": [{}]}]}]}"#,
      ["result.level", "message braces", "fix.artifactChanges"]
    ),
  ])
  func `the inspection itself finds faults`(json: String, problems: [String]) throws {
    #expect(SARIFInspection(try #require(JSONReader.read(Array(json.utf8)).value)).problems.sorted() == problems.sorted())
  }
}
