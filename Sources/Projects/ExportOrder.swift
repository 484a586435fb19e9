internal import Files
package import Prompts

/// Which prompts of a library are meant, by their names in the pack.
package enum Selection: Sendable, Equatable {
  case all
  case some(Set<String>)

  package func contains(_ name: String) -> Bool {
    switch self {
    case .all: true
    case .some(let names): names.contains(name)
    }
  }

  package func union(_ other: Selection) -> Selection {
    guard case .some(let left) = self, case .some(let right) = other else { return .all }
    return .some(left.union(right))
  }
}

/// What an export is asked to bring into a project.
package struct ExportOrder: Sendable {
  /// A target, and the prompts that it is to hold from now on.
  package struct Part: Sendable {
    package let target: Target
    package let prompts: Selection

    package init(_ target: Target, _ prompts: Selection = .all) {
      (self.target, self.prompts) = (target, prompts)
    }
  }

  package let parts: [Part]
  /// The prompts that this run is about. What an earlier one brought of others stays.
  package let limit: Selection
  /// The ids of the library's modules.
  package let modules: [String]
  /// Whether files that somebody has edited, or that are not ours, are overwritten.
  package let isForced: Bool
  /// The files of all parts.
  package let files: [ExportFile]

  /// - Parameter files: those of the targets; what is not wanted of them is left out.
  package init(_ parts: [Part], limit: Selection, modules: [String], isForced: Bool, files: [ExportFile]) {
    self.parts = parts
    self.limit = limit
    self.modules = modules
    self.isForced = isForced
    let selections = Dictionary(parts.map { ($0.target.name, $0.prompts) }, uniquingKeysWith: { first, _ in first })
    self.files = files.filter { file in
      let wanted = limit == .all ? selections[file.target.name, default: .all] : limit
      return file.prompt.map { wanted.contains($0.description) } ?? (wanted == .all || file.isIndex)
    }
  }

  /// Whether a file of an earlier run, which this one does not make, is to go.
  func covers(_ file: ExportRecord.File) -> Bool {
    guard let target = parts.first(where: { $0.target.name == file.target })?.target else { return false }
    // What a record lists may be deleted, so it must lie where the target's files do.
    guard Path.isInside(file.path, target.folder) else { return false }
    return limit == .all || file.prompt.map(limit.contains) ?? false
  }
}

extension ExportFile {
  /// Whether it tells the tool of other files: no single prompt can do without it.
  fileprivate var isIndex: Bool { prompt == nil && path.hasSuffix(".json") }
}
