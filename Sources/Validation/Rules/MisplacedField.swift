package import Diagnostics
internal import Files
internal import JSON
package import Library

package enum MisplacedField: Rule {
  package static let id = "misplaced-field"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.warning
  package static let summary = "A field of `module.json` stands where nobody looks for it"
  package static let why = """
    Loaders read `augment.characterCount` and `augment.priority`, not fields of those names at the top, and `name` or `tags` at \
    the top, not in `augment`. A count at the top is reported in every library, the other fields under `preset: augx` where \
    nothing stands at their own place; it is an error where the public client asks for the field.
    """
  package static let bad = Sample.manifest(("\"augment\": { \"characterCount\": 0,", "«\"characterCount\"»: 0,\n  \"augment\": {"))
    .underAugx
  package static let good = Sample.manifest().underAugx

  package static func check(_ library: Library) -> [Finding] {
    let preset = library.configuration.preset
    let required = preset == .augx ? ManifestField.required(under: preset) + [["augment", "characterCount"]] : []
    return library.modules.flatMap { module in
      FieldSlips(of: module.manifest, under: preset).misplaced.map { slip in
        let path = slip.path.joined(separator: ".")
        let isNeeded = slip.isAbsent && required.contains(slip.path)
        return finding(
          module.manifest.source.path,
          slip.member.keySpan,
          "`\(slip.member.key)` stands at the wrong place; \(slip.isAbsent ? "it belongs in" : "the one that is read is") `\(path)`",
          why: "loaders look for it there",
          help: slip.isAbsent ? "move it" : "remove it",
          severity: isNeeded ? .error : nil
        )
      }
    }
  }
}
