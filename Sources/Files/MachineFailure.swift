/// The machine did not do what it was asked: a folder that cannot be read, a disk that is full. Ends a command with exit code 3.
///
/// Faults of a library are findings, never this.
package struct MachineFailure: Error, Sendable, CustomStringConvertible {
  /// One clear sentence without a final period, naming the path and the system's reason.
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}
