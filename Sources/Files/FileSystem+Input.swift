private import Glibc

extension FileSystem {
  /// All that a file holds which a user names, a pipe too; `-` is the standard input.
  ///
  /// - Parameter limit: the most bytes that are read; more is a failure.
  package static func readInput(_ path: String, limit: Int) throws(MachineFailure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open", path) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count <= limit {
      let length = Glibc.read(descriptor, &chunk, chunk.count)
      if length == 0 { return bytes }
      if length > 0 {
        bytes += chunk[..<length]
      } else if errno != EINTR {
        throw .system("read", path)
      }
    }
    throw MachineFailure("read", path, reason: "more than \(limit) bytes")
  }
}
