package import Diagnostics

/// The findings that a library had when it started to be checked (`product.md` section 10): they are counted and not reported, so
/// that what is new stands out. What has a measure may shrink, not grow.
package struct Baseline: Sendable {
  /// The name of the file at the library's root.
  package static let fileName = "augury-baseline.json"

  /// A finding that is known.
  package struct Entry: Sendable, Hashable {
    package let path: String
    package let rule: String
    package let fingerprint: Fingerprint
    /// The largest measure that is accepted; nil for any.
    package var measure: Int?
    /// Its place in the file that it was read from.
    package var span: Range<Int>?

    /// What finds an entry.
    fileprivate var key: [String] { [path, rule, fingerprint.description] }
  }

  /// In the order of path, rule and fingerprint.
  package let entries: [Entry]

  package init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// Whether a finding may be known. Nothing lowers broken format and unsafe input; and a baseline does not speak of itself.
  private static func canHold(_ finding: Finding) -> Bool {
    finding.rule != StaleBaselineEntry.id && RuleRegistry.rule(finding.rule)?.group != .format
  }
}

extension Baseline {
  /// What a baseline makes of some findings.
  struct Judgement {
    /// Not known, or larger than they are known to be.
    var new: [Finding] = []
    var known: [Finding] = []
    /// What none of the findings is.
    var stale: [Entry] = []
  }

  /// - Parameter ran: the rules that found the findings; entries of other rules that exist are not judged.
  func judge(_ findings: [Finding], ran: Set<String>) -> Judgement {
    var judgement = Judgement()
    var left = Dictionary(entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for finding in findings {
      guard Baseline.canHold(finding), let entry = Entry(finding).flatMap({ left.removeValue(forKey: $0.key) }) else {
        judgement.new.append(finding)
        continue
      }
      if let limit = entry.measure, let measure = finding.measure, measure > limit {
        judgement.new.append(finding.grown(from: limit))
      } else {
        judgement.known.append(finding)
      }
    }
    judgement.stale = left.values.filter { ran.contains($0.rule) || RuleRegistry.rule($0.rule) == nil }
      .sorted { ($0.span?.lowerBound ?? 0) < ($1.span?.lowerBound ?? 0) }
    return judgement
  }

  /// This baseline with the findings of a run in place of the entries that the run could have found.
  ///
  /// - Parameter concerns: whether a run could have found an entry: it was of all its rule, and of its path.
  package func updated(with findings: [Finding], concerns: (Entry) -> Bool) -> Baseline {
    Baseline(entries.filter { !concerns($0) } + findings.filter(Baseline.canHold).compactMap(Entry.init))
  }

  /// This baseline without some entries, and with no larger measures than the findings that it knows still have.
  package func pruned(of stale: [Entry], known: [Finding]) -> Baseline {
    let gone = Set(stale.map(\.key))
    let measures = Dictionary(
      known.compactMap { finding in Entry(finding).map { ($0.key, finding.measure) } },
      uniquingKeysWith: { first, _ in first }
    )
    return Baseline(
      entries.filter { !gone.contains($0.key) }.map { entry in
        guard let limit = entry.measure, let measure = measures[entry.key].flatMap(\.self) else { return entry }
        var entry = entry
        entry.measure = min(limit, measure)
        return entry
      }
    )
  }
}

extension Baseline.Entry {
  /// The entry that makes a finding known; nil for one without a fingerprint.
  package init?(_ finding: Finding) {
    guard let fingerprint = finding.fingerprint else { return nil }
    self.init(path: finding.path, rule: finding.rule, fingerprint: fingerprint, measure: finding.measure)
  }
}

extension Finding {
  /// The finding with a word on what the baseline accepts.
  fileprivate func grown(from limit: Int) -> Finding {
    var finding = self
    finding.why += (why.isEmpty ? "" : "; ") + "the baseline knows it with \(limit), and it has grown to \(measure ?? limit)"
    return finding
  }
}
