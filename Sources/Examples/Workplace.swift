internal import Files
private import Glibc
internal import Synchronization

/// The temporary folder of a run, in which every engine works, and which is removed however the run ends.
///
/// A keeper process holds it: a guard that removes the folder once this process and all other guards have gone, which the end of a pipe
/// tells that each of them has open.
package final class Workplace: Sendable {
  let machine: Machine
  private let root: String
  private let keeper: Child
  private let counter = Mutex(0)

  package init(on machine: Machine) throws(EngineFailure) {
    self.machine = machine
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/augury-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .system("make a folder in", parent) }
    root = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // Others may go through it to what is theirs, and see nothing.
    chmod(root, 0o711)
    var program = Program([HiddenProgram.wait], in: "/")
    program.removing = root
    keeper = try Child(program, on: machine, keeper: -1, output: .pipe)
  }

  /// Ends the run: removes the folder. Everything that was started must have been stopped.
  package func close() {
    keeper.stop()
  }

  /// Starts a program.
  func start(_ program: Program, output: Child.Output = .pipe) throws(EngineFailure) -> Child {
    try Child(program, on: machine, keeper: keeper.lifeline, output: output)
  }

  /// Runs a program to its end.
  func run(_ program: Program, for time: Duration = .seconds(60)) throws(EngineFailure) -> (code: Int32, output: String) {
    let child = try start(program)
    let name = program.arguments[0]
    switch child.listen(until: nil, for: time, limit: 1 << 20) {
    case .end(let output): return (child.end(), String(decoding: output, as: UTF8.self))
    case .nothing, .answer: throw EngineFailure("`\(name)` does not end within \(time)")
    case .tooMuch: throw EngineFailure("`\(name)` prints too much")
    }
  }

  /// A new folder that engines can write to.
  func workFolder(_ name: String) throws(EngineFailure) -> String {
    let path = try inputFolder(name)
    guard machine.user == 0 || chown(path, machine.user, machine.group) == 0, chmod(path, 0o700) == 0 else {
      throw .system("give away", path)
    }
    return path
  }

  /// A new folder that engines can only read, so that none of them decides where this process writes.
  func inputFolder(_ name: String) throws(EngineFailure) -> String {
    let number = counter.withLock { counter in
      counter += 1
      return counter
    }
    let path = "\(root)/\(number)-\(name)"
    guard mkdir(path, 0o755) == 0, chmod(path, 0o755) == 0 else { throw .system("make", path) }
    return path
  }

  /// Writes a file that engines can only read, in a folder made for that.
  func write(_ text: String, to path: String) throws(EngineFailure) {
    do throws(MachineFailure) {
      try FileSystem.replaceFile(at: path, with: Array(text.utf8))
    } catch {
      throw EngineFailure(error.description)
    }
  }
}

extension EngineFailure {
  /// The failure of the last call to the system.
  static func system(_ action: String, _ path: String) -> EngineFailure {
    EngineFailure("cannot \(action) \(path): \(String(cString: strerror(errno)))")
  }
}
