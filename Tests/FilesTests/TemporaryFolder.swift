import Foundation

@testable import Files

/// A folder of one test, removed with everything in it when the test ends.
final class TemporaryFolder {
  let path: String

  init() throws(MachineFailure) {
    var template = Array("/tmp/augury-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw MachineFailure("no temporary folder") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  subscript(_ name: String) -> String { Path.join(path, name) }

  func put(_ name: String, _ text: String) throws(MachineFailure) {
    for folder in OutputPaths.folders(above: name) { try FileSystem.makeFolder(self[folder]) }
    try FileSystem.replace(self[name], with: Array(text.utf8), temporary: self[".put"])
  }

  /// The text of a file; nil when there is none.
  func text(_ name: String) -> String? {
    (try? FileSystem.read(self[name], limit: 1 << 20)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Every path in the folder that is not a folder, hidden ones too, in the order of the names.
  func paths(below folder: String = "") throws(MachineFailure) -> [String] {
    var paths: [String] = []
    for name in try FileSystem.list(self[folder]) {
      let path = Path.join(folder, String(decoding: name, as: UTF8.self))
      if try FileSystem.kind(of: self[path]) == .folder { paths += try self.paths(below: path) } else { paths.append(path) }
    }
    return paths
  }

  func link(_ name: String, to target: String) -> Bool {
    symlink(target, self[name]) == 0
  }
}
