internal import Diagnostics
internal import Files
internal import Library

/// What a library's files are damaged by: whatever else is found in a damaged place is a consequence, and nobody's mistake.
///
/// A fence at fault turns the rest of its file into something else; a merge that was not finished holds two versions of a passage, and
/// of a manifest that no reader takes.
struct Damage {
  private var cuts: [String: Cut] = [:]
  private var conflicts: [String: [Range<Int>]] = [:]
  private var halfMerged: Set<String> = []
  private let library: Library

  /// Where a page stops being what its author wrote.
  private struct Cut {
    let start: Int
    /// Whether the fence at that place is the cause, and not itself a consequence.
    let isFence: Bool
  }

  private static let fenceRules: Set<String> = [NestedFence.id, StrayFence.id, UnclosedFence.id]

  init(_ library: Library) {
    self.library = library
    for module in library.modules {
      for odd in module.oddTexts where !odd.conflicts.isEmpty { conflicts[odd.source.path] = odd.conflicts.map(\.range) }
      for manifest in module.manifests where conflicts[manifest.source.path] != nil {
        conflicts[manifest.source.path] = [0..<manifest.source.bytes.count + 1]
        halfMerged.insert(module.id)
      }
    }
    for page in library.pages {
      guard let fault = page.fenceFault?.range.lowerBound else { continue }
      let conflict = conflicts[page.path]?.first { $0.lowerBound <= fault }
      cuts[page.path] = Cut(start: conflict?.lowerBound ?? fault, isFence: conflict == nil)
    }
  }

  /// Whether a finding only follows from damage. What is about the bytes of a file is true whatever they make.
  func explains(_ finding: Finding, of rule: any Rule.Type) -> Bool {
    if rule.readsBytes || cuts.isEmpty && conflicts.isEmpty { return false }
    if rule.group == .agreement || rule.group == .metadata, let module = library.module(containing: finding.path),
      halfMerged.contains(module.id)
    {
      return true
    }
    guard let place = finding.range?.lowerBound else { return conflicts[finding.path]?.first?.lowerBound == 0 }
    if conflicts[finding.path]?.contains(where: { $0.contains(place) }) ?? false { return true }
    guard let cut = cuts[finding.path], place >= cut.start else { return false }
    return !(cut.isFence && place == cut.start && Self.fenceRules.contains(finding.rule))
  }
}
