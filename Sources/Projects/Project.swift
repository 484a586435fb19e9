internal import Files
package import Prompts

/// Somebody's project that prompts and guides are exported into.
///
/// Only what an earlier export wrote, and nobody has changed since, is overwritten or removed. No symbolic link in the project is
/// followed, a file changes whole or not at all, and two exports into one project take turns.
package struct Project: Sendable {
  /// The folder; it is there, and may itself be a symbolic link.
  package let root: String
  let folder: GuardedFolder

  /// The most bytes of a file that may be ours.
  static let maximumFileSize = 16 << 20

  package init(root: String) {
    self.root = root
    folder = GuardedFolder(root: root, temporaryName: ".augury/export.part")
  }

  /// The targets that earlier exports of a library have brought, by their names, with the prompts that were asked for.
  package func targets(of modules: [String]) throws -> [String: Selection] {
    try record().record.share(of: modules).targets
  }

  /// The tools that leave a mark in the project.
  package func tools() throws -> [Tool] {
    try Tool.all.filter { tool in try tool.marks.contains { try FileSystem.kind(of: folder.name($0)) != nil } }
  }

  /// What an export would do; nothing is touched.
  package func survey(_ order: ExportOrder) throws -> Survey {
    let (record, bytes) = try record()
    return try Surveyor(folder: folder, record: record, order: order).survey(isUnfinished: bytes != nil && !record.isFinished)
  }

  /// Does it.
  ///
  /// - Parameter onWait: called when another export is writing into the project and this one waits for it.
  package func export(_ order: ExportOrder, onWait: () -> Void) throws -> Survey {
    let result = try FileSystem.holding(root, onWait: onWait) {
      Result {
        let survey = try survey(order)
        try apply(survey)
        return survey
      }
    }
    return try result.get()
  }

  private func record() throws -> (record: ExportRecord, bytes: [UInt8]?) {
    guard let bytes = try folder.read(ExportRecord.path, limit: Self.maximumFileSize) else { return (ExportRecord(), nil) }
    do throws(ExportRecord.Fault) {
      return (try ExportRecord(bytes), bytes)
    } catch {
      let line = bytes.prefix(error.offset).count { $0 == LineEnds.feed } + 1
      throw DamagedFile(path: folder.name(ExportRecord.path), line: line, message: error.message)
    }
  }
}

// MARK: - Changing

extension Project {
  /// Changes the disk. The record says what may be written from before the first change until all is done.
  private func apply(_ survey: Survey) throws {
    let changes = survey.changes.filter(\.isDone)
    let isRecorded = try folder.holds(survey.record.bytes, at: ExportRecord.path)
    if changes.isEmpty, isRecorded { return }
    for path in changes.map(\.path) + [ExportRecord.path] { try requireWritable(path) }
    try folder.makeFolders(above: ExportRecord.path)
    if !changes.isEmpty, try !folder.holds(survey.journal.bytes, at: ExportRecord.path) {
      try folder.edit(ExportRecord.path, with: survey.journal.bytes)
    }
    for change in changes { try apply(change) }
    if survey.record.shares.isEmpty {
      try folder.remove(ExportRecord.path)
      folder.removeEmptyFolders(above: ExportRecord.path)
    } else {
      try folder.edit(ExportRecord.path, with: survey.record.bytes)
    }
  }

  private func apply(_ change: Change) throws {
    switch change.action {
    case .none: return
    case .write(let content, let seen):
      try requireUnchanged(change.path, seen)
      try folder.makeFolders(above: change.path)
      try folder.edit(change.path, with: content)
    case .remove(let seen):
      try requireUnchanged(change.path, seen)
      try folder.remove(change.path)
      folder.removeEmptyFolders(above: change.path)
    }
  }

  /// Somebody may save a file in the moment between looking and writing.
  private func requireUnchanged(_ path: String, _ seen: [UInt8]?) throws {
    guard try folder.read(path, limit: Self.maximumFileSize) == seen else {
      throw MachineFailure("write", folder.name(path), reason: "it changed while it was looked at")
    }
  }

  /// Finds out before the first change that a folder cannot be written into.
  private func requireWritable(_ path: String) throws {
    var above = Path.folder(path)
    while !above.isEmpty, try folder.kind(of: above) == nil { above = Path.folder(above) }
    if let reason = FileSystem.whyNotWritable(folder.name(above)) {
      throw MachineFailure("write into", folder.name(above), reason: reason)
    }
  }
}
