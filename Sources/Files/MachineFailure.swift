/// The machine did not do what it was asked: a folder that cannot be read, a disk that is full. Ends a command with exit code 3.
///
/// Faults of a library are findings, never this.
package struct MachineFailure: Error, Sendable, CustomStringConvertible {
  /// One clear sentence without a final period, naming the path and the system's reason.
  package let description: String

  /// The reason alone, without a path, for places where the path is known: "Permission denied".
  package let reason: String

  /// Whether somebody else changed something in the same moment: nothing is wrong with it, and another try may go well.
  package let isPassing: Bool

  package init(_ description: String) {
    self.description = description
    reason = description
    isPassing = false
  }

  /// An action that failed on a path: "cannot open x: Permission denied".
  package init(_ action: String, _ path: String, reason: String, isPassing: Bool = false) {
    description = "cannot \(action) \(path): \(reason)"
    self.reason = reason
    self.isPassing = isPassing
  }
}
