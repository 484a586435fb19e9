package import Diagnostics
internal import Files
package import Library

package enum VersionMismatch: Rule {
  package static let id = "version-mismatch"
  package static let group = RuleGroup.agreement
  package static let severity = Severity.error
  package static let summary = "README.md, metadata.json or CHANGELOG.md names another version than `module.json`"
  package static let why = """
    Nobody knows which version this is, and what has changed since the last one. Read are `metadata.json`, `**Version**:` at the top \
    of README.md, its sections `Version` and `Version History`, and the newest version among the headings of CHANGELOG.md; \
    `[Unreleased]` is passed over.
    """
  package static let bad: Sample = """
    -- workflows/demo/metadata.json --
    { "version": «"0.9.0"» }
    -- workflows/demo/CHANGELOG.md --
    # Changelog

    ## [Unreleased]

    ## [«1.1.0»] - 2025-06-01

    ## 1.0.0
    -- workflows/demo/README.md --
    # Demo

    ## Version

    «0.9.0»

    ## Character Count

    ~0 characters
    """
  package static let good: Sample = """
    -- workflows/demo/metadata.json --
    { "version": "1.0.0" }
    -- workflows/demo/CHANGELOG.md --
    # Changelog

    ## [Unreleased]

    ## v1.0.0 (2025-06-01)

    ## 0.9.0
    -- workflows/demo/README.md --
    # Demo

    ## Version

    1.0

    ## Character Count

    ~0 characters
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module -> [Finding] in
      guard let stated = module.manifest.version, let version = Version(stated.value) else { return [] }
      return VersionClaim.claims(of: module).filter { !$0.agrees(with: version) }.map { claim in
        let isRelease = claim.form == .release
        return finding(
          claim.span.path,
          claim.span.range,
          isRelease
            ? "the newest release here is \(claim.text); `module.json` has version \(version)"
            : "states version \(claim.text); `module.json` has \(version)",
          why: "both cannot be right",
          help: isRelease ? "add the release that is missing, or correct `module.json`" : "correct the one that is wrong"
        )
      }
    }
  }
}
