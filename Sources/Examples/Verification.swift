internal import Dispatch
package import Files
package import Library
internal import Synchronization

/// Runs the fences of a library, pages side by side.
package struct Verification: Sendable {
  private let library: Library
  private let engines: [any Engine]
  private let fenceTime: Duration

  /// How long a fence may take.
  package static let defaultFenceTime = Duration.seconds(10)

  package init(of library: Library, fenceTime: Duration = Verification.defaultFenceTime) {
    self.init(of: library, engines: EngineRegistry.engines(of: library.configuration), fenceTime: fenceTime)
  }

  package init(of library: Library, engines: [any Engine], fenceTime: Duration = Verification.defaultFenceTime) {
    self.library = library
    self.engines = engines
    self.fenceTime = fenceTime
  }

  /// A page with what verifying came to for each of its fences, in their order.
  package struct Page: Sendable {
    package let source: SourceFile
    package let module: String
    package let pathInModule: String
    package let verdicts: [Verdict]
  }

  /// What a run does.
  package struct Plan: Sendable {
    /// Whether a file of the library is looked at.
    package let containsPage: @Sendable (String) -> Bool
    /// Whether fences about a system are.
    package let containsSystem: @Sendable (String) -> Bool
    /// Whether fences run that have a valid receipt.
    package let runsAll: Bool
    /// How many pages run side by side.
    package let jobs: Int

    package init(
      runsAll: Bool = false,
      jobs: Int = 1,
      containsSystem: @escaping @Sendable (String) -> Bool = { _ in true },
      containsPage: @escaping @Sendable (String) -> Bool = { _ in true }
    ) {
      self.runsAll = runsAll
      self.jobs = jobs
      self.containsSystem = containsSystem
      self.containsPage = containsPage
    }
  }

  /// - Parameters:
  ///   - machine: what runs.
  ///   - progress: told, by any thread, how many pages of how many are done.
  /// - Throws: when the run's own folder cannot be made; what engines cannot do is a verdict.
  package func run(
    _ plan: Plan,
    on machine: Machine,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(EngineFailure) -> [Page] {
    let tasks = library.pages.filter { plan.containsPage($0.path) }.compactMap { task($0, plan) }
    let isNeeded = tasks.contains { task in task.fences.contains(where: task.isWanted) }
    let pool = isNeeded ? EnginePool(engines, in: try Workplace(on: machine)) : nil
    defer {
      pool?.stop()
      pool?.workplace.close()
    }
    let results = Mutex<[Page?]>(Array(repeating: nil, count: tasks.count))
    let queue = Mutex((next: 0, done: 0))
    DispatchQueue.concurrentPerform(iterations: min(max(plan.jobs, 1), max(tasks.count, 1))) { _ in
      while let index = queue.withLock({ queue in next(&queue.next, of: tasks.count) }) {
        let page = verify(tasks[index], in: pool)
        results.withLock { $0[index] = page }
        progress(queue.withLock { queue in next(&queue.done, of: .max).map { $0 + 1 } ?? 0 }, tasks.count)
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  private func next(_ counter: inout Int, of count: Int) -> Int? {
    guard counter < count else { return nil }
    defer { counter += 1 }
    return counter
  }
}

extension Verification {
  /// A page with fences.
  private struct Task: Sendable {
    let page: MarkdownFile
    let fences: [RunnableFence]
    /// Their valid receipts by hash.
    let receipts: Receipts
    let runsAll: Bool

    func receipt(of fence: RunnableFence) -> Receipt? { receipts.receipt(of: fence, onPage: page.pathInModule) }

    @Sendable func isWanted(_ fence: RunnableFence) -> Bool {
      fence.skipReason == nil && (runsAll || !fence.isSetup && receipt(of: fence) == nil)
    }
  }

  private func task(_ page: MarkdownFile, _ plan: Plan) -> Task? {
    let fences = library.fences(of: page).fences.filter { plan.containsSystem($0.system) }
    guard !fences.isEmpty else { return nil }
    return Task(page: page, fences: fences, receipts: library.receipts(ofModule: page.module) ?? Receipts(), runsAll: plan.runsAll)
  }

  private func verify(_ task: Task, in pool: EnginePool?) -> Page {
    var outcomes: [Verdict.Outcome?] = task.fences.map { _ in nil }
    if let pool, task.fences.contains(where: task.isWanted) {
      var run = PageRun(task.fences, in: pool, fenceTime: fenceTime)
      outcomes = run.run(task.isWanted)
    }
    let verdicts = zip(task.fences, outcomes).map { fence, outcome in
      Verdict(fence: fence, outcome: outcome ?? unrun(fence, task))
    }
    return Page(source: task.page.source, module: task.page.module, pathInModule: task.page.pathInModule, verdicts: verdicts)
  }

  private func unrun(_ fence: RunnableFence, _ task: Task) -> Verdict.Outcome {
    if let reason = fence.skipReason { return .skipped(reason.isEmpty ? "run=no" : reason) }
    if let receipt = task.receipt(of: fence) { return .proven(receipt) }
    return .skipped("nothing after it has to run")
  }
}
