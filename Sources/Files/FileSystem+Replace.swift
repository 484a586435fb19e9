internal import Glibc

/// Changing files that are not ours: those of a library, and reports.
extension FileSystem {
  /// Gives a file that a user named its new content, whole or not at all, and leaves its owner and permissions as they are. What is
  /// there and is no regular file, a symbolic link above all, is refused: to rename over it would take it away.
  package static func replaceFile(at path: String, with bytes: [UInt8]) throws(MachineFailure) {
    try replaceFile(at: path, with: bytes) { () throws(MachineFailure) in }
  }

  /// The same for a file that was read before: what somebody else has written since is not overwritten.
  ///
  /// - Parameter old: what must be there still; nil for no file.
  package static func replaceFile(at path: String, with bytes: [UInt8], from old: [UInt8]?) throws(MachineFailure) {
    try replaceFile(at: path, with: bytes) { () throws(MachineFailure) in
      guard try isStill(old, at: path) else {
        throw MachineFailure("write", path, reason: "it changed since it was read; run again", isPassing: true)
      }
    }
  }

  /// Two processes take turns in a folder: the second would remove the temporary file of the first.
  private static func replaceFile(
    at path: String,
    with bytes: [UInt8],
    check: () throws(MachineFailure) -> Void
  ) throws(MachineFailure) {
    var status = stat()
    let isThere = lstat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG { throw MachineFailure("write", path, reason: "not a regular file") }
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "./"
    guard isFolder(start) else { throw MachineFailure("write", path, reason: "there is no such folder") }
    try holding(start, onWait: {}) { () throws(MachineFailure) in
      try replace(path, with: bytes, temporary: start + temporaryName, like: isThere ? status : nil, check: check)
    }
  }

  /// Hidden, so that nobody who reads the library takes it for a part of it.
  private static let temporaryName = ".augury-new"

  private static func isStill(_ old: [UInt8]?, at path: String) throws(MachineFailure) -> Bool {
    guard let old else { return try kind(of: path) == nil }
    guard try kind(of: path) == .file(size: old.count) else { return false }
    return try read(path, limit: old.count) == old
  }
}
