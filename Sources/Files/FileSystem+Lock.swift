private import Glibc

extension FileSystem {
  /// Does something while no other process does the same in this folder.
  ///
  /// The lock is on the open folder itself (`flock`, Linux man page 2), so that no file is needed and the system frees it when the
  /// process ends, however it ends. On a file system that has no locks nothing is held.
  ///
  /// - Parameter onWait: called once if another process holds the lock; then waits for its end.
  package static func holding<Result>(
    _ folder: String,
    onWait: () -> Void,
    _ body: () throws(MachineFailure) -> Result
  ) throws(MachineFailure) -> Result {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open", folder) }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      onWait()
      while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    }
    return try body()
  }
}
