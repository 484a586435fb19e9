package import Library

/// A program that runs fences about a system. One file in `Engines/` and one line in `EngineRegistry`.
///
/// What it says of itself is all that a badge says: `rung` is part of its type, and no fence can climb it.
package protocol Engine: Sendable {
  /// The system that its fences are about: the id behind `engine=`.
  var system: String { get }
  /// How near it is to that system.
  var rung: Rung { get }
  /// What runs, in words: `MariaDB`.
  var program: String { get }
  /// Parts of the output that differ from run to run.
  var masks: [Mask] { get }

  /// The version that would run.
  ///
  /// - Throws: an `EngineFailure` that is `isAbsent` when it is not installed.
  func version(in workplace: Workplace) throws(EngineFailure) -> String
  /// Makes it ready for any number of databases. Called once a run, before the first of them.
  func start(in workplace: Workplace) throws(EngineFailure) -> any RunningEngine
}

extension Engine {
  package var masks: [Mask] { [] }
}

/// An engine that has been started; used by several threads at once.
package protocol RunningEngine: Sendable {
  /// A new and empty database, folder, or whatever fences share.
  ///
  /// - Parameter number: one of its own in this run.
  func makeDatabase(_ number: Int) throws(EngineFailure) -> any Database
  /// Ends it; nothing of it is used any more.
  func stop()
}

/// What the fences of one `db=` on one page share; used by one thread.
package protocol Database {
  /// A new connection.
  func open() throws(EngineFailure) -> Session
  /// Ends it, after its sessions.
  func close()
}

extension Database {
  package func close() {}
}

/// An engine that needs nothing to be running: each database is started by itself.
struct LooseEngine: RunningEngine {
  let make: @Sendable (_ number: Int) throws(EngineFailure) -> any Database

  func makeDatabase(_ number: Int) throws(EngineFailure) -> any Database { try make(number) }
  func stop() {}
}
