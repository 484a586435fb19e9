internal import Files
internal import Prompts

/// Looks at every file that an export makes or has made, and judges what is to be done about it.
struct Surveyor {
  let folder: GuardedFolder
  let record: ExportRecord
  let order: ExportOrder
  /// What this library has brought.
  private let own: ExportRecord.Share
  /// What others have.
  private let others: [ExportRecord.Share]
  /// The entries of the record, this library's and all, by path.
  private let known: [String: [ExportRecord.File]]
  private let recorded: [String: [ExportRecord.File]]

  init(folder: GuardedFolder, record: ExportRecord, order: ExportOrder) {
    self.folder = folder
    self.record = record
    self.order = order
    own = record.share(of: order.modules)
    others = record.shares.filter { !$0.isOf(order.modules) }
    known = Dictionary(grouping: own.files, by: \.path)
    recorded = Dictionary(grouping: record.shares.flatMap(\.files), by: \.path)
  }

  /// - Throws: `MachineFailure` when something that is no file of its own stands where a file or a folder has to be, `DamagedFile`.
  func survey(isUnfinished: Bool) throws -> Survey {
    try OutputPaths.check(order.export.files.map(\.inProject))
    var changes: [Change] = []
    var made: [ExportRecord.File] = []
    for file in order.export.files {
      let (change, entry) = try judge(file)
      changes.append(change)
      if let entry { made.append(entry) }
    }
    let seen = Set(changes.map(\.path))
    let own = self.own.files.filter { order.covers($0) && !seen.contains($0.path) }
    let elsewhere = Set(others.flatMap(\.files).map(\.path)).union(self.own.files.filter { !order.covers($0) }.map(\.path))
    for path in Set(own.map(\.path)).subtracting(elsewhere) {
      if let change = try judge(leftOver: known[path] ?? [], at: path) { changes.append(change) }
    }
    let next = record.updated(order, made: made, paths: Set(changes.map(\.path) + own.map(\.path)))
    return Survey(
      changes: changes.sorted { Path.precedes($0.path, $1.path) },
      isUnfinished: isUnfinished,
      record: next,
      journal: record.unfinished(until: next, of: order.modules)
    )
  }
}

// MARK: - Files that are made

extension Surveyor {
  /// What is to be done about a file, and its entry in the record; nil for one that is left alone and was never ours.
  private func judge(_ file: ExportFile) throws -> (Change, ExportRecord.File?) {
    let path = file.inProject.path
    let old = try seen(path)
    if file.marker == .section { return try judge(section: file, at: path, old: old) }
    let new = OwnMark.marked(file.render(), file.marker, of: file.subject)
    let entry = self.entry(file, path, hash: file.marker == .list ? OwnMark.hash(new) : nil)
    guard let old else { return (Change(path: path, target: entry.target, kind: .missing, action: .write(new, over: nil)), entry) }
    if LineEnds.areAlike(old, new) { return (Change(path: path, target: entry.target, kind: .right, action: .none), entry) }
    return decide(path, trace(old, at: path), old: old, new: new, entry: entry)
  }

  private func judge(section file: ExportFile, at path: String, old: [UInt8]?) throws -> (Change, ExportRecord.File?) {
    let lines = OwnSection.lines(file.render())
    let bytes = old ?? []
    let section = try self.section(in: bytes, at: path)
    let isMade = old == nil || known[path]?.contains { $0.section == .made } ?? false
    let entry = self.entry(file, path, section: isMade ? .made : .added)
    let new = section.replaced(with: lines)
    if section.trace == .none { return (Change(path: path, target: entry.target, kind: .missing, action: .write(new, over: old)), entry) }
    if section.holds(lines) { return (Change(path: path, target: entry.target, kind: .right, action: .none), entry) }
    return decide(path, section.trace, old: bytes, new: new, entry: entry)
  }

  private func decide(
    _ path: String,
    _ trace: OwnMark.Trace,
    old: [UInt8],
    new: [UInt8],
    entry: ExportRecord.File
  ) -> (Change, ExportRecord.File?) {
    let known = known[path]?.first
    let isTaken = known == nil && recorded[path] != nil
    let kind: Change.Kind
    switch trace {
    case .intact: kind = isTaken ? .taken : .stale
    case .edited: kind = .edited
    case .none: kind = known == nil ? .foreign : .edited
    }
    if kind == .stale || order.isForced {
      return (Change(path: path, target: entry.target, kind: kind, action: .write(new, over: old)), entry)
    }
    return (Change(path: path, target: entry.target, kind: kind, action: .none), known)
  }

  private func entry(
    _ file: ExportFile,
    _ path: String,
    hash: String? = nil,
    section: ExportRecord.File.Section? = nil
  ) -> ExportRecord.File {
    ExportRecord.File(path: path, target: file.target.name, hash: hash, section: section)
  }
}

// MARK: - Files that are no longer made

extension Surveyor {
  /// What is to be done about a file of an earlier run; nil when it is gone already.
  private func judge(leftOver entries: [ExportRecord.File], at path: String) throws -> Change? {
    guard let old = try seen(path), let target = entries.first?.target else { return nil }
    if entries.contains(where: { $0.section != nil }) {
      let section = try self.section(in: old, at: path)
      if section.trace == .none { return nil }
      guard section.trace == .intact else { return Change(path: path, target: target, kind: .extraEdited, action: .none) }
      let rest = section.removed
      let isGone = rest.isEmpty && entries.contains { $0.section == .made }
      return Change(path: path, target: target, kind: .extra, action: isGone ? .remove(old) : .write(rest, over: old))
    }
    guard trace(old, at: path) == .intact else { return Change(path: path, target: target, kind: .extraEdited, action: .none) }
    return Change(path: path, target: target, kind: .extra, action: .remove(old))
  }
}

// MARK: - Looking

extension Surveyor {
  /// The content of what stands at a path; nil when nothing does.
  private func seen(_ path: String) throws -> [UInt8]? {
    for above in OutputPaths.folders(above: path) {
      if let kind = try folder.kind(of: above), kind != .folder { throw inTheWay(above) }
    }
    switch try folder.kind(of: path) {
    case nil: return nil
    case .file(let size) where size <= Project.maximumFileSize: return try folder.read(path, limit: size)
    default: throw inTheWay(path)
    }
  }

  private func inTheWay(_ path: String) -> MachineFailure {
    MachineFailure("\(folder.name(path)) is in the way: augury has not written it")
  }

  private func section(in bytes: [UInt8], at path: String) throws -> OwnSection {
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
      let line = bytes.prefix(offset).count { $0 == LineEnds.feed } + 1
      throw DamagedFile(path: folder.name(path), line: line, message: "not UTF-8, so nothing can be added to it")
    }
    do throws(OwnSection.Fault) {
      return try OwnSection(in: bytes)
    } catch {
      throw DamagedFile(path: folder.name(path), line: error.line, message: error.message)
    }
  }

  /// What a file says about itself, or what the record says about a file that cannot.
  private func trace(_ bytes: [UInt8], at path: String) -> OwnMark.Trace {
    let hashes = (recorded[path] ?? []).compactMap(\.hash)
    if hashes.isEmpty { return OwnMark.trace(in: bytes) }
    return hashes.contains(OwnMark.hash(bytes)) ? .intact : .edited
  }
}
