private import Glibc
internal import Guard

/// What the program does when it starts itself: it guards an engine, or is one. Not for people.
package enum HiddenProgram {
  static let guardName = "@guard"
  /// Waits until it is stopped: the keeper of a run's folder.
  static let wait = "@wait"

  /// Runs what the arguments of the process name, if that is a hidden program; does not return then. To be called before anything else,
  /// since a guard may have one thread only.
  package static func runIfAsked(_ arguments: [String]) {
    guard arguments.count > 9, arguments[1] == guardName else { return }
    let numbers = arguments[2..<8].map { UInt64($0) ?? 0 }
    var limits = augury_limits(
      user: uid_t(truncatingIfNeeded: numbers[0]),
      group: gid_t(truncatingIfNeeded: numbers[1]),
      memory: numbers[2],
      file: numbers[3],
      stop: Int32(truncatingIfNeeded: numbers[4]),
      patience: Int32(truncatingIfNeeded: numbers[5])
    )
    augury_guard(&limits, 3, arguments[8].isEmpty ? nil : arguments[8])
    let program = Array(arguments[9...])
    switch program[0] {
    case wait: while true { pause() }
    case SQLiteShell.name: exit(SQLiteShell.run(database: program.count > 1 ? program[1] : ":memory:"))
    default:
      execvp(program[0], program.map { strdup($0) } + [nil])
      print("cannot start \(program[0]): \(String(cString: strerror(errno)))")
      exit(127)
    }
  }
}
