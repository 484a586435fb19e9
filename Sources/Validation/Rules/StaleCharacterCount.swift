package import Diagnostics
internal import Files
internal import JSON
package import Library

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
  package static let good: Sample = """
    -- workflows/demo/README.md --
    # Demo

    ## Character Count

    ~0 characters
    """

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
    var findings: [Finding] = []
    let manifest = module.manifest.source.path
    if let root = module.manifest.root, root.object != nil, !hasCount(root) {
      let start = root.span.lowerBound
      findings.append(
        finding(manifest, start..<(start + 1), "`augment.characterCount` is missing", help: "add it; `augury count --write` keeps it right")
      )
    }
    if let readme = module.readme, readme.isParsed, !module.claims.contains(where: { $0.path == readme.path }) {
      findings.append(
        finding(
          readme.path,
          nil,
          "no `## Character Count` section with `~N characters`",
          help: "add it; `augury count --write` keeps it right"
        )
      )
    }
    return findings
  }

  /// Whether `module.json` has a place for the count; what wrong type may stand there is another rule's matter.
  private static func hasCount(_ root: JSONValue) -> Bool {
    guard let augment = root["augment"], !augment.isNull else { return root["characterCount"] != nil }
    return augment.object == nil || augment["characterCount"] != nil || root["characterCount"] != nil
  }
}
