internal import Library

/// Python as the operating system has it, with its standard library.
struct Python: Engine {
  let system = "python"
  let rung = Rung.a
  let program = "Python"

  func version(in workplace: Workplace) throws(EngineFailure) -> String {
    let python = try workplace.machine.find("python3")
    return Machine.version(in: try workplace.machine.output(of: [python, "--version"], in: workplace)) ?? "-"
  }

  func start(in workplace: Workplace) throws(EngineFailure) -> any RunningEngine {
    let python = try workplace.machine.find("python3")
    return LooseEngine { _ throws(EngineFailure) in
      Interpreter(words: [python, "-I", "-c", PythonDriver.text], folder: try workplace.workFolder("python"), workplace: workplace)
    }
  }
}

/// A database of an interpreter: a folder, in which each session is a process with its own names.
struct Interpreter: Database {
  let words: [String]
  let folder: String
  var variables: [String: String] = [:]
  let workplace: Workplace
  /// What the sessions speak to; nil for nothing.
  var server: Server?

  func open() throws(EngineFailure) -> Session {
    var program = Program(words, in: folder)
    program.variables = variables
    return try Session(workplace.start(program), MarkedFiles(), in: workplace)
  }

  func close() { server?.stop() }
}

/// Runs files that its standard input names, each behind a mark, as if they were one module.
///
/// An error shows its last lines, as a reader of a page needs no traceback. Its codes are the names of its class and of those above it,
/// and what client libraries for databases keep in it.
enum PythonDriver {
  static let text = #"""
    import io, os, sys, traceback

    def codes(error):
        names = [c.__name__ for c in type(error).__mro__ if c not in (object, BaseException, Exception)] or [type(error).__name__]
        response = getattr(error, "response", None)
        if isinstance(response, dict):
            names.append(response.get("Error", {}).get("Code"))
        names += [getattr(error, key, None) for key in ("code", "sqlstate", "status_code", "sqlite_errorname")]
        return ",".join(dict.fromkeys(str(n) for n in names if isinstance(n, (str, int)) and n != "" and " " not in str(n)))

    def line(error):
        frames = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == "<fence>"]
        if frames:
            return frames[-1]
        return error.lineno if isinstance(error, SyntaxError) and error.filename == "<fence>" else 0

    def run(path):
        try:
            with open(path, encoding="utf-8") as file:
                exec(compile(file.read(), "<fence>", "exec"), names)
        except SystemExit as error:
            return "" if not error.code else f"0 SystemExit,{error.code if isinstance(error.code, int) else 1}"
        except BaseException as error:
            shown = traceback.format_exception_only(type(error), error)
            print("".join(shown[-1:]), end="")
            return f"{line(error)} {codes(error)}"
        return ""

    commands = os.fdopen(os.dup(0))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    names = {"__name__": "__main__", "__builtins__": __builtins__}
    sys.path.insert(0, os.getcwd())
    for command in commands:
        mark, path = command.split()
        status = run(path)
        sys.stderr.flush()
        print(mark, status, flush=True)
    """#
}
