package import Diagnostics
internal import Files
package import Library

package enum InvalidVersion: Rule {
  package static let id = "invalid-version"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.error
  package static let summary = "`version` is no semantic version"
  package static let why = """
    Nobody can tell whether it is newer than another one, or whether it lies in a range that a dependency asks for. A version is \
    three numbers and perhaps a pre-release: `1.2.0`, `2.0.0-rc.1` (Semantic Versioning 2.0.0, section 2). Checked under \
    `preset: augx`.
    """
  package static let bad = Sample.manifest(("\"1.0.0\"", "«\"v1.0\"»")).underAugx
  package static let good = Sample.manifest().underAugx

  package static func check(_ library: Library) -> [Finding] {
    guard library.configuration.preset == .augx else { return [] }
    return library.modules.compactMap { module in
      guard let version = module.manifest.version, !version.value.trimmed.isEmpty, Version(version.value) == nil else { return nil }
      let bare = bare(version.value)
      return finding(
        module.manifest.source.path,
        version.span,
        "`version` is `\(version.value)`, which is no semantic version",
        why: "a version is three numbers without leading zeros, and perhaps a pre-release",
        help: bare.map { "write `\($0)`" } ?? "write it like `1.2.0`",
        fix: bare.map { Fix(title: "write `\($0)`", span: module.manifest.source.span(version.span), replacement: "\"\($0)\"") }
      )
    }
  }

  /// The version without a `v` or spaces around it, where that is all that is wrong.
  private static func bare(_ text: String) -> String? {
    var bare = text.trimmed
    if bare.hasPrefix("v") || bare.hasPrefix("V") { bare.removeFirst() }
    return Version(bare) == nil ? nil : bare
  }
}
