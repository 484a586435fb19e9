import Diagnostics
import Files
import Foundation
import FoundationXML
import JSON
import Markdown
import Testing

/// The reports for services: GitHub's commands and summaries, GitLab's code quality, JUnit.
@Suite struct ServiceReportTests {
  // MARK: GitHub

  @Test func `each finding is a workflow command`() {
    let lines = ReportFormat.github.render(ReportSample.report()).split(separator: "\n")
    let path = "my lib/w/größe x/gu%25ide.md"
    #expect(
      lines == [
        "::error file=\(path),line=3,col=19,endLine=3,endColumn=27,title=a-rule::`stesp.md` leads to no file%0Athere is none, [see](x) {0}%0Afix: correct the path",
        "::error file=my lib/w/x/module.json,title=b-rule::not JSON",
        "::warning file=\(path),line=1,endLine=3,title=c-rule::over several lines",
        "::notice file=\(path),line=5,col=1,endLine=5,endColumn=1,title=unlisted::an empty place",
      ]
    )
  }

  @Test(arguments: ReportSample.attacks)
  func `a module does not write commands of its own`(attack: String) throws {
    let text = ReportFormat.github.render(ReportSample.hostile(attack))
    #expect(text.hasPrefix("::error file=") && text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count == 2)
    #expect(try /::error file=[^,:]*,title=a-rule::.*\n/.wholeMatch(in: text) != nil)
    #expect(!text.dropLast().unicodeScalars.contains { $0.properties.generalCategory == .control })
  }

  // MARK: GitLab

  @Test func `GitLab's issues have their place, severity and fingerprint`() throws {
    let issues = try #require(try ReportSample.json(.gitlab).array)
    #expect(issues.map { $0["check_name"]?.string } == ["a-rule", "b-rule", "c-rule", "unlisted"])
    #expect(issues.map { $0["severity"]?.string } == ["major", "critical", "minor", "info"])
    #expect(issues.map { $0["location"]?["lines"]?["begin"]?.int } == [3, 1, 1, 5])
    #expect(issues[0]["location"]?["path"]?.string == "my lib/w/größe x/gu%ide.md")
    #expect(issues[0]["description"]?.string == "`stesp.md` leads to no file")
    let prints = issues.map { $0["fingerprint"]?.string }
    #expect(prints == ReportSample.report().findings.map { $0.fingerprint?.description } && Set(prints).count == 4)
  }

  // MARK: JUnit

  @Test func `a file is a test case, and what makes the run fail its failure`() throws {
    let files = ["w/größe x/gu%ide.md", "w/sound.md", "w/x/module.json"]
    let cases = try XMLCases(ReportFormat.junit.render(ReportSample.report(files: files))).cases
    try #require(cases.map(\.file) == files.map { "my lib/" + $0 })
    #expect(cases.map(\.failure) == ["`stesp.md` leads to no file", nil, "not JSON"])
    #expect(cases[0].text.contains(":3:19: error[a-rule]: `stesp.md` leads to no file\n  there is none"))
    #expect(cases[0].text.contains("warning[c-rule]"))
    let strict = try XMLCases(ReportFormat.junit.render(ReportSample.report(files: files, failLevel: .warning)))
    #expect(strict.cases[0].failure == "`stesp.md` leads to no file (and 1 more)")
    #expect(strict.totals == ["tests": "3", "failures": "2", "errors": "0"])
    #expect(try XMLCases(ReportFormat.junit.render(ReportSample.report(failLevel: nil))).totals["failures"] == "0")
  }

  @Test(arguments: ReportSample.attacks)
  func `what a module says stays text in XML`(attack: String) throws {
    let xml = ReportFormat.junit.render(ReportSample.hostile(attack))
    let cases = try XMLCases(xml)
    #expect(cases.cases.count == 1 && cases.elements == ["testsuites", "testsuite", "testcase", "failure"])
    #expect(!xml.unicodeScalars.contains { $0 != "\n" && $0.value < 0x20 || $0.value == 0xFFFE || $0.value == 0xFFFF })
  }

  // MARK: Markdown

  @Test func `the summary counts and lists`() {
    let text = ReportFormat.markdown.render(ReportSample.report())
    #expect(
      text.hasPrefix("### augury check\n\n1 module, 2 files: **2 errors, 1 warning, 1 note; 3 more in the baseline**\n\n| severity |")
    )
    #expect(text.contains("| error | `my lib/w/größe x/gu%ide.md:3` | `stesp.md` leads to no file | `a-rule` |\n"))
    #expect(ReportFormat.markdown.render(ReportSample.report([])).hasSuffix("**no findings; 3 more in the baseline**\n"))
  }

  @Test func `a long list is cut`() {
    let many = (0..<600).map { Finding(rule: "r", severity: .note, path: "a\($0)", headline: "x") }
    let text = ReportFormat.markdown.render(ReportSample.report(many))
    #expect(text.hasSuffix("\n100 more are not listed.\n") && text.split(separator: "\n").count { $0.hasPrefix("| note") } == 500)
  }

  @Test(arguments: ReportSample.attacks)
  func `what a module says stays text in Markdown`(attack: String) {
    let text = ReportFormat.markdown.render(ReportSample.hostile(attack))
    let document = Document(parsing: Array(text.utf8))
    var cells = 0
    for node in document.nodes {
      switch node.kind {
      case .tableCell: cells += 1
      case .link, .image, .htmlBlock, .inlineHTML, .emphasis, .strikethrough, .list, .codeBlock, .blockQuote:
        Issue.record("\(node.kind) in \(text)")
      default: break
      }
    }
    #expect(cells == 8)
    // Mentions and numbers of issues are looked for in the text outside of code.
    let plain = document.nodes.compactMap { node in if case .text(let text) = node.kind { document.string(text) } else { nil } }
    #expect(!plain.joined(separator: "\n").contains("@user") && !plain.joined(separator: "\n").contains("#12"))
  }
}

/// The test cases of a JUnit report, read by a parser of XML.
private final class XMLCases: NSObject, XMLParserDelegate {
  struct Case {
    let file: String
    var failure: String?
    var text = ""
  }

  private(set) var cases: [Case] = []
  private(set) var elements: [String] = []
  private(set) var totals: [String: String] = [:]

  init(_ xml: String) throws {
    super.init()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.formatting) }
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append(name)
    switch name {
    case "testsuites": totals = attributes.filter { $0.key != "name" }
    case "testcase": cases.append(Case(file: attributes["file"] ?? ""))
    case "failure": cases[cases.count - 1].failure = attributes["message"]
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if !cases.isEmpty { cases[cases.count - 1].text += text }
  }
}
