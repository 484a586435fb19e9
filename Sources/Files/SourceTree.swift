/// A folder of source files as it was on disk: everything that is in it, and the content of what was asked for.
///
/// Hidden names (those that start with a dot, unless one is asked for) and `node_modules` are left out; no symbolic link is followed.
package struct SourceTree: Sendable {
  /// Folders inside one another that are walked.
  package static let maximumDepth = 64
  /// Bytes of a path: an output adds folders of its own, and systems end at 1,024 or 4,096.
  package static let longestPath = 1_024
  /// Bytes of one file that are read.
  package static let maximumFileSize = 16 << 20

  /// Everything found, in the byte order of the paths.
  package let entries: [Entry]
  /// The files that were read, in the byte order of the paths.
  package let files: [SourceFile]

  /// One thing in the folder.
  package struct Entry: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      /// A regular file with its size in bytes.
      case file(size: Int)
      case folder
      case symbolicLink
      /// A pipe, a socket, a device.
      case special
      /// A wanted file of more than `maximumFileSize` bytes.
      case tooLarge(size: Int)
      /// A folder at `maximumDepth`; what is in it is not looked at.
      case tooDeep
      /// A wanted file, or a folder, that the system does not let us read, with its reason.
      case unreadable(String)
      /// A name that no output can have, with the reason; where it is not UTF-8 the path shows U+FFFD. A folder is not looked into.
      case badName(String)
    }

    /// Path relative to the root, with `/` between its parts.
    package let path: String
    package let kind: Kind

    package init(path: String, kind: Kind) {
      self.path = path
      self.kind = kind
    }
  }

  private init(entries: [Entry], files: [SourceFile]) {
    self.entries = entries.sorted { Path.precedes($0.path, $1.path) }
    self.files = files.sorted { Path.precedes($0.path, $1.path) }
  }

  /// A tree in memory, with the folders that its paths need.
  package init(files: [String: [UInt8]]) {
    let folders = Set(files.keys.flatMap { OutputPaths.folders(above: $0) })
    self.init(
      entries: files.map { Entry(path: $0.key, kind: .file(size: $0.value.count)) } + folders.map { Entry(path: $0, kind: .folder) },
      files: files.map { SourceFile(path: $0.key, bytes: $0.value) }
    )
  }

  /// The tree with other content in some files; a path that was not there is added, in a folder that is.
  package func replacing(_ contents: [String: [UInt8]]) -> SourceTree {
    let changed = contents.map { SourceFile(path: $0.key, bytes: $0.value) }
    return SourceTree(
      entries: entries.filter { contents[$0.path] == nil } + changed.map { Entry(path: $0.path, kind: .file(size: $0.bytes.count)) },
      files: files.filter { contents[$0.path] == nil } + changed
    )
  }

  /// Walks a folder, then reads the regular files that are wanted.
  ///
  /// A folder in which somebody is writing in the same moment is read anew, so that nothing is judged that never stood there as a
  /// whole. What does not come to rest is a failure.
  ///
  /// - Parameters:
  ///   - revealing: a hidden folder of the root that is looked into all the same; empty for none.
  ///   - wanted: the paths to read, chosen from all that was found.
  package static func read(
    root: String,
    revealing: String = "",
    wanted: ([Entry]) -> Set<String>
  ) throws(MachineFailure) -> SourceTree {
    for _ in 1..<mostAttempts {
      do throws(MachineFailure) {
        return try readOnce(root, revealing, wanted)
      } catch {
        guard error.isPassing else { throw error }
      }
    }
    return try readOnce(root, revealing, wanted)
  }

  /// An editor saves in less time than one attempt takes.
  private static let mostAttempts = 3

  private static func readOnce(
    _ root: String,
    _ revealing: String,
    _ wanted: ([Entry]) -> Set<String>
  ) throws(MachineFailure) -> SourceTree {
    guard FileSystem.isFolder(root) else { throw MachineFailure("read", root, reason: "not a folder") }
    var entries = try walk(root, revealing: Array(revealing.utf8))
    let paths = wanted(entries)
    var files: [SourceFile] = []
    for (index, entry) in entries.enumerated() where paths.contains(entry.path) {
      guard case .file(let size) = entry.kind else { continue }
      if size > maximumFileSize {
        entries[index] = Entry(path: entry.path, kind: .tooLarge(size: size))
        continue
      }
      let path = Path.join(root, entry.path)
      do throws(MachineFailure) {
        files.append(SourceFile(path: entry.path, bytes: try FileSystem.read(path, limit: maximumFileSize)))
      } catch {
        entries[index] = Entry(path: entry.path, kind: try unreadable(path, error))
      }
    }
    return SourceTree(entries: entries, files: files)
  }
}

extension SourceTree {
  /// All entries below a root. The root must be readable; a folder below it that is not becomes an entry that says why.
  static func walk(_ root: String, revealing: [UInt8]) throws(MachineFailure) -> [Entry] {
    var entries: [Entry] = []
    var pending = [(folder: "", names: try FileSystem.list(root))]
    while let (folder, names) = pending.popLast() {
      var siblings: Set<String> = []
      for name in names where isVisible(name) || folder.isEmpty && name == revealing {
        let path = Path.join(folder, String(decoding: name, as: UTF8.self))
        var kind: Entry.Kind
        if let fault = FileName.fault(name, in: folder, among: &siblings) {
          kind = .badName(fault)
        } else {
          kind = try look(at: Path.join(root, path))
        }
        if kind == .folder {
          let content: [[UInt8]]
          (kind, content) = try list(root, path)
          pending.append((path, content))
        }
        entries.append(Entry(path: path, kind: kind))
      }
    }
    return entries
  }

  private static func isVisible(_ name: [UInt8]) -> Bool {
    name.first != UInt8(ascii: ".") && name != Array("node_modules".utf8)
  }

  private static func look(at path: String) throws(MachineFailure) -> Entry.Kind {
    do throws(MachineFailure) {
      switch try FileSystem.kind(of: path) {
      case .file(let size): return .file(size: size)
      case .folder: return .folder
      case .symbolicLink: return .symbolicLink
      case .special: return .special
      case nil: throw vanished(path)
      }
    } catch {
      return try unreadable(path, error)
    }
  }

  /// The names in a folder; none, and the reason, when they cannot be had.
  private static func list(_ root: String, _ path: String) throws(MachineFailure) -> (Entry.Kind, [[UInt8]]) {
    if OutputPaths.folders(above: path).count + 1 >= maximumDepth { return (.tooDeep, []) }
    do throws(MachineFailure) {
      return (.folder, try FileSystem.list(Path.join(root, path)))
    } catch {
      return (try unreadable(Path.join(root, path), error), [])
    }
  }

  /// What a failure makes of something that was listed.
  ///
  /// - Throws: the failure when it is a passing one, and one that says so when nothing is there any more.
  private static func unreadable(_ path: String, _ failure: MachineFailure) throws(MachineFailure) -> Entry.Kind {
    if failure.isPassing { throw failure }
    if (try? FileSystem.kind(of: path)) == .some(nil) { throw vanished(path) }
    return .unreadable(failure.reason)
  }

  private static func vanished(_ path: String) -> MachineFailure {
    MachineFailure("read", path, reason: "it vanished while the library was read; run again", isPassing: true)
  }
}
