package import Files

/// What a report is about: findings, and the files that they speak of.
package struct FindingReport: Sendable {
  /// Sorted.
  package let findings: [Finding]
  /// The library's folder as the user names it, put before paths that people read; empty for the current folder.
  package let root: String
  package let sources: [String: SourceFile]
  /// How many modules and files were looked at.
  package let moduleCount: Int
  package let fileCount: Int
  /// The files that the run is about, for reports that name the sound ones too.
  package let files: [String]
  /// How many findings the baseline knows; they are not among `findings`.
  package let knownCount: Int
  /// The library's folder in its repository, put before paths that machines read; empty when it is the repository itself.
  package let folderInRepository: String
  package let tool: ToolFacts
  /// Findings of this severity or above make the run fail; nil when none does.
  package let failLevel: Severity?

  package init(
    findings: [Finding],
    root: String,
    sources: [String: SourceFile],
    moduleCount: Int,
    fileCount: Int,
    files: [String] = [],
    knownCount: Int = 0,
    folderInRepository: String = "",
    tool: ToolFacts = .unknown,
    failLevel: Severity? = .error
  ) {
    self.findings = findings
    self.root = root
    self.sources = sources
    self.moduleCount = moduleCount
    self.fileCount = fileCount
    self.files = files
    self.knownCount = knownCount
    self.folderInRepository = folderInRepository
    self.tool = tool
    self.failLevel = failLevel
  }

  package func count(_ severity: Severity) -> Int {
    findings.indices.count { findings[$0].severity == severity }
  }

  /// `2 errors, 1 warning`, or `no findings`; what the baseline knows behind it.
  package var summary: String {
    let parts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = count(severity)
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let known = knownCount == 0 ? "" : "; \(knownCount) more in the baseline"
    return (parts.isEmpty ? "no findings" : parts.joined(separator: ", ")) + known
  }

  /// A path of the library as machines know it: from the root of the repository.
  func machinePath(_ path: String) -> String {
    Path.join(folderInRepository, path)
  }

  /// Where a finding starts and ends; nil when it is about a whole file, or about one that could not be read.
  func place(of finding: Finding) -> (start: SourcePosition, end: SourcePosition)? {
    guard let range = finding.range, let source = sources[finding.path] else { return nil }
    return (source.position(at: range.lowerBound), source.position(at: range.upperBound))
  }
}

extension Finding {
  /// Why and the way out, each a line that stands below the headline; may be empty.
  var explanation: String {
    [why, help.isEmpty ? "" : "fix: \(help)"].filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
