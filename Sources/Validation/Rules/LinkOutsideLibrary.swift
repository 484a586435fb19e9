package import Diagnostics
package import Library

package enum LinkOutsideLibrary: Rule {
  package static let id = "link-outside-library"
  package static let group = RuleGroup.format
  package static let severity = Severity.error
  package static let summary = "A link leads out of the library"
  package static let why = """
    A module is copied, linked and published without what lies around its library, so the link is dead wherever the module is \
    used; and a path that climbs out of its folder must never be followed by a tool.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See «[the notes](../../../../notes.md)».
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See [the notes](https://example.org/notes).
    """

  package static func check(_ library: Library) -> [Finding] {
    findings(in: library) { reference, place, _ in
      guard case .outside(let written) = reference.target else { return nil }
      return finding(
        reference.path,
        place,
        "`\(written.shortened)` leads out of the library",
        why: "the module is used without what lies around its library",
        help: "link to a file of the library, or to an address"
      )
    }
  }
}
