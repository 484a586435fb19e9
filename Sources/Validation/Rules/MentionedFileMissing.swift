package import Diagnostics
internal import Files
package import Library

package enum MentionedFileMissing: Rule {
  package static let id = "mentioned-file-missing"
  package static let group = RuleGroup.links
  package static let severity = Severity.warning
  package static let summary = "A code span names a file of the module that does not exist"
  package static let why = """
    An agent that is told to read `rules/steps.md` opens nothing, and may go on with what it thinks stands there. Judged are Markdown \
    files in folders that the module has; files of a reader's own project, stand-ins such as `rules/<name>.md`, and files that the line \
    tells to create are not.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - The steps are in «`rules/steps.md`».
    """
  package static let good: Sample = """
    -- workflows/demo/README.md --
    # Demo

    ## Overview

    The steps are in `rules/guide.md`. Yours go to `docs/steps.md`; to add more, create `rules/steps.md`.

    ## Character Count

    ~0 characters
    """

  /// Words before a file that need not be there: it comes, it goes, or it is anyone's.
  private static let excuses: Set<String> = [
    "add", "adding", "create", "creating", "new", "write", "remove", "removed", "delete", "deleted", "rename", "renamed", "moved",
    "formerly", "planned", "future", "your", "no", "optional", "missing",
  ]
  /// Words behind it that say the same.
  private static let promises = ["planned", "future", "optional", "coming soon", "not yet", "todo", "if available", "to be"]

  package static func check(_ library: Library) -> [Finding] {
    var near = NearFiles(library)
    return findings(in: library) { reference, place, page in
      guard reference.form == .mention, case .missingFile(let path) = reference.target, !isExcused(place, in: page) else { return nil }
      return finding(
        reference.path,
        place,
        "there is no `\(reference.written)`" + near.suggestion(for: path),
        why: "a reader takes it for a file of this module",
        help: "correct the path, or add the file"
      )
    }
  }

  /// Whether the words around a file on its line say that it need not be there.
  private static func isExcused(_ place: Range<Int>, in page: MarkdownFile) -> Bool {
    let line = page.source.lineRange(at: place.lowerBound)
    let before = page.source.text(max(line.lowerBound, place.lowerBound - 48)..<place.lowerBound).lowercased()
    let sentence = before.split(omittingEmptySubsequences: false) { ".:;|`".contains($0) }
    let nearest = sentence.last { $0.contains(where: \.isLetter) } ?? ""
    if nearest.split(whereSeparator: { !$0.isLetter }).contains(where: { excuses.contains(String($0)) }) { return true }
    let behind = page.source.text(place.upperBound..<max(place.upperBound, min(line.upperBound, place.upperBound + 24))).lowercased()
    return promises.contains { behind.contains($0) }
  }
}
