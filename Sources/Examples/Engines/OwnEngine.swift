internal import Library

/// An engine that a library defines in its `augury.yml`: a command that runs a file.
struct OwnEngine: Engine {
  let definition: Configuration.OwnEngine

  var system: String { definition.id }
  // Nobody but the library says what it is.
  var rung: Rung { .a }
  var program: String { definition.id }

  func version(in workplace: Workplace) throws(EngineFailure) -> String {
    _ = try workplace.machine.find(definition.command[0])
    guard !definition.version.isEmpty else { return "-" }
    let words = [try workplace.machine.find(definition.version[0])] + definition.version.dropFirst()
    return Machine.version(in: try workplace.machine.output(of: words, in: workplace)) ?? "-"
  }

  func start(in workplace: Workplace) throws(EngineFailure) -> any RunningEngine {
    try Bash.engine(in: workplace, runner: definition.command)
  }
}
