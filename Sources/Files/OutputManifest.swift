/// What a build wrote into an output folder: the memory by which the next one knows its own files.
///
/// A text: `augury-manifest 2`, the stamp of the build, then a line a file with size in bytes, hash and path, in the byte order of the
/// paths.
struct OutputManifest: Equatable {
  /// Its name in the output folder.
  static let name = ".augury-manifest"
  private static let header = "augury-manifest 2"

  /// The stamp of everything the files were made of; empty when it is not known.
  let stamp: String
  /// The files by path. Paths are kept as bytes, because two strings of different bytes can be equal.
  private(set) var entries: [[UInt8]: Entry] = [:]

  struct Entry: Equatable {
    let size: Int
    let hash: UInt64

    init(size: Int, hash: UInt64) {
      self.size = size
      self.hash = hash
    }

    init(_ content: [UInt8]) {
      self.init(size: content.count, hash: QuickHash.hash(content))
    }
  }

  init(stamp: String = "") {
    self.stamp = stamp
  }

  mutating func add(_ path: String, _ content: [UInt8]) {
    entries[Array(path.utf8)] = Entry(content)
  }

  /// The paths in byte order.
  var paths: [String] {
    entries.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
  }

  func contains(_ path: String) -> Bool {
    self[path] != nil
  }

  subscript(path: String) -> Entry? {
    entries[Array(path.utf8)]
  }

  /// The bytes of the manifest.
  var bytes: [UInt8] {
    var bytes = Array("\(Self.header)\n\(stamp)\n".utf8)
    for (path, entry) in entries.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let hash = String(entry.hash, radix: 16)
      bytes += Array("\(entry.size) \(String(repeating: "0", count: 16 - hash.count))\(hash) ".utf8) + path + [UInt8(ascii: "\n")]
    }
    return bytes
  }

  /// Reads a manifest; nil when the bytes are none, a path that leaves the folder included: what it lists may be deleted.
  init?(bytes: [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    guard lines.popFirst().map({ String(decoding: $0, as: UTF8.self) }) == Self.header, let stamp = lines.popFirst(),
      lines.popLast()?.isEmpty == true
    else { return nil }
    self.stamp = String(decoding: stamp, as: UTF8.self)
    for line in lines {
      let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let size = Int(String(decoding: parts[0], as: UTF8.self)),
        let hash = UInt64(String(decoding: parts[1], as: UTF8.self), radix: 16),
        let path = String(validating: parts[2], as: UTF8.self), OutputPaths.isSafe(path)
      else { return nil }
      entries[Array(parts[2])] = Entry(size: size, hash: hash)
    }
  }
}

/// The paths that a run is about to write. On disk from before its first change until its manifest is written: if the run is interrupted,
/// the next one knows by it what is its own.
enum OutputJournal {
  /// Its name in the output folder.
  static let name = ".augury-manifest.next"
  private static let header = "augury-journal 1"

  static func bytes(_ paths: Set<[UInt8]>) -> [UInt8] {
    let lines = [Array(header.utf8)] + paths.sorted { $0.lexicographicallyPrecedes($1) }
    return lines.flatMap { $0 + [UInt8(ascii: "\n")] }
  }

  /// The paths of a journal; none when it cannot be read as one.
  static func paths(_ bytes: [UInt8]) -> Set<[UInt8]> {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard lines.first.map({ String(decoding: $0, as: UTF8.self) }) == header else { return [] }
    return Set(lines.dropFirst().map { Array($0) }.filter { OutputPaths.isSafe(String(decoding: $0, as: UTF8.self)) })
  }
}

/// Which paths may be written.
package enum OutputPaths {
  /// Whether a path stays in the folder and fits on one line: relative, no empty part, no `.` or `..`, no control character. Judged
  /// by bytes, as the system does: a mark behind a slash makes one character of both.
  package static func isSafe(_ path: String) -> Bool {
    // Of the part that is being read: its bytes, and how many of them are dots.
    var (length, dots) = (0, 0)
    for byte in path.utf8 {
      guard byte >= 0x20, byte != 0x7F else { return false }
      if byte == UInt8(ascii: "/") {
        if length == dots, length <= 2 { return false }
        (length, dots) = (0, 0)
      } else {
        length += 1
        if byte == UInt8(ascii: ".") { dots += 1 }
      }
    }
    return (length != dots || length > 2) && ![OutputManifest.name, OutputJournal.name, OutputTree.temporaryName].contains(path)
  }

  /// The folders above a path, the outermost first: `a`, `a/b` for `a/b/c`.
  package static func folders(above path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
  }

  /// Checks the paths of a run: all safe, none twice, none both a file and a folder.
  package static func check(_ files: [OutputFile]) throws(MachineFailure) {
    var seen: Set<[UInt8]> = []
    for file in files {
      guard isSafe(file.path) else { throw MachineFailure("write", file.path, reason: "not a path inside the output folder") }
      guard seen.insert(Array(file.path.utf8)).inserted else {
        throw MachineFailure("write", file.path, reason: "two files have this path")
      }
    }
    // Files of one folder stand together, and its way is looked at once.
    var last = ""
    for file in files {
      let inner = Path.folder(file.path)
      if inner.utf8.elementsEqual(last.utf8) { continue }
      last = inner
      if let folder = folders(above: file.path).first(where: { seen.contains(Array($0.utf8)) }) {
        throw MachineFailure("write", file.path, reason: "\(folder) is a file of the same output")
      }
    }
  }
}
