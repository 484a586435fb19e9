import Diagnostics
import Glibc

/// The two streams: stdout for data, stderr for talk.
enum Terminal {
  /// Writes data; a line end is added when it is missing.
  static func out(_ text: String) {
    write(text, to: STDOUT_FILENO)
  }

  /// Writes a text of the library: to the byte for a program, and on a terminal without what would drive it.
  static func document(_ text: String) {
    guard isatty(STDOUT_FILENO) == 1 else { return out(text) }
    out(text.split(separator: "\n", omittingEmptySubsequences: false).map { SourceExcerpt.visible(String($0)) }.joined(separator: "\n"))
  }

  /// Says something to the person.
  static func talk(_ text: String) {
    write(text, to: STDERR_FILENO)
  }

  /// Shows how far something is, on a terminal only; the next line that is said takes its place.
  static func progress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1, getenv("TERM").map({ String(cString: $0) != "dumb" }) ?? false else { return }
    let line = Array("\r\u{1B}[K\(text)\r".utf8)
    _ = Glibc.write(STDERR_FILENO, line, line.count)
  }

  /// Says something and leaves the cursor behind it, for the answer.
  static func ask(_ text: String) {
    write(text, to: STDERR_FILENO, endsLine: false)
  }

  /// Whether a person is there to be asked: one who sees what is said on stderr and types into stdin.
  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Says what went wrong; it may quote a library, so nothing of it drives the terminal.
  static func error(_ sentence: String) {
    talk("augury: \(SourceExcerpt.visible(sentence))")
  }

  /// Whether stdout is a terminal that wants colour (`NO_COLOR` unset or empty: no-color.org).
  static var wantsColour: Bool {
    isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
      && getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
  }

  static func exit(_ code: Int32) -> Never {
    Glibc.exit(code)
  }

  /// Sends bytes to whoever reads stdout; false when nobody does any more, for a program that does not die of that (`SIGPIPE`).
  static func send(_ bytes: [UInt8]) -> Bool {
    let failure = bytes.withUnsafeBytes { write($0, to: STDOUT_FILENO) }
    if failure != 0, failure != EPIPE { exit(forFailure: failure) }
    return failure == 0
  }

  /// A reader that went away ends the process quietly, like any filter; data that cannot be written is a failure of the machine.
  private static func write(_ text: String, to descriptor: Int32, endsLine: Bool = true) {
    guard !text.isEmpty else { return }
    var text = text.utf8.last == UInt8(ascii: "\n") || !endsLine ? text : text + "\n"
    let failure = text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
    if failure != 0, descriptor == STDOUT_FILENO { exit(forFailure: failure) }
  }

  private static func exit(forFailure failure: Int32) -> Never {
    error("cannot write to the standard output: \(String(cString: strerror(failure)))")
    exit(Ending.machine.rawValue)
  }

  /// Writes all bytes, however often the system takes only a part.
  ///
  /// - Returns: the system's number of what went wrong, 0 for nothing.
  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
