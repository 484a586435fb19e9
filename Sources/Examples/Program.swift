/// A program to start: its words, where it works, and how it is held.
struct Program: Sendable {
  /// The program and its arguments. One that starts with `@` is a part of Augury (`HiddenProgram`).
  let arguments: [String]
  /// The folder it works in.
  let folder: String
  /// What its environment has besides the least that every program gets.
  var variables: [String: String] = [:]
  /// Whether it runs as the unprivileged user.
  var isConfined = true
  /// The signal that lets it end by itself; 0 for none.
  var stopSignal: Int32 = 0
  /// A folder that goes when the program has ended.
  var removing = ""

  /// Bytes of data a process may have: a server and a big `node` fit.
  private static let memory = 2 << 30
  /// Bytes of a file.
  private static let file = 1 << 30
  /// Milliseconds that a server has to end by itself.
  private static let patience = 4_000

  init(_ arguments: [String], in folder: String) {
    self.arguments = arguments
    self.folder = folder
  }

  /// The words that start it under its guard; `HiddenProgram` reads them.
  func guarded(by machine: Machine) -> [String] {
    let user = isConfined ? (machine.user, machine.group) : (0, 0)
    let limits = [Int(user.0), Int(user.1), Self.memory, Self.file, Int(stopSignal), Self.patience].map(String.init)
    return [machine.augury, HiddenProgram.guardName] + limits + [removing] + arguments
  }

  /// The environment: nothing of the caller's, so that no secret of his and no locale gets into an example.
  var environment: [String] {
    let least = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "TMPDIR": folder, "LC_ALL": "C.UTF-8", "TZ": "UTC", "COLUMNS": "80",
      "TERM": "dumb", "NO_COLOR": "1",
    ]
    return least.merging(variables) { _, own in own }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }
}
