package import Diagnostics
internal import Files
internal import JSON
package import Library

package enum MalformedJSON: Rule {
  package static let id = "malformed-json"
  package static let group = RuleGroup.format
  package static let severity = Severity.error
  package static let summary = "`module.json` or `metadata.json` is not JSON"
  package static let why = """
    A reader that follows RFC 8259 refuses the whole file, so the module disappears from catalogs and loaders. Every syntax error \
    is reported, each at its place, so that one run shows all there is to mend.
    """
  package static let bad = Sample.manifest(("[\"demo\"]", "[\"demo\"«,»]"))
  package static let good = Sample.manifest()

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap(\.manifests).flatMap { manifest in
      manifest.faults.filter(\.breaksGrammar).map { fault in
        finding(manifest.source.path, fault.span, fault.headline, why: "RFC 8259 readers refuse the file", help: fault.help)
      }
    }
  }
}
