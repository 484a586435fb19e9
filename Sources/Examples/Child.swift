internal import Files
private import Glibc
internal import Guard
internal import Synchronization

/// A running program that is spoken to through pipes, held by a guard: nothing of it outlives this process, however that ends.
///
/// Child processes are started by `posix_spawn` of this very program as their guard (`Sources/Guard`), which does what no library for
/// child processes offers: it follows grandchildren, and it outlives its owner.
package final class Child: Sendable {
  /// The guard's process.
  private let process: pid_t
  /// What the program reads, where it prints (both nonblocking; -1 for none), and the pipe whose end stops it.
  private let input: Int32
  private let output: Int32
  let lifeline: Int32
  private let state = Mutex(State())

  private struct State {
    /// What is still to be written, and what was read and not yet asked for.
    var pending: [UInt8] = []
    var read: [UInt8] = []
    var isAtEnd = false
    /// The exit code, once the guard has ended.
    var code: Int32?
  }

  /// Where the output of a program goes.
  enum Output {
    case pipe
    case file(String)
  }

  /// Starts a program under a guard.
  ///
  /// - Parameter keeper: the pipe that the guard holds open as long as it lives; -1 for none.
  init(_ program: Program, on machine: Machine, keeper: Int32, output target: Output) throws(EngineFailure) {
    var files: [Int32] = []
    defer { for file in files { close(file) } }
    let input = try Child.pipe()
    let lifeline = try Child.pipe()
    files += [input.read, lifeline.read]
    let written: Int32
    switch target {
    case .pipe:
      let output = try Child.pipe()
      (self.output, written) = (output.read, output.write)
    case .file(let path):
      (self.output, written) = (-1, open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600))
    }
    files.append(written)
    var process: pid_t = 0
    let arguments = program.guarded(by: machine)
    let error = Child.withCStrings(arguments) { arguments in
      Child.withCStrings(program.environment) { environment in
        augury_spawn(&process, arguments, environment, program.folder, input.read, written, lifeline.read, keeper)
      }
    }
    self.input = input.write
    self.lifeline = lifeline.write
    self.process = process
    guard error == 0 else {
      for file in [input.write, lifeline.write, output] where file >= 0 { close(file) }
      throw EngineFailure("cannot start \(arguments[0]): \(String(cString: strerror(error)))")
    }
    for file in [input.write, output] where file >= 0 { _ = fcntl(file, F_SETFL, O_NONBLOCK) }
  }

  deinit {
    stop()
    for file in [input, output] where file >= 0 { close(file) }
  }

  /// Ends the program and all that it has started, and waits until that is done.
  @discardableResult
  package func stop() -> Int32 {
    state.withLock { state in
      if let code = state.code { return code }
      close(lifeline)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
      state.code = code
      return code
    }
  }
}

extension Child {
  /// Whether the guard has gone, and with it the program.
  var hasEnded: Bool {
    state.withLock { state in
      if state.code != nil { return true }
      var information = siginfo_t()
      return waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT) == 0 && information._sifields._sigchld.si_pid != 0
    }
  }

  /// The exit code of a program that has closed its output; it is stopped if it does not end then.
  func end() -> Int32 {
    let deadline = ContinuousClock.now + .seconds(2)
    while !hasEnded, ContinuousClock.now < deadline { Child.pause(milliseconds: 1) }
    return stop()
  }

  /// Waits.
  static func pause(milliseconds: Int32) {
    poll(nil, 0, milliseconds)
  }

  /// What was heard of a program.
  enum Heard {
    /// The output before the mark, and the rest of the mark's line.
    case answer(output: [UInt8], status: String)
    /// No mark within the time.
    case nothing
    /// The program has ended; all that was left of its output.
    case end(output: [UInt8])
    /// More output than is accepted, of which this is the start.
    case tooMuch(output: [UInt8])
  }

  /// Has the program read a text, as soon as somebody listens.
  func say(_ text: String) {
    state.withLock { $0.pending += Array(text.utf8) }
  }

  /// Waits until a line with a mark is printed. Whoever is not answered in time may go on listening.
  ///
  /// - Parameters:
  ///   - mark: nil to wait for the end of the output.
  ///   - limit: bytes of output that are accepted.
  func listen(until mark: String?, for time: Duration, limit: Int) -> Heard {
    let deadline = ContinuousClock.now + time
    return state.withLock { state in
      var searched = 0
      while true {
        if let mark, let answer = Child.answer(in: &state.read, mark: mark, from: searched) { return answer }
        searched = max(0, state.read.count - (mark?.utf8.count ?? 0))
        if state.read.count > limit { return .tooMuch(output: Array(state.read[..<limit])) }
        if state.isAtEnd {
          defer { state.read = [] }
          return .end(output: state.read)
        }
        let left = deadline - .now
        guard left > .zero else { return .nothing }
        exchange(
          &state,
          milliseconds: Int32(clamping: left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1)
        )
      }
    }
  }

  /// Writes and reads what is possible now, after waiting for something to be.
  private func exchange(_ state: inout State, milliseconds: Int32) {
    var files = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: state.pending.isEmpty ? -1 : input, events: Int16(POLLOUT), revents: 0),
    ]
    guard poll(&files, 2, milliseconds) > 0 else { return }
    if files[1].revents != 0 {
      let count = write(input, state.pending, state.pending.count)
      // A program that reads no more has ended, or will; its output tells.
      if count > 0 { state.pending.removeFirst(count) } else if errno != EAGAIN, errno != EINTR { state.pending = [] }
    }
    guard files[0].revents != 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(output, &buffer, buffer.count)
    if count > 0 { state.read += buffer[..<count] } else if count == 0 || errno != EAGAIN && errno != EINTR { state.isAtEnd = true }
  }

  /// The answer up to a mark and the end of its line, which is taken out of what was read.
  private static func answer(in bytes: inout [UInt8], mark: String, from start: Int) -> Heard? {
    guard let found = bytes[min(start, bytes.count)...].range(ofBytes: mark.utf8),
      let end = bytes[found.upperBound...].firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    let status = String(decoding: bytes[found.upperBound..<end], as: UTF8.self)
    let output = Array(bytes[..<found.lowerBound])
    bytes.removeSubrange(...end)
    return .answer(output: output, status: status)
  }

  private static func pipe() throws(EngineFailure) -> (read: Int32, write: Int32) {
    var files: [Int32] = [-1, -1]
    guard augury_pipe(&files) == 0 else { throw EngineFailure("cannot make a pipe: \(String(cString: strerror(errno)))") }
    return (files[0], files[1])
  }

  private static func withCStrings<Result>(
    _ texts: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
