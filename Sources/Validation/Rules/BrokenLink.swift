package import Diagnostics
internal import Files
package import Library

package enum BrokenLink: Rule {
  package static let id = "broken-link"
  package static let group = RuleGroup.links
  package static let severity = Severity.error
  package static let summary = "A link leads to a file that does not exist"
  package static let why = """
    A reader runs into a wall, and an agent that follows links loads nothing and may invent what it did not find. Links are read \
    relative to the file they stand in.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See «[the steps](stesp.md)».
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - See [the steps](../README.md).
    """

  package static func check(_ library: Library) -> [Finding] {
    var near = NearFiles(library)
    return findings(in: library) { reference, place, _ in
      guard case .missingFile(let path) = reference.target, reference.form == .link || reference.form == .image else { return nil }
      guard !Address.isOfMachine(reference.written) else { return nil }
      let isSite = reference.written.hasPrefix("www.")
      return finding(
        reference.path,
        place,
        "`\(reference.written.shortened)` leads to no file" + near.suggestion(for: path),
        why: Path.isHidden(path)
          ? "a library holds no hidden files and no `node_modules`" : "there is no `\(path)` in the library",
        help: isSite ? "write `https://` before an address of another site" : "correct the path, or add the file"
      )
    }
  }
}
