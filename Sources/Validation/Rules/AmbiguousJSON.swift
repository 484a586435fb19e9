package import Diagnostics
internal import Files
internal import JSON
package import Library

package enum AmbiguousJSON: Rule {
  package static let id = "ambiguous-json"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.warning
  package static let summary = "`module.json` or `metadata.json` means different things to different readers"
  package static let why = """
    The grammar of JSON allows a key twice, half a surrogate pair and numbers beyond a double, and leaves \
    open what they mean (RFC 8259, sections 4, 6, 8.2). Two tools then read two different modules from one file.
    """
  package static let bad = Sample.manifest(("\"version\"", "\"version\": \"0.9.0\",\n  «\"version\"»"))
  package static let good = Sample.manifest()

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap(\.manifests).flatMap { manifest in
      // A byte order mark is told of every text file.
      manifest.faults.filter { !$0.breaksGrammar && $0.kind != .byteOrderMark }.map { fault in
        finding(manifest.source.path, fault.span, fault.headline, why: "readers of JSON disagree about it", help: fault.help)
      }
    }
  }
}
