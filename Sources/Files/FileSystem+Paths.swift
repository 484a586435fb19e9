private import Glibc

extension FileSystem {
  /// Whether a regular file is there, at the end of a symbolic link too.
  package static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether two paths lead to the same thing.
  package static func isSame(_ left: String, _ right: String) -> Bool {
    var leftStatus = stat()
    var rightStatus = stat()
    guard stat(left, &leftStatus) == 0, stat(right, &rightStatus) == 0 else { return false }
    return leftStatus.st_dev == rightStatus.st_dev && leftStatus.st_ino == rightStatus.st_ino
  }

  /// Makes the folders that a path of a root needs. One that is a symbolic link is refused: it may lead anywhere.
  package static func makeFolders(above path: String, in root: String) throws(MachineFailure) {
    for folder in OutputPaths.folders(above: path).map({ Path.join(root, $0) }) {
      try makeFolder(folder)
      guard try kind(of: folder) == .folder else { throw MachineFailure("make the folder", folder, reason: "something else is there") }
    }
  }

  /// Why nothing can be made in a folder ("Permission denied"); nil when something can.
  package static func whyNotWritable(_ folder: String) -> String? {
    access(folder, W_OK | X_OK) == 0 ? nil : String(cString: strerror(errno))
  }

  /// A number for the state of what stands at a path, symbolic links not followed: it changes whenever that is written or replaced.
  static func mark(of path: String) -> UInt64 {
    var status = stat()
    guard lstat(path, &status) == 0 else { return 0 }
    var hash = QuickHash()
    for part in [Int(status.st_mode), Int(status.st_size), Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec] {
      hash.mix(UInt64(bitPattern: Int64(part)))
    }
    return hash.state
  }

  /// The absolute path of something that exists, without symbolic links in it; nil when nothing does.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
