internal import Files
internal import JSON

extension ReportFormat {
  /// SARIF 2.1.0 (OASIS, with errata 01), for code scanning and editors.
  package static let sarif = ReportFormat(name: "sarif") { report in
    let run = SARIFRun(report: report).json
    let log = JSONText.object([
      ("$schema", .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ])
    return String(decoding: JSONWriter.file(log), as: UTF8.self)
  }
}

/// One run of the tool. Section numbers are those of the standard, whose levels have the names of our severities.
private struct SARIFRun {
  let report: FindingReport
  private let ruleIndex: [String: Int]

  /// What paths are relative to (section 3.14.14); the name is the one that other tools have for it too.
  private static let base = "%SRCROOT%"

  init(report: FindingReport) {
    self.report = report
    ruleIndex = Dictionary(report.tool.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var json: JSONText {
    .object([
      ("tool", .object([("driver", driver)])),
      ("originalUriBaseIds", .object([(Self.base, .object([("description", message("The root of the repository."))]))])),
      ("columnKind", .string("utf16CodeUnits")),
      ("results", .array(report.findings.map(result))),
    ])
  }

  // MARK: Rules

  private var driver: JSONText {
    .object([
      ("name", .string("augury")),
      ("version", .string(report.tool.version)),
      ("semanticVersion", .string(report.tool.version)),
      ("rules", .array(report.tool.rules.map(rule))),
    ])
  }

  private func rule(_ rule: RuleFacts) -> JSONText {
    .object([
      ("id", .string(rule.id)),
      ("shortDescription", message(rule.summary + ".")),
      ("fullDescription", message(rule.why)),
      ("help", message("\(rule.why)\n\n`augury explain \(rule.id)` shows a bad and a good example.")),
      ("defaultConfiguration", .object([("level", .string(rule.severity.rawValue))])),
      ("properties", .object([("tags", .array([.string(rule.group)]))])),
    ])
  }

  // MARK: Results

  private func result(_ finding: Finding) -> JSONText {
    var members: [(key: String, value: JSONText)] = [("ruleId", .string(finding.rule))]
    if let index = ruleIndex[finding.rule] { members.append(("ruleIndex", .int(index))) }
    members.append(("level", .string(finding.severity.rawValue)))
    members.append(("message", message(finding.explanation.isEmpty ? finding.headline : finding.headline + "\n" + finding.explanation)))
    members.append(("locations", .array([location(of: finding)])))
    if let fingerprint = finding.fingerprint {
      members.append(("partialFingerprints", .object([("augury/v1", .string(fingerprint.description))])))
    }
    if let fix = finding.fix, let source = report.sources[fix.span.path] { members.append(("fixes", .array([self.fix(fix, in: source)]))) }
    return .object(members)
  }

  private func location(of finding: Finding) -> JSONText {
    // A result without a line is not shown by code scanning, so what is about a whole file stands at its first line.
    var region = JSONText.object([("startLine", .int(1))])
    if let range = finding.range, let source = report.sources[finding.path] { region = self.region(range, in: source) }
    return .object([("physicalLocation", .object([("artifactLocation", artifact(finding.path)), ("region", region)]))])
  }

  private func fix(_ fix: Fix, in source: SourceFile) -> JSONText {
    let replacement = JSONText.object([
      ("deletedRegion", region(fix.span.range, in: source)),
      ("insertedContent", .object([("text", .string(fix.replacement))])),
    ])
    let change = JSONText.object([("artifactLocation", artifact(fix.span.path)), ("replacements", .array([replacement]))])
    return .object([("description", message(fix.title)), ("artifactChanges", .array([change]))])
  }

  // MARK: Parts

  /// A text that means itself: braces are doubled, for single ones are placeholders (section 3.11.5), and brackets that would make a
  /// link get a backslash (section 3.11.6).
  private func message(_ text: String) -> JSONText {
    var text = text.replacing("{", with: "{{").replacing("}", with: "}}")
    if text.contains("](") { text = text.replacing("[", with: "\\[").replacing("]", with: "\\]") }
    return .object([("text", .string(text))])
  }

  private func artifact(_ path: String) -> JSONText {
    .object([("uri", .string(Self.reference(report.machinePath(path)))), ("uriBaseId", .string(Self.base))])
  }

  /// A path as a relative reference (RFC 3986, section 4.2): everything but letters, digits, `-._~` and the slash is encoded.
  private static func reference(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in path.utf8 {
      let isPlain = byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
      if isPlain || "-._~/".utf8.contains(byte) {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A range of bytes as lines, columns in UTF-16 code units, and bytes (sections 3.30.2 to 3.30.4).
  private func region(_ range: Range<Int>, in source: SourceFile) -> JSONText {
    let range = range.clamped(to: 0..<source.bytes.count)
    let start = position(range.lowerBound, in: source)
    let end = position(range.upperBound, in: source)
    return .object([
      ("startLine", .int(start.line)),
      ("startColumn", .int(start.column)),
      ("endLine", .int(end.line)),
      ("endColumn", .int(end.column)),
      ("byteOffset", .int(range.lowerBound)),
      ("byteLength", .int(range.count)),
    ])
  }

  private func position(_ offset: Int, in source: SourceFile) -> (line: Int, column: Int) {
    let start = source.bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return (source.position(at: offset).line, source.text(start..<offset).utf16.count + 1)
  }
}
