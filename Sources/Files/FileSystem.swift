private import Glibc

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
  package static func read(_ path: String, limit: Int) throws(MachineFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system("look at", path) }
    guard case .file(let size) = kind(status) else { throw MachineFailure("read", path, reason: "not a regular file") }
    guard size <= limit else { throw MachineFailure("read", path, reason: "\(size) bytes, more than \(limit)") }
    var failure: MachineFailure?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let length = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        if length > 0 {
          count += length
        } else if length == 0 {
          failure = MachineFailure("read", path, reason: "it became shorter while it was read")
          return
        } else if errno != EINTR {
          failure = .system("read", path)
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }
}

extension FileSystem {
  /// Gives a path its new content, whole or not at all: the bytes are written to `temporary` (on the same file system), which is renamed.
  ///
  /// - Parameter mode: the permissions of the new file; nil for what a new file gets.
  package static func replace(_ path: String, with bytes: [UInt8], temporary: String, mode: UInt32? = nil) throws(MachineFailure) {
    var descriptor = create(temporary)
    if descriptor < 0, errno == EEXIST {
      try remove(temporary)
      descriptor = create(temporary)
    }
    guard descriptor >= 0 else { throw .system("write", path) }
    var failure = write(bytes, to: descriptor, path: path)
    if failure == nil, let mode, fchmod(descriptor, mode) != 0 { failure = .system("write", path) }
    if close(descriptor) != 0, failure == nil { failure = .system("write", path) }
    if failure == nil, rename(temporary, path) != 0 { failure = .system("write", path) }
    if let failure {
      unlink(temporary)
      throw failure
    }
  }

  /// A new file, open for writing; negative when something is there already.
  private static func create(_ path: String) -> Int32 {
    open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
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
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .system("make the folder", path) }
  }
}

extension MachineFailure {
  /// The failure of the last call to the system: "cannot open x: Permission denied".
  static func system(_ action: String, _ path: String) -> MachineFailure {
    MachineFailure(action, path, reason: String(cString: strerror(errno)))
  }
}
