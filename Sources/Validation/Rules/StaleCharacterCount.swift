package import Diagnostics
internal import Files
internal import JSON
package import Library
internal import Markdown

package enum StaleCharacterCount: Rule {
  package static let id = "stale-character-count"
  package static let group = RuleGroup.agreement
  package static let severity = Severity.error
  package static let summary = "A stated character count is missing, unfilled or not the measured one"
  package static let why = """
    Tools choose what to load by this number. Characters are Unicode scalars of every file of the module but hidden files, \
    CHANGELOG.md and metadata.json; module.json and README.md are counted with the number in them. `augury count --write` fills \
    in the right one. Under `preset: none` a module may state no count at all.
    """
  package static let bad = Sample.manifest(("\"characterCount\": 0", "\"characterCount\": «12»"))
    .with("-- workflows/demo/README.md --\n# Demo\n\n## Character Count\n\n«~0 characters (to be calculated later)»")
  package static let good = Sample.manifest()

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module -> [Finding] in
      let right = module.statedCount
      let stale = module.claims.filter { $0.value != right }.map { finding(claim: $0, right: right) }
      return stale + (library.configuration.preset == .augx ? missing(in: module) : [])
    }
  }

  private static func finding(claim: CountClaim, right: Int) -> Finding {
    finding(
      claim.path,
      claim.range,
      claim.value.map { "states \($0) character\($0 == 1 ? "" : "s"); \(right) is right" }
        ?? "states no number of characters; \(right) is right",
      why: "tools choose what to load by this number",
      help: "run `augury count --write`",
      fix: claim.fix(for: right),
      measure: claim.value.map { $0.subtractingReportingOverflow(right) }.flatMap {
        $0.overflow ? nil : Int(clamping: $0.partialValue.magnitude)
      }
    )
  }

  /// The places that the public client wants a count in and that have none.
  private static func missing(in module: Module) -> [Finding] {
    [manifestLacksCount(module), readmeLacksCount(module)].compactMap { $0 }
  }

  private static func manifestLacksCount(_ module: Module) -> Finding? {
    guard let root = module.manifest.root, !hasCount(root) else { return nil }
    guard !FieldSlips(of: module.manifest, under: .augx).explainAbsence(of: ["augment", "characterCount"]) else { return nil }
    let start = root.span.lowerBound
    return finding(
      module.manifest.source.path,
      start..<(start + 1),
      "`augment.characterCount` is missing",
      help: "add it; `augury count --write` keeps it right"
    )
  }

  /// A section on the count that states none; where the section itself is missing, `missing-section` says so.
  private static func readmeLacksCount(_ module: Module) -> Finding? {
    guard let readme = module.readme, readme.isSound, let heading = readme.heading(startingWith: "character count"),
      !module.claims.contains(where: { $0.path == readme.path })
    else { return nil }
    return finding(
      readme.path,
      readme.document.nodes[heading.node].span,
      "no `~N characters` under `\(heading.title)`",
      help: "write it in the first line; `augury count --write` keeps it right"
    )
  }

  /// Whether `module.json` has a place for the count. What wrong type may stand there is another rule's matter, and so is an `augment`
  /// that is missing with all that belongs in it.
  private static func hasCount(_ root: JSONValue) -> Bool {
    guard let augment = root["augment"], augment.object != nil else { return true }
    return augment["characterCount"] != nil || root["characterCount"] != nil
  }
}
