package import Diagnostics
internal import Files
package import Library

package enum DescriptionLength: Rule {
  package static let id = "description-length"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.error
  package static let summary = "`description` is too short or too long for a catalog"
  package static let why = """
    Catalogs and agents choose a module by its description: a few words tell them nothing, and a paragraph is cut. The public \
    client asks for 20 to 200 characters, counted in UTF-16 units. Checked under `preset: augx`.
    """
  package static let bad = Sample.manifest(("\"A module that shows how one is written.\"", "«\"A module.\"»")).underAugx
  package static let good = Sample.manifest().underAugx

  private static let allowed = 20...200

  package static func check(_ library: Library) -> [Finding] {
    guard library.configuration.preset == .augx else { return [] }
    return library.modules.compactMap { module in
      guard let description = module.manifest.summary, !description.value.trimmed.isEmpty else { return nil }
      let length = description.value.utf16.count
      guard !allowed.contains(length) else { return nil }
      let limit =
        length < allowed.lowerBound ? "at least \(allowed.lowerBound) are asked for" : "at most \(allowed.upperBound) are allowed"
      return finding(
        module.manifest.source.path,
        description.span,
        "`description` has \(length) characters; \(limit)",
        why: "catalogs and agents choose a module by it",
        help: length < allowed.lowerBound ? "say what the module is for" : "shorten it to one sentence"
      )
    }
  }
}
