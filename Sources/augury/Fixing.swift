import Diagnostics
import Files
import Library
import Validation

/// `check --fix`: writes what a repair has changed, and tells of every fix.
enum Fixing {
  /// - Parameter contains: whether a file may be changed.
  /// - Returns: the library with its fixes; nil when nothing changed.
  /// - Throws: `MachineFailure` for a file that cannot be written, or that somebody else has changed in the meantime.
  static func run(_ source: LibraryOptions.Source, check: Check, contains: (String) -> Bool) throws -> LibraryOptions.Source? {
    let repair = Repair(source.tree, configuration: source.configuration, check: check, isWanted: contains)
    for refusal in repair.refusals {
      Terminal.talk(SourceExcerpt.visible("\(Path.join(source.root, refusal.path)) is left as it was: \(refusal.reason)"))
    }
    for file in repair.changed {
      let path = Path.join(source.root, file.path)
      try FileSystem.replaceFile(at: path, with: file.bytes, from: source.tree.file(file.path)?.bytes)
      for step in repair.steps where step.path == file.path {
        let place = "\(path):\(step.position.line):\(step.position.column)"
        Terminal.talk(SourceExcerpt.visible("fixed \(place): \(step.title) [\(step.rule)]"))
      }
    }
    if repair.changed.isEmpty { return nil }
    return LibraryOptions.Source(root: source.root, tree: repair.tree, configuration: source.configuration)
  }
}
