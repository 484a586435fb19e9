internal import Diagnostics
internal import Library

/// What the suppressions of a library do to its findings.
struct Silencing {
  /// The findings that stay.
  private(set) var audible: [Finding] = []
  private let suppressions: [Suppression]
  private var used: Set<Use> = []
  /// How often each rule has found something in each file.
  private var found: [Target: Int] = [:]

  /// A rule that a suppression names.
  private struct Use: Hashable {
    let suppression: Int
    let name: Int
  }

  /// What a suppression asks for.
  private struct Target: Hashable {
    let path: String
    let rule: String
  }

  /// - Complexity: for each finding linear in the suppressions of its file that name its rule.
  init(_ findings: [Finding], in library: Library) {
    suppressions = Suppression.all(in: library)
    var uses: [Target: [Use]] = [:]
    for (index, suppression) in suppressions.enumerated() {
      for (position, name) in suppression.names.enumerated() where Suppression.canName(name.text) {
        uses[Target(path: suppression.path, rule: name.text), default: []].append(Use(suppression: index, name: position))
      }
    }
    if uses.isEmpty {
      audible = findings
    } else {
      for finding in findings {
        let target = Target(path: finding.path, rule: finding.rule)
        found[target, default: 0] += 1
        if !silence(finding, uses[target] ?? []) { audible.append(finding) }
      }
    }
  }

  /// Whether one of some suppressions covers a finding; notes the last of them, which stands nearest.
  private mutating func silence(_ finding: Finding, _ uses: [Use]) -> Bool {
    guard let place = finding.range?.lowerBound,
      let use = uses.last(where: { suppressions[$0.suppression].covered.contains(place) })
    else { return false }
    used.insert(use)
    return true
  }

  /// The names that silenced nothing. A suppression is judged only when all the rules it names have run and have told all they found.
  func unused(ran: Set<String>) -> [(path: String, name: Suppression.Name)] {
    suppressions.enumerated().flatMap { index, suppression -> [(path: String, name: Suppression.Name)] in
      let isJudged = suppression.names.allSatisfy { name in
        ran.contains(name.text) && found[Target(path: suppression.path, rule: name.text)] ?? 0 < UnusedSuppression.mostInFile
      }
      guard isJudged else { return [] }
      return suppression.names.enumerated()
        .filter { !used.contains(Use(suppression: index, name: $0.offset)) && Suppression.canName($0.element.text) }
        .map { (suppression.path, $0.element) }
    }
  }
}
