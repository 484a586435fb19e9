internal import Library

/// JSON: shell fences with `jq` and `check-jsonschema` at hand, and `json` fences, which `jq` has to be able to read.
struct JSONTools: Engine {
  let system = "json"
  let rung = Rung.a
  let program = "jq"

  func version(in workplace: Workplace) throws(EngineFailure) -> String {
    let jq = try workplace.machine.find("jq")
    _ = try workplace.machine.find("check-jsonschema")
    return Machine.version(in: try workplace.machine.output(of: [jq, "--version"], in: workplace)) ?? "-"
  }

  func start(in workplace: Workplace) throws(EngineFailure) -> any RunningEngine {
    try Bash.engine(in: workplace, runners: ["json": ["jq", ".", Configuration.OwnEngine.file]])
  }
}
