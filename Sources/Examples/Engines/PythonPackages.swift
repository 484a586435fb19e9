internal import Library

/// A system that is spoken to from Python, with a package of PyPI in its place or as a part of it.
struct PythonPackage: Engine {
  let system: String
  let rung: Rung
  let program: String
  /// What has to be installed, by the names of PyPI; the version is that of the first.
  let packages: [String]
  /// The variables that a fence finds.
  var variables: [String: String] = [:]
  /// What starts the server of a database and prints its address behind `ready`; nil where the package needs none.
  var server: Service?

  struct Service {
    let script: String
    /// What stands before the address.
    let ready: String
    /// The variable that holds it for fences.
    let variable: String

    /// A server that takes every request and answers with an empty object: what a client library says of names and types is all that
    /// counts.
    static let stub = Service(
      script: """
        import http.server

        class Stub(http.server.BaseHTTPRequestHandler):
            def answer(self):
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = answer

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stub)
        print("ready at http://127.0.0.1:%d" % server.server_port, flush=True)
        server.serve_forever()
        """,
      ready: "ready at ",
      variable: "STUB_URL"
    )
  }

  func version(in workplace: Workplace) throws(EngineFailure) -> String { try Self.version(of: packages, in: workplace) }

  /// The version of the first of some packages, all of which have to be there.
  static func version(of packages: [String], in workplace: Workplace) throws(EngineFailure) -> String {
    let script = "import sys, importlib.metadata as m\nfor p in sys.argv[1:]: m.version(p)\nprint(m.version(sys.argv[1]))"
    return try line(of: script, about: packages, in: workplace)
  }

  /// The folder of a package's files.
  static func folder(of package: String, in workplace: Workplace) throws(EngineFailure) -> String {
    let script = """
      import sys, importlib.util as u
      print(u.find_spec(sys.argv[1].replace("-", "_")).submodule_search_locations[0])
      """
    return try line(of: script, about: [package], in: workplace)
  }

  /// The line that a script prints about some packages; it fails where one is not there.
  private static func line(of script: String, about packages: [String], in workplace: Workplace) throws(EngineFailure) -> String {
    let python = try workplace.machine.find("python3")
    let run = try workplace.run(Program([python, "-I", "-c", script] + packages, in: "/"))
    guard run.code == 0, let line = run.output.split(separator: "\n" as Character).first else {
      throw EngineFailure("\(packages.map { "`\($0)`" }.joined(separator: " or ")) of PyPI is not installed", isAbsent: true)
    }
    return String(line)
  }

  func start(in workplace: Workplace) throws(EngineFailure) -> any RunningEngine {
    let python = try workplace.machine.find("python3")
    return LooseEngine { _ throws(EngineFailure) in
      let folder = try workplace.workFolder(system)
      var variables = variables
      var running: Server?
      if let server {
        let started = try Server(Program([python, "-I", "-u", "-c", server.script], in: folder), in: workplace, ready: server.ready)
        variables[server.variable] = started.word(after: server.ready)
        running = started
      }
      let words = [python, "-I", "-c", PythonDriver.text]
      return Interpreter(words: words, folder: folder, variables: variables, workplace: workplace, server: running)
    }
  }
}

extension PythonPackage {
  /// The packages that `make verify` installs.
  static let all = [
    PythonPackage(system: "chroma", rung: .a, program: "Chroma", packages: ["chromadb"], variables: ["ANONYMIZED_TELEMETRY": "False"]),
    PythonPackage(
      system: "dynamodb",
      rung: .c,
      program: "emulator moto",
      packages: ["moto", "boto3"],
      variables: ["AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none", "AWS_DEFAULT_REGION": "us-east-1"],
      server: Service(
        script: "import moto.server, sys\nmoto.server.main(['-H', '127.0.0.1', '-p', '0'])",
        ready: "Running on ",
        variable: "AWS_ENDPOINT_URL"
      )
    ),
    PythonPackage(system: "milvus", rung: .c, program: "Milvus Lite", packages: ["milvus-lite", "pymilvus"]),
    PythonPackage(
      system: "mongodb",
      rung: .c,
      program: "emulator SecantusDB",
      packages: ["secantusdb", "pymongo"],
      server: Service(
        script: """
          import os, time, secantus
          with secantus.SecantusDBServer(storage_path=os.path.join(os.getcwd(), "data")) as server:
              print("ready at", server.uri)
              while True:
                  time.sleep(60)
          """,
        ready: "ready at ",
        variable: "MONGODB_URI"
      )
    ),
    PythonPackage(system: "pinecone", rung: .e, program: "pinecone", packages: ["pinecone"], server: .stub),
    PythonPackage(system: "qdrant", rung: .b, program: "Qdrant Edge", packages: ["qdrant-edge-py"]),
    PythonPackage(system: "weaviate", rung: .e, program: "weaviate-client", packages: ["weaviate-client"], server: .stub),
  ]
}
