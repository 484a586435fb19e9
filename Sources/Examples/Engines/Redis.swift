internal import Library

/// Redis: a server for each database, since much of what commands change is the whole server's, with `redis-cli` as the client.
struct Redis: Engine {
  let system = "redis"
  let rung = Rung.a
  let program = "Redis"

  func version(in workplace: Workplace) throws(EngineFailure) -> String {
    let server = try workplace.machine.find("redis-server")
    _ = try workplace.machine.find("redis-cli")
    return Machine.version(in: try workplace.machine.output(of: [server, "--version"], in: workplace)) ?? "-"
  }

  func start(in workplace: Workplace) throws(EngineFailure) -> any RunningEngine {
    let server = try workplace.machine.find("redis-server")
    // Line by line, so that a mark is not kept back.
    let client = [try workplace.machine.find("stdbuf"), "-oL", try workplace.machine.find("redis-cli"), "--no-raw", "-s"]
    return LooseEngine { _ throws(EngineFailure) in
      let folder = try workplace.workFolder("redis")
      let settings = ["--port", "0", "--unixsocket", "\(folder)/s", "--save", "", "--dir", folder]
      let running = try Server(Program([server] + settings, in: folder), in: workplace, ready: "eady to accept connections")
      return Store(server: running, client: client + ["\(folder)/s"], folder: folder, workplace: workplace)
    }
  }

  private struct Store: Database {
    let server: Server
    let client: [String]
    let folder: String
    let workplace: Workplace

    func open() throws(EngineFailure) -> Session {
      try Session(workplace.start(Program(client, in: folder)), RedisClient(), in: workplace)
    }

    func close() { server.stop() }
  }
}

/// What is said to `redis-cli`: the commands, then a preference that it does not know, which it says without asking the server. Within
/// MULTI a command in its place would wait for EXEC.
private struct RedisClient: Dialogue {
  private static let beforeMark = "unknown redis-cli preference '"

  func request(file: String, fence: RunnableFence, mark: String) -> String { "\(fence.code)\n:set \(mark)\n" }

  func answer(_ output: String, status: String, file: String) -> Answer {
    let printed = output.hasSuffix(Self.beforeMark) ? output.dropLast(Self.beforeMark.count) : output[...]
    let lines = printed.split(separator: "\n" as Character, omittingEmptySubsequences: false).filter { !isTime($0) }
    return Answer(output: lines.joined(separator: "\n"), error: lines.lazy.compactMap(code).first.map { .init(codes: [$0]) })
  }

  /// `WRONGTYPE` of `(error) WRONGTYPE Operation against ...`, which may be one of the answers of EXEC: ` 2) (error) ...`.
  private func code(_ line: Substring) -> String? {
    if line == "Invalid argument(s)" { return "ERR" }
    if line.hasPrefix("Could not connect to Redis") || line.hasPrefix("Error: ") { return "CONNECTION" }
    var rest = line
    while let end = rest.firstRange(of: ") "), rest[..<end.lowerBound].allSatisfy({ $0.isNumber || $0 == " " }) {
      rest = rest[end.upperBound...]
    }
    return rest.hasPrefix("(error) ") ? String(rest.dropFirst(8).prefix { $0 != " " }) : nil
  }

  /// `(0.57s)`, which the client adds to what took half a second.
  private func isTime(_ line: Substring) -> Bool {
    line.hasPrefix("(") && line.hasSuffix("s)") && Double(line.dropFirst().dropLast(2)) != nil
  }
}
