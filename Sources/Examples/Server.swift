internal import Files

/// A server that an engine has started, with its log in a file.
final class Server: Sendable {
  private let process: Child
  private let log: String

  /// Bytes of a log that are read.
  private static let logLimit = 4 << 20
  /// How long a server may take to start.
  private static let patience = Duration.seconds(30)

  /// Starts a server and waits until its log says that it is ready.
  init(_ program: Program, in workplace: Workplace, ready: String) throws(EngineFailure) {
    log = try workplace.inputFolder("log") + "/log"
    process = try workplace.start(program, output: .file(log))
    let deadline = ContinuousClock.now + Self.patience
    while !logText.contains(ready) {
      let isLate = ContinuousClock.now > deadline
      if isLate || process.hasEnded {
        process.stop()
        let last = logText.split(separator: "\n" as Character).suffix(3).joined(separator: "; ")
        throw EngineFailure(
          "`\(program.arguments[0])` \(isLate ? "is not ready within \(Self.patience)" : "ended while it started"): \(last)"
        )
      }
      Child.pause(milliseconds: 5)
    }
  }

  func stop() { process.stop() }

  /// The word behind a text of the log: an address that the server has chosen; empty when there is none.
  func word(after text: String) -> String {
    let log = logText
    guard let found = log.firstRange(of: text) else { return "" }
    return String(log[found.upperBound...].prefix { !$0.isWhitespace })
  }

  private var logText: String {
    (try? FileSystem.read(log, limit: Self.logLimit)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
