/// What an export makes of one file of a project.
package struct Change: Sendable {
  package enum Kind: String, Sendable {
    /// It is as it should be.
    case right
    /// There is none yet.
    case missing
    /// Ours, as we left it, and made of something older.
    case stale
    /// Somebody has edited it since augury wrote it.
    case edited
    /// Augury has not written it.
    case foreign
    /// The export of another library has brought it.
    case taken
    /// No longer made.
    case extra
    /// No longer made, but edited since augury wrote it.
    case extraEdited
  }

  package let path: String
  /// The name of the target whose file it is.
  package let target: String
  package let kind: Kind
  /// What is to be done about it.
  package let action: Action

  package enum Action: Sendable {
    case none
    /// Write this content; the bytes that were seen there, nil when there was no file.
    case write([UInt8], over: [UInt8]?)
    /// Remove the file, of which these bytes were seen.
    case remove([UInt8])
  }

  /// Whether it stays as it is although it is not what the library makes.
  package var isLeftAlone: Bool {
    switch (kind, action) {
    case (.edited, .none), (.foreign, .none), (.taken, .none): true
    default: false
    }
  }

  /// Whether the disk changes.
  package var isDone: Bool { if case .none = action { false } else { true } }
}

/// What an export finds in a project, and does about it.
package struct Survey: Sendable {
  /// A change a file, in the byte order of the paths.
  package let changes: [Change]
  /// Whether an earlier export was interrupted.
  package let isUnfinished: Bool
  /// The record as it will be.
  let record: ExportRecord
  /// The record while the export is being written.
  let journal: ExportRecord

  /// The changes that make the project differ from what the library makes.
  package var differences: [Change] { changes.filter { $0.kind != .right } }
}

/// A file with a part of ours that is not what augury wrote: the markers of a section that do not fit together, or the record of earlier
/// exports. Nothing is changed then.
package struct DamagedFile: Error, Sendable {
  /// As the user would name it.
  package let path: String
  /// From 1.
  package let line: Int
  /// A sentence without a period.
  package let message: String
}
