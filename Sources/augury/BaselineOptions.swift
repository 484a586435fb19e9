import ArgumentParser
import Diagnostics
import Files
import Library
import Validation

/// What a run does with the baseline of a library.
struct BaselineOptions: ParsableArguments {
  @Flag(help: ArgumentHelp("Write what is found into \(Baseline.fileName) at the library's root; later runs report what is new."))
  var writeBaseline = false

  @Flag(help: "Take out of the baseline what no longer occurs, and lower what has shrunk.")
  var pruneBaseline = false

  @Flag(help: "Report everything, as if there were no baseline.")
  var noBaseline = false

  func validate() throws {
    if [writeBaseline, pruneBaseline, noBaseline].count(where: \.self) > 1 {
      throw ValidationError("--write-baseline, --prune-baseline and --no-baseline exclude each other")
    }
  }

  /// Writes the baseline if that is asked for, and says so.
  ///
  /// - Parameters:
  ///   - outcome: what was found in the whole library.
  ///   - contains: whether the run was about a path.
  /// - Returns: the library with the file in it; nil when nothing was written.
  func update(
    _ source: LibraryOptions.Source,
    with outcome: Check.Outcome,
    contains: (String) -> Bool
  ) throws -> LibraryOptions.Source? {
    guard writeBaseline || pruneBaseline else { return nil }
    let old = source.tree.file(Baseline.fileName).map { Baseline.read($0).baseline }
    let path = Path.join(source.root, Baseline.fileName)
    let new: Baseline
    if writeBaseline {
      let concerned = { (entry: Baseline.Entry) in outcome.ran.contains(entry.rule) && contains(entry.path) }
      new = (old ?? Baseline([])).updated(with: (outcome.findings + outcome.known).filter { contains($0.path) }, concerns: concerned)
    } else {
      guard let old else { throw UsageFault(message: "there is no `\(path)` to prune") }
      new = old.pruned(of: outcome.staleEntries.filter { contains($0.path) }, known: outcome.known.filter { contains($0.path) })
    }
    try FileSystem.replaceFile(at: path, with: new.file, from: source.tree.file(Baseline.fileName)?.bytes)
    let gone = pruneBaseline ? ", \((old?.entries.count ?? 0) - new.entries.count) taken out" : ""
    Terminal.talk("wrote \(SourceExcerpt.visible(path)): \(Words.counted(new.entries.count, "finding"))\(gone)")
    return LibraryOptions.Source(
      root: source.root,
      tree: source.tree.replacing([Baseline.fileName: new.file]),
      configuration: source.configuration
    )
  }
}
