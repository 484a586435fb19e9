internal import Glibc

/// What stands at a path, symbolic links not followed.
package enum FileKind: Sendable, Hashable {
  /// A regular file with its size in bytes.
  case file(size: Int)
  case folder
  case symbolicLink
  /// A pipe, a socket, a device.
  case special
}

/// The calls to the operating system that reading and writing need. No call follows a symbolic link in the last part of a path.
package enum FileSystem {
  /// What stands at a path; nil when nothing does.
  package static func kind(of path: String) throws(MachineFailure) -> FileKind? {
    var status = stat()
    if lstat(path, &status) == 0 { return kind(status) }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw .system("look at", path)
  }

  /// Whether a folder is there, at the end of a symbolic link too.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && kind(status) == .folder
  }

  private static func kind(_ status: stat) -> FileKind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file(size: Int(status.st_size))
    case S_IFDIR: .folder
    case S_IFLNK: .symbolicLink
    default: .special
    }
  }

  /// The names in a folder as bytes, in byte order, without `.` and `..`.
  package static func list(_ folder: String) throws(MachineFailure) -> [[UInt8]] {
    guard let stream = opendir(folder) else { throw .system("list", folder) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [UInt8(ascii: ".")], name != Array("..".utf8) { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw .system("list", folder) }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The content of a regular file of at most `limit` bytes. Never waits: a pipe is refused, not read.
  ///
  /// Never half of one content and half of another: what has another size or time of change behind the reading is refused, as a
  /// passing failure. A file that another one takes the place of is read to its end. Nothing shows two changes within one tick of
  /// the system's clock, some milliseconds.
  package static func read(_ path: String, limit: Int) throws(MachineFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system("look at", path) }
    guard case .file(let size) = kind(status) else { throw MachineFailure("read", path, reason: "not a regular file") }
    guard size <= limit else { throw MachineFailure("read", path, reason: "\(size) bytes, more than \(limit)") }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let length = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        if length == 0 { return }
        if length > 0 { count += length } else if errno != EINTR { return failed = true }
      }
    }
    if failed { throw .system("read", path) }
    var after = stat()
    guard fstat(descriptor, &after) == 0 else { throw .system("look at", path) }
    guard bytes.count == size, after.st_size == status.st_size, isSame(after.st_mtim, status.st_mtim) else {
      throw MachineFailure("read", path, reason: "it changed while it was read; run again", isPassing: true)
    }
    return bytes
  }

  private static func isSame(_ left: timespec, _ right: timespec) -> Bool {
    left.tv_sec == right.tv_sec && left.tv_nsec == right.tv_nsec
  }
}

extension FileSystem {
  /// Gives a path its new content, whole or not at all: the bytes are written to `temporary` (on the same file system), which is renamed.
  ///
  /// - Parameters:
  ///   - old: the file whose owner, as far as we may, and permissions the new one gets; nil for what the umask leaves.
  ///   - check: called when all is written, right before the file takes its place.
  static func replace(
    _ path: String,
    with bytes: [UInt8],
    temporary: String,
    like old: stat? = nil,
    check: () throws(MachineFailure) -> Void = {}
  ) throws(MachineFailure) {
    var descriptor = create(temporary)
    if descriptor < 0, errno == EEXIST {
      try remove(temporary)
      descriptor = create(temporary)
    }
    guard descriptor >= 0 else { throw .system("write", path) }
    do throws(MachineFailure) {
      var failure: MachineFailure?
      if let old { failure = dress(descriptor, like: old, path: path) }
      failure = failure ?? write(bytes, to: descriptor, path: path)
      if close(descriptor) != 0, failure == nil { failure = .system("write", path) }
      if let failure { throw failure }
      try check()
      if rename(temporary, path) != 0 { throw .system("write", path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// A new file, open for writing; negative when something is there already.
  private static func create(_ path: String) -> Int32 {
    open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
  }

  /// Gives an open file the owner and the permissions of another. Only root may give files away.
  private static func dress(_ descriptor: Int32, like old: stat, path: String) -> MachineFailure? {
    _ = fchown(descriptor, old.st_uid, old.st_gid)
    return fchmod(descriptor, old.st_mode & 0o7777) == 0 ? nil : .system("write", path)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) -> MachineFailure? {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let length = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if length >= 0 {
          done += length
        } else if errno != EINTR {
          return .system("write", path)
        }
      }
      return nil
    }
  }

  /// Removes a file; that there is none is no failure.
  package static func remove(_ path: String) throws(MachineFailure) {
    guard unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR else { throw .system("remove", path) }
  }

  /// Removes a folder if it is empty, and tells whether it is gone.
  package static func removeEmptyFolder(_ path: String) -> Bool {
    rmdir(path) == 0 || errno == ENOENT
  }

  /// Makes a folder; that it is there is no failure.
  package static func makeFolder(_ path: String) throws(MachineFailure) {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .system("make the folder", path) }
  }
}

extension MachineFailure {
  /// The failure of the last call to the system: "cannot open x: Permission denied".
  static func system(_ action: String, _ path: String) -> MachineFailure {
    MachineFailure(action, path, reason: String(cString: strerror(errno)))
  }
}
