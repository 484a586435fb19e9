internal import Library

/// Files of comma-separated values: shell fences with Miller and `sqlite3` at hand, and `csv` fences, which Miller has to be able to
/// read.
struct CSV: Engine {
  let system = "csv"
  let rung = Rung.a
  let program = "Miller"

  func version(in workplace: Workplace) throws(EngineFailure) -> String {
    let miller = try workplace.machine.find("mlr")
    _ = try workplace.machine.find("sqlite3")
    return Machine.version(in: try workplace.machine.output(of: [miller, "--version"], in: workplace)) ?? "-"
  }

  func start(in workplace: Workplace) throws(EngineFailure) -> any RunningEngine {
    try Bash.engine(in: workplace, runners: ["csv": ["mlr", "--csv", "cat", Configuration.OwnEngine.file]])
  }
}
