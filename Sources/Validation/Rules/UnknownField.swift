package import Diagnostics
internal import Files
internal import JSON
package import Library

package enum UnknownField: Rule {
  package static let id = "unknown-field"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.warning
  package static let summary = "A field of `module.json` is one slip away from a known one"
  package static let why = """
    Nobody reads a misspelt field, and nobody complains: the module just has no description. Only names that differ by one edit, \
    by letter case or by a separator from a field that is missing are reported; every other unknown field is the author's own and \
    is kept.
    """
  package static let bad = Sample.manifest(("\"description\"", "«\"descripton\"»"))
  package static let good = Sample.manifest(("\"description\"", "\"describedAt\": \"home\",\n  \"description\""))

  package static func check(_ library: Library) -> [Finding] {
    let preset = library.configuration.preset
    let required = ManifestField.required(under: preset)
    return library.modules.flatMap { module in
      firstFindings(FieldSlips(of: module.manifest, under: preset).misspelt) { slip in
        let isRequired = required.contains(slip.path)
        return finding(
          module.manifest.source.path,
          slip.member.keySpan,
          "unknown field `\(slip.member.key)`; did you mean `\(slip.path.last ?? "")`?",
          why: isRequired ? "`\(slip.path.joined(separator: "."))` is required, and is missing" : "nobody reads a field of that name",
          help: "correct the name",
          severity: isRequired ? .error : nil
        )
      }
    }
  }
}
