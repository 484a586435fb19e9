internal import Files
internal import Library
package import Prompts

/// Which prompts of a library are meant, by their names in the pack; with some of them go no guides.
package enum Selection: Sendable, Equatable {
  case all
  case some(Set<String>)

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
  /// The ids of the library's modules.
  package let modules: [String]
  /// Whether files that somebody has edited, or that are not ours, are overwritten.
  package let isForced: Bool
  /// The files of all parts, and what they could not hold.
  package let export: Export

  package init(_ parts: [Part], of pack: Pack, isForced: Bool = false) {
    self.parts = parts
    self.isForced = isForced
    modules = pack.library.modules.map(\.id)
    export = parts.reduce(into: Export()) { export, part in
      export.append(pack.only(part.prompts).projectFiles(for: [part.target]))
    }
  }

  /// Whether a file of an earlier run, which this one does not make, is to go.
  func covers(_ file: ExportRecord.File) -> Bool {
    guard let target = parts.first(where: { $0.target.name == file.target })?.target else { return false }
    // What a record lists may be deleted, so it must lie where the target's files do.
    return Path.isInside(file.path, target.folder)
  }
}

extension Pack {
  fileprivate func only(_ selection: Selection) -> Pack {
    guard case .some(let names) = selection else { return self }
    return only { _, name in names.contains(name.description) }
  }
}
