import Diagnostics
import Files
import JSON
import Library
import Projects
import Prompts

/// What an export does to a project, or would do, for a terminal and for programs.
struct ExportReport {
  let order: ExportOrder
  let survey: Survey
  /// The project's folder, and the library's, as the user names them.
  let project: String
  let root: String
  let library: Library
  /// Whether it was done.
  let isWritten: Bool

  /// Whether the project differs from the library after the export.
  var isIncomplete: Bool { survey.changes.contains(where: \.isLeftAlone) }

  /// The prompts that a target has no file for, each with its place.
  var faults: [String] {
    let paths = Dictionary(Pack(library).prompts.map { ($0.name, $0.prompt) }, uniquingKeysWith: { first, _ in first })
    return order.export.losses.filter { $0.kind == .notExported }.map { loss in
      guard case .prompt(let name) = loss.subject, let prompt = paths[name] else { return "\(loss.target): \(loss.sentence)" }
      return "\(place(of: loss, in: prompt)): \(loss.target): \(loss.sentence)"
    }
  }

  private func place(of loss: Loss, in prompt: Prompt) -> String {
    let path = Path.join(root, prompt.path)
    guard let place = loss.place, let source = library.tree.file(prompt.path),
      let page = library.pages.first(where: { $0.path == prompt.path })
    else { return path }
    let position = source.position(at: PromptPlaces(prompt, in: page).range(place).lowerBound)
    return "\(path):\(position.line):\(position.column)"
  }
}

// MARK: - For people

extension ExportReport {
  /// A line a target, then what is left alone.
  func tell() {
    let rows = order.parts.map { part in
      let changes = survey.changes.filter { $0.target == part.target.name }
      let folder = part.target.folder.isEmpty ? part.target.title : part.target.folder + "/"
      return [part.target.name, folder, Self.summary(changes, isWritten: isWritten)]
    }
    Terminal.out(TextTable(rows: rows).text)
    for change in survey.changes where change.isLeftAlone || change.kind == .extraEdited { Terminal.talk(sentence(change)) }
    if survey.isUnfinished { Terminal.talk("an earlier export was interrupted; this one \(isWritten ? "completes" : "would complete") it") }
    if isIncomplete { Terminal.talk("--force overwrites what was left alone") }
    let texts = order.export.losses.count { $0.kind != .notExported }
    if texts > 0 { Terminal.talk("what a target cannot bind or hold stands in its files as prose (--format json lists it)") }
    if !isWritten { Terminal.talk("nothing was written; --into . writes it") }
  }

  /// A line a file that an export would change, or would have to.
  func tellDifferences() {
    for change in survey.differences { Terminal.out("\(Self.word(change.kind)): \(path(change))") }
    if survey.differences.isEmpty { return Terminal.talk("\(SourceExcerpt.visible(project)) is up to date") }
    Terminal.talk(
      "\(Words.counted(survey.differences.count, "file")) not as the library makes \(survey.differences.count == 1 ? "it" : "them"); \(isIncomplete ? "edits are kept unless --force is given to" : "run") `augury export --into \(SourceExcerpt.visible(project))`"
    )
  }

  private static func summary(_ changes: [Change], isWritten: Bool) -> String {
    let counts = [
      ("new", changes.count { $0.kind == .missing }), ("updated", changes.count { $0.isDone && ![.missing, .extra].contains($0.kind) }),
      ("removed", changes.count { $0.kind == .extra }), ("left alone", changes.count { $0.isLeftAlone || $0.kind == .extraEdited }),
      ("unchanged", changes.count { $0.kind == .right }),
    ]
    let parts = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
    return parts.isEmpty ? "nothing to hold" : parts.joined(separator: ", ")
  }

  private func sentence(_ change: Change) -> String {
    "\(isWritten ? "left" : "would leave") \(path(change)) alone: \(Self.word(change.kind))"
  }

  private func path(_ change: Change) -> String { SourceExcerpt.visible(Path.join(project == "." ? "" : project, change.path)) }

  private static func word(_ kind: Change.Kind) -> String {
    switch kind {
    case .right: "up to date"
    case .missing: "missing"
    case .stale: "stale"
    case .edited: "edited since augury wrote it"
    case .foreign: "not written by augury"
    case .taken: "written by the export of another library"
    case .extra: "no longer made"
    case .extraEdited: "no longer made, but edited since augury wrote it"
    }
  }
}

// MARK: - For programs

extension ExportReport {
  var json: JSONText {
    .object([
      ("schemaVersion", .int(1)),
      ("project", .string(project)),
      ("written", .bool(isWritten)),
      (
        "targets",
        .array(
          order.parts.map {
            .object([("name", .string($0.target.name)), ("folder", .string($0.target.folder)), ("prompts", Self.json($0.prompts))])
          }
        )
      ),
      ("files", .array(survey.changes.map(Self.json))),
      ("losses", .array(order.export.losses.map(Self.json))),
    ])
  }

  private static func json(_ selection: Selection) -> JSONText {
    switch selection {
    case .all: .null
    case .some(let names): .array(names.sorted(by: Path.precedes).map(JSONText.string))
    }
  }

  private static func json(_ change: Change) -> JSONText {
    let action =
      switch change.action {
      case .none: "none"
      case .write: "write"
      case .remove: "remove"
      }
    return .object([
      ("path", .string(change.path)), ("target", .string(change.target)), ("state", .string(change.kind.rawValue)),
      ("action", .string(action)),
    ])
  }

  private static func json(_ loss: Loss) -> JSONText {
    var members: [(key: String, value: JSONText)] = [("target", .string(loss.target)), ("kind", .string(loss.kind.rawValue))]
    switch loss.subject {
    case .prompt(let name): members.append(("prompt", .string(name.description)))
    case .page(let path): members.append(("page", .string(path)))
    case .module, .prompts, .library: break
    }
    if let variable = loss.variable { members.append(("variable", .string(variable))) }
    return .object(members + [("sentence", .string(loss.sentence))])
  }
}
