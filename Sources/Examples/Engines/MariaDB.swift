internal import Library

/// MariaDB in place of MySQL, whose server Debian does not have: a server of its own on a socket in the run's folder, with `mariadb` as
/// the client.
struct MariaDB: Engine {
  let system = "mysql"
  let rung = Rung.c
  let program = "MariaDB"

  func version(in workplace: Workplace) throws(EngineFailure) -> String {
    let server = try workplace.machine.find("mariadbd")
    for program in ["mariadb", "mariadb-install-db"] { _ = try workplace.machine.find(program) }
    return Machine.version(in: try workplace.machine.output(of: [server, "--no-defaults", "--version"], in: workplace)) ?? "-"
  }

  func start(in workplace: Workplace) throws(EngineFailure) -> any RunningEngine {
    let machine = workplace.machine
    let folder = try workplace.workFolder("my")
    let data = "--datadir=\(folder)/data"
    let install = [try machine.find("mariadb-install-db"), "--no-defaults", data, "--skip-test-db"]
    _ = try machine.output(of: install + ["--auth-root-authentication-method=normal"], in: workplace, folder: folder)
    let settings = [
      "--socket=\(folder)/s", "--pid-file=\(folder)/pid", "--skip-networking", "--skip-log-bin", "--innodb-flush-log-at-trx-commit=0",
      "--innodb-doublewrite=0", "--innodb-use-native-aio=0", "--innodb-buffer-pool-size=64M", "--default-time-zone=+00:00",
    ]
    var program = Program([try machine.find("mariadbd"), "--no-defaults", data] + settings, in: folder)
    program.stopSignal = 15
    let running = try Server(program, in: workplace, ready: "ready for connections")
    return Cluster(server: running, client: try machine.find("mariadb"), socket: folder + "/s", workplace: workplace)
  }

  private struct Cluster: RunningEngine {
    let server: Server
    let client: String
    let socket: String
    let workplace: Workplace

    func makeDatabase(_ number: Int) throws(EngineFailure) -> any Database {
      let name = "augury_\(number)"
      _ = try workplace.machine.output(of: words + ["-e", "CREATE DATABASE \(name)"], in: workplace)
      return Schema(cluster: self, name: name)
    }

    func stop() { server.stop() }

    var words: [String] { [client, "--no-defaults", "-uroot", "-S", socket] }
  }

  private struct Schema: Database {
    let cluster: Cluster
    let name: String

    func open() throws(EngineFailure) -> Session {
      let words = cluster.words + ["--batch", "--force", "--unbuffered", "--default-character-set=utf8mb4", name]
      let program = Program(words, in: try cluster.workplace.workFolder("mariadb"))
      return try Session(cluster.workplace.start(program), MariaDBClient(database: name), in: cluster.workplace)
    }
  }
}

/// What is said to `mariadb`: `\.` runs a file to its end, also where a quote is left open or a semicolon is missing.
private struct MariaDBClient: Dialogue {
  let database: String

  func request(file: String, fence: RunnableFence, mark: String) -> String {
    "\\. \(file)\ndelimiter ;\n\\! echo \(mark)\n"
  }

  /// Errors are shown as an interactive client shows them: without the place, and without the statement before them.
  func answer(_ output: String, status: String, file: String) -> Answer {
    var error: Answer.Fault?
    var lines: [String] = []
    for line in output.split(separator: "\n" as Character, omittingEmptySubsequences: false) {
      guard let message = Message(line, file: file) else {
        lines.append(String(line))
        continue
      }
      if error == nil { error = Answer.Fault(codes: message.codes, line: message.line) }
      dropStatement(&lines)
      lines.append("ERROR \(message.codes[0]) (\(message.codes[1])): \(message.text)")
    }
    return Answer(output: lines.joined(separator: "\n").replacing(database, with: "augury"), error: error)
  }

  /// Takes the statement away that the client shows between two rules and an empty line.
  private func dropStatement(_ lines: inout [String]) {
    let rule = "--------------"
    guard lines.suffix(2) == [rule, ""], let start = lines.dropLast(2).lastIndex(of: rule) else { return }
    lines.removeSubrange(start...)
  }

  /// `ERROR 1062 (23000) at line 5 in file: '/folder/1': Duplicate entry`.
  private struct Message {
    let codes: [String]
    let line: Int?
    let text: Substring

    init?(_ line: Substring, file: String) {
      let words = line.split(separator: " " as Character, maxSplits: 6)
      guard words.count == 7, words[0] == "ERROR", words[2].hasPrefix("("), words[3] == "at", words[4] == "line" else { return nil }
      codes = [String(words[1]), String(words[2].dropFirst().dropLast())]
      self.line = Int(words[5])
      let place = "in file: '\(file)': "
      guard words[6].hasPrefix(place) else { return nil }
      text = words[6].dropFirst(place.count)
    }
  }
}
