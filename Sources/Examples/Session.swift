package import Library

/// How a client that reads its standard input is told to run a fence, and how its answer is read.
package protocol Dialogue: Sendable {
  /// What to write so that the client runs a file and then prints the mark, then a space and a status if it has one, and a line end.
  func request(file: String, fence: RunnableFence, mark: String) -> String
  /// Reads what was printed before the mark, and the status behind it.
  func answer(_ output: String, status: String, file: String) -> Answer
}

/// A connection: a client that runs one fence after the other. Used by one thread.
package final class Session {
  private let client: Child
  private let dialogue: any Dialogue
  private let workplace: Workplace
  /// Where its fences are put, which the client can only read.
  private let folder: String
  private var count = 0
  /// Why it can run nothing more.
  private(set) var end: String?

  /// Bytes of output of a fence.
  static let outputLimit = 1 << 20

  package init(_ client: Child, _ dialogue: any Dialogue, in workplace: Workplace) throws(EngineFailure) {
    self.client = client
    self.dialogue = dialogue
    self.workplace = workplace
    folder = try workplace.inputFolder("fences")
  }

  /// What a session made of a fence.
  enum Reply {
    case answer(Answer)
    /// It has not answered yet.
    case waits
    /// It can run nothing more.
    case ended(output: String, reason: String)
  }

  /// Has the client run a fence; `reply` tells what comes of it.
  func run(_ fence: RunnableFence) throws(EngineFailure) {
    count += 1
    try workplace.write(fence.code, to: file)
    client.say(dialogue.request(file: file, fence: fence, mark: mark))
  }

  /// What came of the fence that runs.
  ///
  /// - Parameter time: how long to wait for it.
  func reply(within time: Duration) -> Reply {
    switch client.listen(until: mark, for: time, limit: Self.outputLimit) {
    case .nothing: return .waits
    case .answer(let output, let status):
      return .answer(dialogue.answer(String(decoding: output, as: UTF8.self), status: status.trimmed, file: file))
    case .end(let output):
      let code = client.end()
      return finish(output, "the engine ended with \(code) in the middle of it")
    case .tooMuch(let output):
      client.stop()
      return finish(output, "more than \(Self.outputLimit) bytes of output")
    }
  }

  /// Ends the client.
  func stop(_ reason: String = "its session has ended") {
    client.stop()
    end = end ?? reason
  }

  private func finish(_ output: [UInt8], _ reason: String) -> Reply {
    end = reason
    return .ended(output: dialogue.answer(String(decoding: output, as: UTF8.self), status: "", file: file).output, reason: reason)
  }

  private var file: String { "\(folder)/\(count)" }
  /// Nothing that an example prints by accident.
  private var mark: String { "@@augury-\(ObjectIdentifier(self).hashValue.magnitude)-\(count)@@" }
}
