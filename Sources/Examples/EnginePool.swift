internal import Library
internal import Synchronization

/// The engines of a run: each is looked for once, and started once, when the first fence asks for it.
final class EnginePool: Sendable {
  let workplace: Workplace
  private let slots: [Slot]
  private let numbers = Mutex(0)

  init(_ engines: [any Engine], in workplace: Workplace) {
    self.workplace = workplace
    slots = engines.map(Slot.init)
  }

  /// An engine that fits, with its version.
  struct Choice {
    let engine: any Engine
    let version: String
    fileprivate let slot: Slot
  }

  /// The first engine that all fences of a place may run on; where there is none, the first for the first of them.
  ///
  /// - Throws: an `EngineFailure` that is `isAbsent` when none is installed, or none of them fits.
  func choose(for fences: [RunnableFence]) throws(EngineFailure) -> Choice {
    guard let first = fences.first else { throw EngineFailure("nothing to run") }
    var reasons: [String] = []
    var choices: [Choice] = []
    for slot in slots where slot.engine.system == first.system {
      switch slot.version(in: workplace) {
      case .failure(let failure) where !failure.isAbsent: throw failure
      case .failure(let failure): reasons.append(failure.description)
      case .success(let version): choices.append(Choice(engine: slot.engine, version: version, slot: slot))
      }
    }
    if let choice = choices.first(where: { choice in fences.allSatisfy(choice.fits) }) ?? choices.first(where: { $0.fits(first) }) {
      return choice
    }
    reasons += choices.map { "\($0.engine.program) \($0.version) is not `\(first.versionText)`" }
    let none = "there is no engine for \(FenceSystem.title(of: first.system))"
    throw EngineFailure(reasons.isEmpty ? none : reasons.joined(separator: "; "), isAbsent: true)
  }

  /// A new database of an engine.
  func makeDatabase(of choice: Choice) throws(EngineFailure) -> any Database {
    let running = try choice.slot.running(in: workplace).get()
    let number = numbers.withLock { number in
      number += 1
      return number
    }
    return try running.makeDatabase(number)
  }

  /// Ends all engines.
  func stop() {
    for slot in slots { slot.stop() }
  }

  /// One engine. Whoever comes while another starts it waits.
  fileprivate final class Slot: Sendable {
    let engine: any Engine
    private let known = Mutex<Result<String, EngineFailure>?>(nil)
    private let started = Mutex<Result<any RunningEngine, EngineFailure>?>(nil)

    init(_ engine: any Engine) {
      self.engine = engine
    }

    func version(in workplace: Workplace) -> Result<String, EngineFailure> {
      known.withLock { known in
        let result = known ?? Result { () throws(EngineFailure) in try engine.version(in: workplace) }
        known = result
        return result
      }
    }

    func running(in workplace: Workplace) -> Result<any RunningEngine, EngineFailure> {
      started.withLock { started in
        let result = started ?? Result { () throws(EngineFailure) in try engine.start(in: workplace) }
        started = result
        return result
      }
    }

    func stop() {
      started.withLock { started in
        if case .success(let engine) = started { engine.stop() }
        started = nil
      }
    }
  }
}

extension EnginePool.Choice {
  /// Whether a fence is for this version. A range is about the system: what stands in for it has versions of its own.
  func fits(_ fence: RunnableFence) -> Bool {
    guard engine.rung >= .b, let versions = fence.versions, let version = Version(reading: version) else { return true }
    return versions.contains(version)
  }
}
