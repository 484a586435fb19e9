package import Files
package import JSON

extension ReportFormat {
  /// For programs. `schemaVersion` counts up when a field changes its meaning or goes; a new field does not change it. Paths of
  /// findings are those in the library, which `library` leads to from the repository.
  package static let json = ReportFormat(name: "json") { report in
    let value = JSONText.object([
      ("schemaVersion", .int(1)),
      ("library", .string(report.folderInRepository)),
      (
        "summary",
        .object([
          ("errors", .int(report.count(.error))),
          ("warnings", .int(report.count(.warning))),
          ("notes", .int(report.count(.note))),
          ("known", .int(report.knownCount)),
          ("modules", .int(report.moduleCount)),
          ("files", .int(report.fileCount)),
        ])
      ),
      ("findings", report.findingsAsJSON),
    ])
    return String(decoding: JSONWriter.file(value), as: UTF8.self)
  }
}

extension FindingReport {
  /// All findings, in order, made into JSON as they are written.
  package var findingsAsJSON: JSONText {
    .series(count: findings.count) { findings[$0].json(source: sources[findings[$0].path]) }
  }
}

extension Finding {
  /// The finding as an object; places are lines and columns counted from 1 (columns in Unicode scalars) and byte offsets.
  package func json(source: SourceFile?) -> JSONText {
    var members: [(key: String, value: JSONText)] = [
      ("rule", .string(rule)),
      ("severity", .string(severity.rawValue)),
      ("path", .string(path)),
    ]
    if let fingerprint { members.append(("fingerprint", .string(fingerprint.description))) }
    if let range, let source { members += Finding.place(range, in: source) }
    members.append(("headline", .string(headline)))
    if !why.isEmpty { members.append(("why", .string(why))) }
    if !help.isEmpty { members.append(("help", .string(help))) }
    if let measure { members.append(("measure", .int(measure))) }
    if let fix, let source {
      let place = Finding.place(fix.span.range, in: source)
      members.append(("fix", .object([("title", .string(fix.title))] + place + [("replacement", .string(fix.replacement))])))
    }
    return .object(members)
  }

  /// Reads what `json(source:)` has written, without the fix; nil for anything else.
  package init?(json: JSONValue) {
    guard let rule = json["rule"]?.string, let severity = json["severity"]?.string.flatMap(Severity.init(rawValue:)),
      let path = json["path"]?.string, let headline = json["headline"]?.string
    else { return nil }
    var range: Range<Int>?
    if let start = json["start"]?["offset"]?.int, let end = json["end"]?["offset"]?.int, start <= end { range = start..<end }
    self.init(
      rule: rule,
      severity: severity,
      path: path,
      range: range,
      headline: headline,
      why: json["why"]?.string ?? "",
      help: json["help"]?.string ?? "",
      measure: json["measure"]?.int,
      fingerprint: json["fingerprint"]?.string.flatMap(Fingerprint.init)
    )
  }

  private static func place(_ range: Range<Int>, in source: SourceFile) -> [(key: String, value: JSONText)] {
    [("start", position(range.lowerBound, in: source)), ("end", position(range.upperBound, in: source))]
  }

  private static func position(_ offset: Int, in source: SourceFile) -> JSONText {
    let position = source.position(at: offset)
    return .object([("line", .int(position.line)), ("column", .int(position.column)), ("offset", .int(offset))])
  }
}
