package import Files
package import Foundation

/// A folder of one test, removed with everything in it when the test ends.
///
/// Names are put into paths as bytes: Foundation would join a mark at the start of a name with the slash before it.
package final class Scratch: Sendable {
  /// Without symbolic links in it.
  package let path: String

  package init() throws {
    var template = Array(Path.join(FileSystem.realPath(NSTemporaryDirectory()) ?? "/tmp", "augury-test-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw MachineFailure("no temporary folder") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of something in the folder; that of the folder for an empty name.
  package subscript(_ name: String) -> String { Path.join(path, name) }

  /// Fails the test's set-up when a call to the system has not returned 0.
  package static func check(_ result: Int32) throws {
    guard result == 0 else { throw MachineFailure(String(cString: strerror(errno))) }
  }
}

// MARK: - Making

extension Scratch {
  /// Writes a file, in place when it is there, and the folders above it.
  package func put(_ name: String, bytes: [UInt8], mode: mode_t = 0o644) throws {
    try makeFolder(Path.folder(name))
    let file = open(self[name], O_CREAT | O_WRONLY | O_TRUNC, mode)
    guard file >= 0, write(file, bytes, bytes.count) == bytes.count else { throw MachineFailure("cannot put \(name)") }
    try Scratch.check(close(file))
  }

  package func put(_ name: String, _ text: String) throws { try put(name, bytes: Array(text.utf8)) }

  package func put(_ name: String, _ data: Data) throws { try put(name, bytes: Array(data)) }

  /// Puts every file of a library in one text into a folder.
  package func put(_ library: LibraryText, in folder: String = "") throws {
    for (name, bytes) in library.files { try put(Path.join(folder, name), bytes: bytes) }
  }

  /// Makes a folder and those above it; that it is there is no failure.
  package func makeFolder(_ name: String) throws {
    var folder = path
    for part in name.utf8.split(separator: UInt8(ascii: "/")) {
      folder += "/" + String(Substring(part))
      try FileSystem.makeFolder(folder)
    }
  }

  package func link(_ name: String, to target: String) throws { try Scratch.check(symlink(target, self[name])) }

  package func makePipe(_ name: String) throws { try Scratch.check(mkfifo(self[name], 0o644)) }

  /// A file of a size that takes no room on the disk.
  package func makeSparse(_ name: String, size: Int) throws {
    try put(name, "")
    try Scratch.check(truncate(self[name], size))
  }

  package func rename(_ name: String, to other: String) throws { try Scratch.check(Foundation.rename(self[name], self[other])) }

  /// Removes a file, or a folder with all that is in it; that nothing is there is no failure.
  package func remove(_ name: String) { try? FileManager.default.removeItem(atPath: self[name]) }

  package func copy(_ name: String, to other: String) throws {
    try FileManager.default.copyItem(atPath: self[name], toPath: self[other])
  }
}

// MARK: - Looking

extension Scratch {
  /// The bytes of a file; nil when there is none.
  package func data(_ name: String) -> Data? { FileManager.default.contents(atPath: self[name]) }

  package func text(_ name: String) -> String? { data(name).map { String(decoding: $0, as: UTF8.self) } }

  /// The permissions of a file or folder.
  package func mode(_ name: String) throws -> mode_t {
    var status = stat()
    try Scratch.check(lstat(self[name], &status))
    return status.st_mode & 0o7777
  }

  /// Every path below a folder with its kind, hidden ones too, but for one folder and what is in it.
  package func kinds(below folder: String = "", without skipped: String? = nil) throws -> [String: FileKind] {
    var kinds: [String: FileKind] = [:]
    var pending = [folder]
    while let folder = pending.popLast() {
      for name in try FileSystem.list(self[folder]) {
        let path = Path.join(folder, String(decoding: name, as: UTF8.self))
        guard path != skipped else { continue }
        kinds[path] = try FileSystem.kind(of: self[path])
        if kinds[path] == .folder { pending.append(path) }
      }
    }
    return kinds
  }

  /// Every path in the folder that is not a folder, hidden ones too, in byte order.
  package func paths() throws -> [String] {
    try kinds().filter { $0.value != .folder }.keys.sorted(by: Path.precedes)
  }
}
