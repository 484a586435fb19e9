internal import Library

/// SQLite, compiled into Augury: a database is a file, a session a process with it open.
struct SQLite: Engine {
  let system = "sqlite"
  let rung = Rung.a
  let program = "SQLite"

  func version(in workplace: Workplace) throws(EngineFailure) -> String { SQLiteShell.version }

  func start(in workplace: Workplace) throws(EngineFailure) -> any RunningEngine {
    LooseEngine { _ throws(EngineFailure) in File(folder: try workplace.workFolder("sqlite"), workplace: workplace) }
  }

  private struct File: Database {
    let folder: String
    let workplace: Workplace

    func open() throws(EngineFailure) -> Session {
      let program = Program([SQLiteShell.name, folder + "/database"], in: folder)
      return try Session(workplace.start(program), MarkedFiles(), in: workplace)
    }
  }
}
