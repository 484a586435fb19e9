/// What a reader is told of the runnable fences of a page. All of it follows from receipts: what has none was not executed.
package struct PageBadges: Sendable {
  /// By the start of the fence's block in the source.
  private let byStart: [Int: Badge]
  /// The starts of result blocks.
  private let results: Set<Int>
  /// Those of fences that a reader sees, in their order.
  package let all: [Badge]

  /// How near to its system a fence ran, and on what.
  package struct Badge: Sendable, Hashable {
    package let rung: Rung
    /// The id of the system that the fence is about.
    package let system: String
    package let words: String
    /// Why its author does not have it run; nil where it is to run.
    package let reason: String?
    package let expectation: Expectation

    /// Whether something ran, so that its result is one.
    package var isRun: Bool { rung >= .c }
  }

  init(of page: PageFences, proof: (RunnableFence) -> Receipt?) {
    var byStart: [Int: Badge] = [:]
    var all: [Badge] = []
    for fence in page.fences where !fence.isSetup {
      let receipt = fence.skipReason == nil ? proof(fence) : nil
      let badge = Badge(
        rung: receipt?.rung ?? .f,
        system: fence.system,
        words: receipt?.words ?? Rung.f.words(program: "", system: fence.system),
        reason: fence.skipReason,
        expectation: fence.expectation
      )
      byStart[fence.block.lowerBound] = badge
      all.append(badge)
    }
    self.byStart = byStart
    self.all = all
    results = Set(page.fences.flatMap(\.results).map(\.block.lowerBound))
  }

  /// The badge of the fence that starts at a byte of the source.
  package subscript(start: Int) -> Badge? { byStart[start] }

  /// Whether a result block starts at a byte of the source.
  package func isResult(at start: Int) -> Bool { results.contains(start) }

  /// The lowest rung of all; nil when the page has no fence to run.
  package var lowest: Rung? { all.map(\.rung).min() }

  /// `11 ran, 2 checked, 1 not executed`; empty when the page has no fence to run.
  package var counts: String {
    let ran = all.count(where: \.isRun)
    let checked = all.count { $0.rung == .d || $0.rung == .e }
    let parts = [(ran, "ran"), (checked, "checked"), (all.count - ran - checked, "not executed")]
    return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  /// `11 ran on PostgreSQL 15.18; 1 not executed`: each badge's words with their number, the most frequent first.
  package var sentence: String {
    let numbers = Dictionary(all.map { ($0.words, 1) }, uniquingKeysWith: +)
    return numbers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }.joined(separator: "; ")
  }
}
