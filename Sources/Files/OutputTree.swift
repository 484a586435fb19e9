/// An output folder. The one place that writes, so that `--check` is the same code without the writing.
///
/// Other files may live in the folder: what augury did not write is never deleted or overwritten, and no symbolic link below the folder
/// is followed. A file changes whole or not at all, and only when its bytes differ. Two processes that write into one folder take turns.
package struct OutputTree: Sendable {
  /// New content is written here and then moved to its place. At the top of the folder, so that an interrupted run leaves one
  /// file that the next finds.
  static let temporaryName = ".augury-manifest.part"

  /// The folder; it may be a symbolic link, and is made when it is missing.
  package let root: String

  package init(root: String) {
    self.root = root
  }

  /// What a run did.
  package struct Summary: Sendable, Equatable {
    /// Paths that were made or changed, in the order of the files.
    package internal(set) var written: [String] = []
    /// The number of files that were as they should be.
    package internal(set) var unchanged = 0
    /// Files of an earlier run that are not part of the output any more, in byte order.
    package internal(set) var removed: [String] = []
    /// Such files that somebody has edited since: they are left alone.
    package internal(set) var kept: [String] = []

    package init() {}
  }

  /// A path at which the folder is not what a run would make it.
  package struct Difference: Sendable, Equatable {
    package enum Kind: Sendable {
      case missing
      case different
      /// Written by an earlier run and not part of the output any more.
      case stale
    }

    package let path: String
    package let kind: Kind

    package init(path: String, kind: Kind) {
      self.path = path
      self.kind = kind
    }
  }

  /// Makes the folder hold these files, and removes those of the last run that are not among them.
  ///
  /// - Parameters:
  ///   - stamp: that of everything the files are made of, for `isCurrent`.
  ///   - onWait: called when another process is writing into the folder and this one waits for it.
  /// - Complexity: each file is rendered once (a file that is not ours and stands in the way, twice); one is in memory at a time.
  package func write(_ files: [OutputFile], stamp: Stamp? = nil, onWait: () -> Void = {}) throws(MachineFailure) -> Summary {
    try OutputPaths.check(files)
    try makeRoot()
    return try FileSystem.holding(root, onWait: onWait) { () throws(MachineFailure) in
      var run = try OutputRun(root: root, files: files, stamp: stamp?.text ?? "")
      try run.checkWay()
      try run.write()
      return run.summary
    }
  }

  /// Whether the folder holds the finished output of a run with this stamp, so that another would change nothing. Only the sizes
  /// of the files are looked at, not their bytes. While another process writes, the answer is no.
  package func isCurrent(_ stamp: Stamp) throws(MachineFailure) -> Bool {
    try OutputRun(root: root, files: []).isCurrent(stamp: stamp.text)
  }

  /// The bytes of one file of the output.
  package func read(_ path: String) throws(MachineFailure) -> [UInt8] {
    try FileSystem.read(Path.join(root, path), limit: 1 << 30)
  }

  /// What `write` would change, in the byte order of the paths; nothing is touched.
  package func compare(_ files: [OutputFile]) throws(MachineFailure) -> [Difference] {
    try OutputPaths.check(files)
    let run = try OutputRun(root: root, files: files)
    var differences: [Difference] = []
    for file in files {
      let kind = try run.kind(of: file.path)
      if kind == nil {
        differences.append(Difference(path: file.path, kind: .missing))
      } else if try !run.holds(file.render(), at: file.path) {
        differences.append(Difference(path: file.path, kind: .different))
      }
    }
    for path in run.stalePaths where try run.kind(of: path) != nil {
      differences.append(Difference(path: path, kind: .stale))
    }
    return differences.sorted { Path.precedes($0.path, $1.path) }
  }

  private func makeRoot() throws(MachineFailure) {
    guard !FileSystem.isFolder(root) else { return }
    for folder in OutputPaths.folders(above: root).dropFirst(root.hasPrefix("/") ? 1 : 0) + [root] where !FileSystem.isFolder(folder) {
      try FileSystem.makeFolder(folder)
    }
    guard FileSystem.isFolder(root) else { throw MachineFailure("write into", root, reason: "not a folder") }
  }
}
