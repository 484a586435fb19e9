package import Diagnostics
internal import Files
package import Library

package enum DivergingCounts: Rule {
  package static let id = "diverging-counts"
  package static let group = RuleGroup.agreement
  package static let severity = Severity.warning
  package static let summary = "The right character count is not the one that the public client measures"
  package static let why = """
    The public client counts UTF-16 units of the whole folder, CHANGELOG.md and metadata.json included, and refuses a module whose \
    `characterCount` is more than 5 % away; Augury counts what is loaded. A difference of over 4 % is reported, over 5 % as an error. \
    Checked under `preset: augx`.
    """
  package static let bad = Sample.manifest().underAugx
    .with("-- workflows/demo/CHANGELOG.md --\n# Changelog\n\n## 1.0.0\n\n- The first guide, the first example, and a README to read.\n")
  package static let good = Sample.manifest().underAugx

  /// In per cent of what the client measures.
  private static let warned = 4
  private static let refused = 5

  package static func check(_ library: Library) -> [Finding] {
    guard library.configuration.preset == .augx else { return [] }
    return library.modules.compactMap { module in
      let whole = module.count.wholeFolderUTF16
      let difference = abs(module.count.characters - whole)
      guard difference * 100 > warned * whole else { return nil }
      let isRefused = difference * 100 > refused * whole
      return finding(
        module.manifest.source.path,
        nil,
        "the module has \(module.count.characters) characters, and its whole folder \(whole) UTF-16 units",
        why: isRefused
          ? "the public client refuses a count that is more than \(refused) % away"
          : "close to the \(refused) % that the public client allows",
        help: "shorten `CHANGELOG.md` or `metadata.json`, or keep them outside the module",
        severity: isRefused ? .error : nil
      )
    }
  }
}
