/// A folder that augury writes into beside what is not its own. No symbolic link below it is followed, and a file changes whole or not
/// at all. Paths are relative to the folder.
package struct GuardedFolder: Sendable {
  /// The folder; it may itself be a symbolic link.
  package let root: String
  /// New content is written here and then moved to its place, so that an interrupted run leaves one file that the next one finds.
  let temporaryName: String

  package init(root: String, temporaryName: String) {
    self.root = root
    self.temporaryName = temporaryName
  }

  /// The path as the user would name it.
  package func name(_ path: String) -> String { Path.join(root, path) }

  /// What stands at a path; nil when nothing does, or a folder above it is a file.
  ///
  /// - Throws: `MachineFailure` when it is a symbolic link, or a folder above it is one.
  package func kind(of path: String) throws(MachineFailure) -> FileKind? {
    for folder in OutputPaths.folders(above: path) where try kindOfEntry(folder) == nil { return nil }
    return try kindOfEntry(path)
  }

  /// The same where the folders above have been looked at, so that this need not look at each again.
  func kindOfEntry(_ path: String) throws(MachineFailure) -> FileKind? {
    let kind = try FileSystem.kind(of: name(path))
    if kind == .symbolicLink { throw link(path) }
    return kind
  }

  /// Whether the file at a path has exactly this content. The folders above it have been looked at.
  package func holds(_ content: [UInt8], at path: String) throws(MachineFailure) -> Bool {
    guard try FileSystem.kind(of: name(path)) == .file(size: content.count) else { return false }
    return try FileSystem.read(name(path), limit: content.count) == content
  }

  /// The content of a file; nil when nothing stands there.
  package func read(_ path: String, limit: Int) throws(MachineFailure) -> [UInt8]? {
    try kind(of: path) == nil ? nil : FileSystem.read(name(path), limit: limit)
  }

  /// Gives a file its content. The folder above is there.
  func replace(_ path: String, with content: [UInt8]) throws(MachineFailure) {
    try FileSystem.replace(name(path), with: content, temporary: name(temporaryName))
  }

  /// The same, and the owner and permissions of a file that is there stay as they are.
  package func edit(_ path: String, with content: [UInt8]) throws(MachineFailure) {
    try FileSystem.replaceFile(at: name(path), with: content, temporary: name(temporaryName))
  }

  package func makeFolders(above path: String) throws(MachineFailure) {
    for folder in OutputPaths.folders(above: path) { try makeFolder(folder) }
  }

  /// Makes a folder whose own folder is there and was looked at.
  func makeFolder(_ folder: String) throws(MachineFailure) {
    try FileSystem.makeFolder(name(folder))
    guard try kindOfEntry(folder) == .folder else { throw MachineFailure("\(name(folder)) is in the way of a folder") }
  }

  package func remove(_ path: String) throws(MachineFailure) {
    try FileSystem.remove(name(path))
  }

  /// Removes the folders above a path as far as they are empty.
  package func removeEmptyFolders(above path: String) {
    for folder in OutputPaths.folders(above: path).reversed() {
      guard FileSystem.removeEmptyFolder(name(folder)) else { break }
    }
  }

  /// Removes what an interrupted run has left of a file that it was writing.
  package func removeTemporary() throws(MachineFailure) {
    try FileSystem.remove(name(temporaryName))
  }

  func link(_ path: String) -> MachineFailure {
    MachineFailure("\(name(path)) is a symbolic link; augury does not write through links")
  }
}
