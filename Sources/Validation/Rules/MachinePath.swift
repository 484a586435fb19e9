package import Diagnostics
package import Library

package enum MachinePath: Rule {
  package static let id = "machine-path"
  package static let group = RuleGroup.links
  package static let severity = Severity.error
  package static let summary = "A link leads to a place on somebody's machine"
  package static let why = """
    `/Users/jo/notes.md`, `C:\\Users\\jo\\notes.md` and `file:` lead somewhere only on the machine on which they were written, and they \
    tell everybody how its owner is called. Link to a file of the library by a relative path, or to an address of the web.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See «[my notes](/Users/jo/work/notes.md)» and «![the plan](file:///home/jo/plan.png)».
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See [the notes](../README.md); yours lie in `/Users/jo/work/notes.md`.
    """

  package static func check(_ library: Library) -> [Finding] {
    findings(in: library) { reference, place, _ in
      switch reference.target {
      case .external(let written) where Address.isOfMachine(written): break
      case .missingFile where Address.isOfMachine(reference.written): break
      default: return nil
      }
      return finding(
        reference.path,
        place,
        "`\(reference.written.shortened)` is a place on one machine",
        why: "nobody else has it",
        help: "link to a file of the library by a relative path, or to an address of the web"
      )
    }
  }
}
