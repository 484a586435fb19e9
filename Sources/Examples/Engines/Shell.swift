internal import Library

/// The shell: `bash`.
struct Shell: Engine {
  let system = "shell"
  let rung = Rung.a
  let program = "Bash"

  func version(in workplace: Workplace) throws(EngineFailure) -> String {
    let bash = try workplace.machine.find("bash")
    return Machine.version(in: try workplace.machine.output(of: [bash, "--version"], in: workplace)) ?? "-"
  }

  func start(in workplace: Workplace) throws(EngineFailure) -> any RunningEngine { try Bash.engine(in: workplace) }
}
