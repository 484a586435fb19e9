package import Diagnostics
internal import Files
package import Library

package enum ProfileFileMissing: Rule {
  package static let id = "profile-file-missing"
  package static let group = RuleGroup.budgets
  package static let severity = Severity.error
  package static let summary = "A profile names a file that does not exist"
  package static let why = """
    Who loads the profile gets less than it promises. A file is named by its path in the module that declares the profile, or as \
    `module:path` for one of another module, which is the only form in `augury.yml`.
    """
  package static let bad: Sample = """
    -- augury.yml --
    profiles:
      start: ["workflows/demo:README.md", «"workflows/demo:rules/giude.md"»]
    """
  package static let good: Sample = """
    -- augury.yml --
    profiles:
      start: ["workflows/demo:README.md", "workflows/demo:rules/guide.md"]
    """

  package static func check(_ library: Library) -> [Finding] {
    var near = NearFiles(library)
    return library.profiles.flatMap { profile in
      firstFindings(profile.entries) { entry in
        guard library.tree.file(entry.path) == nil, !library.isElsewhere(entry) else { return nil }
        return finding(
          entry.span.path,
          entry.span.range,
          "profile `\(profile.name)` names `\(entry.written)`, which is no file of the library"
            + near.suggestion(for: entry.path),
          help: "correct the path, or remove the entry"
        )
      }
    }
  }
}
