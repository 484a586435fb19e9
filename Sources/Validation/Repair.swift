internal import Diagnostics
package import Files
package import Library

/// What `check --fix` does to a library: every fix of a finding is put in, round after round, until none is left.
///
/// All of it happens in memory, so that a file which its fixes would leave worse can stay as it was; the caller writes what changed.
package struct Repair: Sendable {
  /// The library's files with the fixes in them.
  package private(set) var tree: SourceTree
  /// What was done, in the order of rounds, paths and places.
  package private(set) var steps: [Step] = []
  /// The files that stay as they were although they have fixes, each with the reason, in the order of paths.
  package private(set) var refusals: [Refusal] = []

  /// A fix that was put in.
  package struct Step: Sendable {
    package let rule: String
    package let path: String
    /// Where it was put, in the file as it was at that moment.
    package let position: SourcePosition
    package let title: String
  }

  /// A file that was left alone.
  package struct Refusal: Sendable, Hashable {
    package let path: String
    /// Why, as a half sentence behind "left as it was: ".
    package let reason: String
  }

  /// Rounds until nothing changes. A fix may call for another one, as each changes the character count; two that undo each other
  /// never end.
  private static let mostRounds = 10
  /// Attempts, each without the files that the one before made worse.
  private static let mostAttempts = 10

  /// Repairs a library.
  ///
  /// - Parameters:
  ///   - check: the rules whose fixes are put in.
  ///   - isWanted: whether a file may be changed.
  package init(_ tree: SourceTree, configuration: Configuration, check: Check, isWanted: (String) -> Bool) {
    self.tree = tree
    var left: [String: Refusal] = [:]
    for _ in 0..<Self.mostAttempts {
      let attempt = Attempt(tree, configuration: configuration, check: check) { isWanted($0) && left[$0] == nil }
      if attempt.refusals.isEmpty {
        (self.tree, steps) = (attempt.tree, attempt.steps)
        break
      }
      for refusal in attempt.refusals { left[refusal.path] = refusal }
    }
    refusals = left.values.sorted { $0.path < $1.path }
  }

  /// The files that changed, in the order of paths.
  package var changed: [SourceFile] {
    let paths = Set(steps.map(\.path))
    return tree.files.filter { paths.contains($0.path) }
  }

  /// One way to the end: rounds until nothing changes, then the judgement.
  private struct Attempt {
    var tree: SourceTree
    var steps: [Step] = []
    var refusals: [Refusal] = []

    init(_ tree: SourceTree, configuration: Configuration, check: Check, isWanted: (String) -> Bool) {
      self.tree = tree
      let whole = check.withFormat
      var before: [Finding]?
      var last: Set<String> = []
      for _ in 0..<Repair.mostRounds {
        let findings = whole.findings(in: Loader.load(self.tree, configuration: configuration))
        let edits = edits(findings.filter { check.includes($0.rule) && isWanted($0.path) }, isWanted: isWanted)
        if edits.isEmpty {
          judge(after: findings, before: before ?? findings)
          return
        }
        before = before ?? findings
        last = Set(edits.keys)
        self.tree = self.tree.replacing(edits)
      }
      refusals = last.sorted().map { Refusal(path: $0, reason: "its fixes call for each other without end") }
    }

    /// The new bytes of each file that fixes change.
    private mutating func edits(_ findings: [Finding], isWanted: (String) -> Bool) -> [String: [UInt8]] {
      var edits: [String: [UInt8]] = [:]
      let findings = findings.filter { $0.fix.map { isWanted($0.span.path) } ?? false }
      for (path, findings) in Dictionary(grouping: findings, by: { $0.fix?.span.path ?? "" }).sorted(by: { $0.key < $1.key }) {
        guard let source = tree.file(path) else { continue }
        let fixes = Edits.disjoint(findings.compactMap(\.fix), in: source)
        let bytes = Edits.applied(fixes, to: source)
        guard bytes != source.bytes else { continue }
        edits[path] = bytes
        steps += fixes.map { fix in
          let rule = findings.first { $0.fix == fix }?.rule ?? ""
          return Step(rule: rule, path: path, position: source.position(at: fix.span.range.lowerBound), title: fix.title)
        }
      }
      return edits
    }

    private mutating func judge(after: [Finding], before: [Finding]) {
      let before = Dictionary(grouping: before, by: \.path)
      let after = Dictionary(grouping: after, by: \.path)
      refusals = Set(steps.map(\.path)).sorted().compactMap { path in
        Self.worst(before[path] ?? [], after[path] ?? []).map { finding in
          Refusal(path: path, reason: "its fixes lead to \(finding.severity.rawValue)[\(finding.rule)]: \(finding.headline)")
        }
      }
    }

    /// A finding that a file did not have and that is no less severe than all that was mended; nil when the file is better.
    ///
    /// Findings are counted by rule, since a fix moves the others. Broken format hides what else is wrong, so that a file with less of
    /// it is better whatever shows now.
    private static func worst(_ before: [Finding], _ after: [Finding]) -> Finding? {
      let isFormat = { (finding: Finding) in RuleRegistry.rule(finding.rule)?.group == .format }
      if after.count(where: isFormat) < before.count(where: isFormat) { return nil }
      let old = Dictionary(grouping: before, by: \.rule)
      let new = Dictionary(grouping: after, by: \.rule)
      let mended = old.values.filter { $0.count > new[$0[0].rule]?.count ?? 0 }.map { $0[0].severity }.max() ?? .note
      return after.filter { $0.severity >= mended && new[$0.rule]?.count ?? 0 > old[$0.rule]?.count ?? 0 }
        .max { ($1.severity, $0) < ($0.severity, $1) }
    }
  }
}
