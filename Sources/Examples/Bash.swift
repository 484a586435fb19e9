internal import Library

/// Fences that `bash` runs, or that a program runs which it starts: the shell itself, tools for files, and engines of a library.
///
/// A database is a folder, a session one shell in it.
struct Bash: Database {
  let folder: String
  let workplace: Workplace
  /// The words that run a fence in place of the shell, of which one is `Configuration.OwnEngine.file`; by the language of the fence.
  var runners: [String: [String]] = [:]
  /// The words for every other language; empty for the shell itself.
  var runner: [String] = []

  /// A database of an engine that needs nothing to be running.
  static func engine(
    in workplace: Workplace,
    runners: [String: [String]] = [:],
    runner: [String] = []
  ) throws(EngineFailure) -> any RunningEngine {
    LooseEngine { _ throws(EngineFailure) in
      Bash(folder: try workplace.workFolder("files"), workplace: workplace, runners: runners, runner: runner)
    }
  }

  func open() throws(EngineFailure) -> Session {
    var program = Program([try workplace.machine.find("bash"), "--noprofile", "--norc"], in: folder)
    program.variables["PATH"] = workplace.machine.searchPath.joined(separator: ":")
    return try Session(workplace.start(program), Commands(runners: runners, runner: runner), in: workplace)
  }
}

/// What is said to `bash`. An error is the first command that fails, as with `set -e`, but the rest runs as it does where it is pasted.
private struct Commands: Dialogue {
  let runners: [String: [String]]
  let runner: [String]

  func request(file: String, fence: RunnableFence, mark: String) -> String {
    let words = runners[fence.language] ?? runner
    let command = words.isEmpty ? ". \(file)" : words.map { quoted($0 == Configuration.OwnEngine.file ? file : $0) }.joined(separator: " ")
    let trap = words.isEmpty ? "trap ': ${augury:=$LINENO $?}' ERR" : "trap ': ${augury:=$?}' ERR"
    return "unset augury\n\(trap)\n\(command) </dev/null\nstatus=$?\ntrap - ERR\n"
      + "[ $status = 0 ] || : ${augury:=$status}\nprintf '%s %s\\n' '\(mark)' \"$augury\"\n"
  }

  func answer(_ output: String, status: String, file: String) -> Answer {
    MarkedFiles().answer(output.replacing("\(file): ", with: ""), status: status, file: file)
  }

  private func quoted(_ word: String) -> String { "'" + word.replacing("'", with: "'\\''") + "'" }
}
