internal import Library

/// Runs the fences of one page, in their order; used by one thread.
struct PageRun {
  private let pool: EnginePool
  private let fences: [RunnableFence]
  /// By the index of a fence.
  private var outcomes: [Int: Verdict.Outcome] = [:]
  private var places: [RunnableFence.Place: Opened] = [:]
  private var matching = Matching()
  /// Fences that wait, each with its session, in the order of their start.
  private var waiting: [(index: Int, session: Session, judge: Judge)] = []
  private let deadline: ContinuousClock.Instant

  /// How long a fence may take, and all of a page.
  private let fenceTime: Duration
  private static let pageTime = Duration.seconds(120)
  /// How long a fence has to wait to count as blocked, and how long one that was waits for its turn after each other fence.
  private static let blockedTime = Duration.milliseconds(300)

  /// What the fences of a place run on.
  private struct Opened {
    let choice: EnginePool.Choice
    let database: any Database
    var sessions: [String: Session] = [:]
  }

  init(_ fences: [RunnableFence], in pool: EnginePool, fenceTime: Duration) {
    self.fences = fences
    self.pool = pool
    self.fenceTime = fenceTime
    deadline = .now + Self.pageTime
  }

  /// - Parameter isWanted: whether a fence has to run; one that has not runs all the same where a later one of its place does.
  mutating func run(_ isWanted: (RunnableFence) -> Bool) -> [Verdict.Outcome?] {
    var last: [RunnableFence.Place: Int] = [:]
    for (index, fence) in fences.enumerated() where fence.skipReason == nil && isWanted(fence) { last[fence.place] = index }
    for (index, fence) in fences.enumerated() where fence.skipReason == nil && index <= last[fence.place] ?? -1 {
      settle(within: Self.blockedTime) { _ in true }
      run(index, fence)
    }
    settle(within: fenceTime) { _ in true }
    for wait in waiting { late(wait.index, wait.session) }
    for place in places.values {
      for session in place.sessions.values { session.stop() }
      place.database.close()
    }
    return fences.indices.map { outcomes[$0] }
  }

  private mutating func run(_ index: Int, _ fence: RunnableFence) {
    do throws(EngineFailure) {
      let choice = try open(fence)
      guard choice.fits(fence) else {
        outcomes[index] = .skipped("\(choice.engine.program) \(choice.version) is not `\(fence.versionText)`")
        return
      }
      let session = try session(of: fence)
      settle(within: fenceTime) { $0 === session }
      if let wait = waiting.first(where: { $0.session === session }) { late(wait.index, session) }
      guard session.end == nil, deadline > .now else {
        outcomes[index] = .failed(.init("not run: " + (session.end ?? "its page takes more than \(Self.pageTime)")))
        return
      }
      try session.run(fence)
      let judge = Judge(engine: choice.engine, version: choice.version)
      let isBlocked = fence.expectation == .blocked
      switch session.reply(within: isBlocked ? Self.blockedTime : min(fenceTime, deadline - .now)) {
      case .waits where isBlocked: waiting.append((index, session, judge))
      case .answer(let answer) where isBlocked:
        outcomes[index] = .failed(.init("it does not wait", line: answer.error?.line, details: answer.output))
      case let reply: conclude(index, session, judge, reply)
      }
    } catch {
      outcomes[index] = error.isAbsent ? .skipped(error.description) : .failed(.init(error.description))
    }
  }

  private mutating func conclude(_ index: Int, _ session: Session, _ judge: Judge, _ reply: Session.Reply) {
    switch reply {
    case .answer(let answer): outcomes[index] = judge.outcome(of: fences[index], answer, &matching)
    case .waits: late(index, session)
    case .ended(let output, let reason): outcomes[index] = .failed(.init(reason, details: output))
    }
  }

  /// Gives up a fence that has not answered; its session cannot be used any more.
  private mutating func late(_ index: Int, _ session: Session) {
    waiting.removeAll { $0.index == index }
    let place = fences[index].session
    session.stop("its session `\(place)` was stopped, which did not answer in time")
    outcomes[index] = .failed(.init("no answer within \(min(fenceTime, Self.pageTime))"))
  }

  /// Hears those that have waited and now return.
  private mutating func settle(within time: Duration, _ isMeant: (Session) -> Bool) {
    for wait in waiting where isMeant(wait.session) {
      let reply = wait.session.reply(within: time)
      if case .waits = reply { continue }
      waiting.removeAll { $0.index == wait.index }
      conclude(wait.index, wait.session, wait.judge, reply)
    }
  }

  /// The engine of a fence's place, with a database of its own.
  private mutating func open(_ fence: RunnableFence) throws(EngineFailure) -> EnginePool.Choice {
    if let opened = places[fence.place] { return opened.choice }
    let choice = try pool.choose(for: fences.filter { $0.place == fence.place && $0.skipReason == nil })
    places[fence.place] = Opened(choice: choice, database: try pool.makeDatabase(of: choice))
    return choice
  }

  private mutating func session(of fence: RunnableFence) throws(EngineFailure) -> Session {
    guard let opened = places[fence.place] else { throw EngineFailure("no database") }
    if let session = opened.sessions[fence.session] { return session }
    let session = try opened.database.open()
    places[fence.place]?.sessions[fence.session] = session
    return session
  }
}
