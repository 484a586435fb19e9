import Files
import Foundation

/// A folder of one test with a library in it, removed with everything when the test ends.
final class Scratch: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/augury-hostile-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw MachineFailure("no temporary folder") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    try FileSystem.makeFolder(library)
    for (name, bytes) in HostileCase.sound { try put(name, bytes) }
    try FileSystem.replaceFile(at: path + "/bystander.txt", with: Array("keep me".utf8))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var library: String { path + "/library" }
  var output: String { path + "/output" }

  /// The path of something in the module.
  func inModule(_ name: String) -> String { "\(library)/\(HostileCase.module)/\(name)" }

  /// Writes a file of the library, its folders included.
  func put(_ name: String, _ bytes: [UInt8] = []) throws {
    var folder = library
    for part in name.utf8.split(separator: UInt8(ascii: "/")).dropLast() {
      folder += "/" + String(Substring(part))
      try FileSystem.makeFolder(folder)
    }
    let file = open("\(library)/\(name)", O_CREAT | O_WRONLY | O_TRUNC, 0o644)
    guard file >= 0, write(file, bytes, bytes.count) == bytes.count, close(file) == 0 else { throw MachineFailure("cannot put \(name)") }
  }

  func put(_ name: String, text: String) throws { try put(name, Array(text.utf8)) }

  /// Fails the test's set-up when a call to the system has not returned 0.
  static func check(_ result: Int32) throws {
    guard result == 0 else { throw MachineFailure(String(cString: strerror(errno))) }
  }

  func link(_ name: String, to target: String) throws { try Scratch.check(symlink(target, inModule(name))) }

  /// Everything below a folder: path, kind, and content of files.
  static func listing(of root: String, without skipped: String = "") throws -> [String: String] {
    var found: [String: String] = [:]
    var pending = [root]
    while let folder = pending.popLast() {
      for name in try FileSystem.list(folder) {
        let path = folder + "/" + String(decoding: name, as: UTF8.self)
        guard path != skipped else { continue }
        let kind = try FileSystem.kind(of: path)
        if kind == .folder { pending.append(path) }
        found[path] = kind.map { "\($0)" } ?? "?"
      }
    }
    return found
  }
}
