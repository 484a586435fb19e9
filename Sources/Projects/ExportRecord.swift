internal import Files
internal import JSON
internal import Prompts

/// `.augury/export.json`: what augury has written into a project, so that the next export knows its own files, keeps fresh what was
/// asked for, and leaves alone what another library or another target brought.
///
/// It is written before the first change of a run as well, with all that the run may write and `unfinished`.
struct ExportRecord: Equatable {
  static let folder = ".augury"
  static let path = ".augury/export.json"
  private static let version = 1

  /// What one library has brought.
  struct Share: Equatable {
    /// The ids of the library's modules: two libraries are the same when they have one in common.
    var modules: [String]
    /// By name of the target, the prompts that were asked for.
    var targets: [String: Selection] = [:]
    var files: [File] = []
  }

  struct File: Hashable {
    let path: String
    let target: String
    /// Of the content, when the file has no comment to carry it.
    let hash: String?
    /// How augury's section came into a file that may hold more.
    let section: Section?

    enum Section: String {
      /// There was no such file before.
      case made
      case added
    }
  }

  var isFinished = true
  var shares: [Share] = []

  /// Why a record is none.
  struct Fault: Error {
    /// Byte offset.
    let offset: Int
    let message: String
  }
}

extension ExportRecord.Share {
  /// Whether it is what a library of these modules has brought.
  func isOf(_ modules: [String]) -> Bool { self.modules.contains(where: modules.contains) }
}

extension ExportRecord {
  /// What a library of these modules has brought, in as many shares as that was.
  func share(of modules: [String]) -> Share {
    var own = Share(modules: modules)
    for share in shares where share.isOf(modules) {
      own.targets.merge(share.targets) { $0.union($1) }
      own.files += share.files
    }
    return own
  }

  /// The record after an export.
  ///
  /// - Parameters:
  ///   - made: the files of this run that are ours.
  ///   - paths: all that this run was about, files that are no longer made included.
  func updated(_ order: ExportOrder, made: [File], paths: Set<String>) -> ExportRecord {
    var own = share(of: order.modules)
    for part in order.parts { own.targets[part.target.name] = part.prompts }
    own.files = own.files.filter { !paths.contains($0.path) } + made
    let brought = Set(made.map(\.path))
    let others = shares.filter { !$0.isOf(order.modules) }.map { share in
      var share = share
      share.files.removeAll { brought.contains($0.path) }
      return share
    }
    return ExportRecord(shares: (others + [own]).filter { !$0.files.isEmpty })
  }

  /// The record while this one is being replaced by another: whatever either knows.
  func unfinished(until next: ExportRecord, of modules: [String]) -> ExportRecord {
    var own = next.share(of: modules)
    let known = Set(own.files)
    own.files += share(of: modules).files.filter { !known.contains($0) }
    return ExportRecord(isFinished: false, shares: shares.filter { !$0.isOf(modules) } + [own])
  }
}

// MARK: - Reading

extension ExportRecord {
  init(_ bytes: [UInt8]) throws(Fault) {
    let read = JSONReader.read(bytes)
    if let fault = read.faults.first(where: \.breaksGrammar) { throw Fault(offset: fault.span.lowerBound, message: fault.headline) }
    guard let root = read.value, let version = root["schemaVersion"]?.int else {
      throw Fault(offset: 0, message: "no record of an export has no `schemaVersion`")
    }
    guard version == Self.version else {
      throw Fault(offset: 0, message: "`schemaVersion` is \(version); this augury reads \(Self.version)")
    }
    isFinished = root["unfinished"]?.bool != true
    for value in root["libraries"]?.array ?? [] { shares.append(try Share(value)) }
  }
}

extension ExportRecord.Share {
  fileprivate init(_ json: JSONValue) throws(ExportRecord.Fault) {
    modules = json["modules"]?.array?.compactMap(\.string) ?? []
    for value in json["targets"]?.array ?? [] {
      guard let name = value["name"]?.string else {
        throw ExportRecord.Fault(offset: value.span.lowerBound, message: "a target has a `name`")
      }
      targets[name] = value["prompts"]?.array.map { .some(Set($0.compactMap(\.string))) } ?? .all
    }
    for value in json["files"]?.array ?? [] {
      // What is listed may be deleted, so it must lie in the project.
      guard let path = value["path"]?.string, OutputPaths.isSafe(path), let target = value["target"]?.string else {
        throw ExportRecord.Fault(offset: value.span.lowerBound, message: "a file has a `path` inside the project, and a `target`")
      }
      files.append(
        ExportRecord.File(
          path: path,
          target: target,
          hash: value["hash"]?.string,
          section: value["section"]?.string.flatMap(ExportRecord.File.Section.init)
        )
      )
    }
  }
}

// MARK: - Writing

extension ExportRecord {
  /// The bytes of the file: sorted, a file a line, so that a change shows as few lines.
  var bytes: [UInt8] {
    var text = "{\n  \"schemaVersion\": \(Self.version),\n"
    text += "  \"about\": \"What `augury export` has written into this project. Keep it with the files.\",\n"
    if !isFinished { text += "  \"unfinished\": true,\n" }
    text += "  \"libraries\": " + Self.list(shares.map(\.text), indent: "  ") + "\n}\n"
    return Array(text.utf8)
  }

  fileprivate static func list(_ items: [String], indent: String) -> String {
    items.isEmpty ? "[]" : "[\n" + items.map { indent + "  " + $0 }.joined(separator: ",\n") + "\n\(indent)]"
  }
}

extension ExportRecord.Share {
  fileprivate var text: String {
    let modules = JSONText.array(self.modules.sorted(by: Path.precedes).map(JSONText.string))
    let targets = self.targets.sorted { Path.precedes($0.key, $1.key) }.map { name, prompts in
      JSONText.object([("name", .string(name))] + prompts.members)
    }
    let files = self.files.sorted { ($0.path, $0.hash ?? "") < ($1.path, $1.hash ?? "") }.map(\.json)
    let lines = [
      "\"modules\": " + Self.line(modules), "\"targets\": " + ExportRecord.list(targets.map(Self.line), indent: "      "),
      "\"files\": " + ExportRecord.list(files.map(Self.line), indent: "      "),
    ]
    return "{\n" + lines.map { "      " + $0 }.joined(separator: ",\n") + "\n    }"
  }

  private static func line(_ value: JSONText) -> String {
    String(decoding: JSONWriter.line(value), as: UTF8.self)
  }
}

extension ExportRecord.File {
  fileprivate var json: JSONText {
    var members: [(key: String, value: JSONText)] = [("path", .string(path)), ("target", .string(target))]
    if let hash { members.append(("hash", .string(hash))) }
    if let section { members.append(("section", .string(section.rawValue))) }
    return .object(members)
  }
}

extension Selection {
  fileprivate var members: [(key: String, value: JSONText)] {
    guard case .some(let names) = self else { return [] }
    return [("prompts", .array(names.sorted(by: Path.precedes).map(JSONText.string)))]
  }
}
