package import Foundation

/// A folder of one test, removed with everything in it when the test ends.
package final class Scratch {
  package let path: String

  package init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("augury-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  package subscript(_ name: String) -> String { name.isEmpty ? path : path + "/" + name }

  package func put(_ name: String, _ text: String) throws {
    try put(name, Data(text.utf8))
  }

  package func put(_ name: String, _ data: Data) throws {
    let folder = (self[name] as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try data.write(to: URL(fileURLWithPath: self[name]))
  }

  package func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: self[name], withIntermediateDirectories: true)
  }

  package func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self[name], withDestinationPath: target)
  }

  package func makePipe(_ name: String) throws {
    guard mkfifo(self[name], 0o644) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// A file of a size that takes no room on the disk.
  package func makeSparse(_ name: String, size: UInt64) throws {
    try put(name, "")
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: self[name]))
    try file.truncate(atOffset: size)
    try file.close()
  }

  package func rename(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: self[name], toPath: self[other])
  }

  /// The bytes of a file; nil when there is none.
  package func data(_ name: String) -> Data? { FileManager.default.contents(atPath: self[name]) }

  package func text(_ name: String) -> String? { data(name).map { String(decoding: $0, as: UTF8.self) } }

  /// Puts every file of a library in one text into the folder.
  package func put(_ library: LibraryText) throws {
    for (name, bytes) in library.files { try put(name, Data(bytes)) }
  }
}
