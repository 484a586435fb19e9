/// One run of writing: what the folder held before it, and what it has done so far.
struct OutputRun {
  private let folder: GuardedFolder
  private let files: [OutputFile]
  private let old: OutputManifest
  /// Paths of runs that were interrupted.
  private let interrupted: Set<[UInt8]>
  /// Paths of this run.
  private let new: Set<[UInt8]>
  private var manifest: OutputManifest
  private var hasJournal = false
  private var madeFolders: Set<String> = []
  private(set) var summary = OutputTree.Summary()

  /// - Parameter stamp: that of the files' inputs, for the manifest.
  init(root: String, files: [OutputFile], stamp: String = "") throws(MachineFailure) {
    folder = GuardedFolder(root: root, temporaryName: OutputTree.temporaryName)
    self.files = files
    self.manifest = OutputManifest(stamp: stamp)
    new = Set(files.map { Array($0.path.utf8) })
    let manifestPath = Path.join(root, OutputManifest.name)
    guard let old = OutputManifest(bytes: try Self.record(manifestPath) ?? OutputManifest().bytes) else {
      throw MachineFailure("\(manifestPath) is not a manifest of augury; remove it, or choose another output folder")
    }
    self.old = old
    interrupted = OutputJournal.paths(try Self.record(Path.join(root, OutputJournal.name)) ?? [])
  }

  private static func record(_ path: String) throws(MachineFailure) -> [UInt8]? {
    try FileSystem.kind(of: path) == nil ? nil : FileSystem.read(path, limit: 1 << 30)
  }

  /// Files of earlier runs that this one does not make, in byte order.
  var stalePaths: [String] {
    interrupted.union(old.entries.keys).subtracting(new).sorted { $0.lexicographicallyPrecedes($1) }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Whether the last run was finished, was made of what a stamp stands for, and all its files are there with their sizes.
  func isCurrent(stamp: String) throws(MachineFailure) -> Bool {
    guard !stamp.isEmpty, old.stamp == stamp else { return false }
    for trace in [OutputJournal.name, OutputTree.temporaryName] where try FileSystem.kind(of: folder.name(trace)) != nil {
      return false
    }
    for (path, entry) in old.entries {
      let path = folder.name(String(decoding: path, as: UTF8.self))
      guard try FileSystem.kind(of: path) == .file(size: entry.size) else { return false }
    }
    return true
  }

  private func isOurs(_ path: String) -> Bool {
    old.contains(path) || interrupted.contains(Array(path.utf8))
  }
}

// MARK: - Looking

extension OutputRun {
  /// What stands at a path of the output; nil when nothing does, or a folder above it is a file.
  func kind(of path: String) throws(MachineFailure) -> FileKind? {
    try folder.kind(of: path)
  }

  /// Whether the file at a path has exactly this content.
  func holds(_ content: [UInt8], at path: String) throws(MachineFailure) -> Bool {
    try folder.holds(content, at: path)
  }

  /// Whether nobody has changed a file since an earlier run wrote it. After an interruption the hash of a file is not known,
  /// but it was checked then that no file of somebody else stood there.
  private func isAsWeLeftIt(_ path: String) throws(MachineFailure) -> Bool {
    if interrupted.contains(Array(path.utf8)) { return true }
    guard let entry = old[path], try FileSystem.kind(of: folder.name(path)) == .file(size: entry.size) else { return false }
    return try OutputManifest.Entry(FileSystem.read(folder.name(path), limit: entry.size)) == entry
  }

  /// Fails, before anything is changed, when something that is not ours stands where a file or a folder has to be, or a symbolic
  /// link leads to what has to go.
  func checkWay() throws(MachineFailure) {
    for path in stalePaths { _ = try kind(of: path) }
    var isFolder = ["": true]
    for file in files {
      let home = Path.folder(file.path)
      if isFolder[home] == nil { try checkFolders(above: file.path, &isFolder) }
      // In a folder that is still to be made there is nothing.
      guard isFolder[home] == true else { continue }
      switch try folder.kindOfEntry(file.path) {
      case nil: continue
      case .file:
        if isOurs(file.path) { continue }
        guard try holds(file.render(), at: file.path) else { throw foreign(file.path) }
      case .folder: try checkRoom(file.path)
      case .symbolicLink: throw folder.link(file.path)
      case .special: throw foreign(file.path)
      }
    }
  }

  /// Looks at the folders above a path that were not looked at before, the outermost first, and notes which of them are there.
  private func checkFolders(above path: String, _ isFolder: inout [String: Bool]) throws(MachineFailure) {
    for above in OutputPaths.folders(above: path) where isFolder[above] == nil {
      let kind = isFolder[Path.folder(above)] == true ? try folder.kindOfEntry(above) : nil
      isFolder[above] = kind == .folder
      guard kind != nil, kind != .folder else { continue }
      guard isOurs(above), try isAsWeLeftIt(above) else { throw foreign(above) }
    }
  }

  /// Fails when a folder that has to make room for a file holds anything but files that the run removes.
  private func checkRoom(_ path: String) throws(MachineFailure) {
    let stale = stalePaths
    var pending = [path]
    while let inner = pending.popLast() {
      guard stale.contains(where: { Path.isInside($0, inner) }) else { throw foreign(inner) }
      for name in try FileSystem.list(folder.name(inner)) {
        let path = Path.join(inner, String(decoding: name, as: UTF8.self))
        switch try FileSystem.kind(of: folder.name(path)) {
        case .folder: pending.append(path)
        case .file:
          guard isOurs(path), try isAsWeLeftIt(path) else { throw foreign(path) }
        default: throw foreign(path)
        }
      }
    }
  }

  private func foreign(_ path: String) -> MachineFailure {
    let reason = isOurs(path) ? "is in the way and was changed since augury wrote it" : "exists and was not written by augury"
    return MachineFailure("\(folder.name(path)) \(reason)")
  }
}

// MARK: - Changing

extension OutputRun {
  mutating func write() throws(MachineFailure) {
    let stale = stalePaths
    let folders = stale.isEmpty ? [] : Set(files.flatMap { OutputPaths.folders(above: $0.path) })
    let inTheWay = stale.filter { path in
      folders.contains(path) || OutputPaths.folders(above: path).contains { new.contains(Array($0.utf8)) }
    }
    try remove(inTheWay)
    for file in files { try write(file) }
    try remove(stale.filter { !inTheWay.contains($0) })
    summary.removed.sort(by: Path.precedes)
    try finish()
  }

  private mutating func write(_ file: OutputFile) throws(MachineFailure) {
    let content = file.render()
    manifest.add(file.path, content)
    if try holds(content, at: file.path) {
      summary.unchanged += 1
      return
    }
    try prepareChange()
    try makeFolders(above: file.path)
    try folder.replace(file.path, with: content)
    summary.written.append(file.path)
  }

  private mutating func makeFolders(above path: String) throws(MachineFailure) {
    if madeFolders.contains(Path.folder(path)) { return }
    for above in OutputPaths.folders(above: path) where madeFolders.insert(above).inserted { try folder.makeFolder(above) }
  }

  /// Removes stale files as far as nobody has changed them, and the folders that this empties: those too that an interrupted run
  /// has emptied and not removed. Where a folder stands now, nothing of ours is left.
  private mutating func remove(_ paths: [String]) throws(MachineFailure) {
    for path in paths {
      if let kind = try kind(of: path), kind != .folder {
        guard case .file = kind, try isAsWeLeftIt(path) else {
          summary.kept.append(path)
          continue
        }
        try prepareChange()
        try folder.remove(path)
        summary.removed.append(path)
      }
      folder.removeEmptyFolders(above: path)
    }
  }

  /// Writes the journal before the first change.
  private mutating func prepareChange() throws(MachineFailure) {
    guard !hasJournal else { return }
    hasJournal = true
    let journal = OutputJournal.bytes(new.union(interrupted))
    try folder.replace(OutputJournal.name, with: journal)
  }

  /// Writes the manifest, the last of all, and removes what an interrupted run has left.
  private func finish() throws(MachineFailure) {
    if try !holds(manifest.bytes, at: OutputManifest.name) {
      try folder.replace(OutputManifest.name, with: manifest.bytes)
    }
    try folder.remove(OutputJournal.name)
    try folder.removeTemporary()
  }
}
