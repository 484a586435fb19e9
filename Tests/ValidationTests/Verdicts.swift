import Diagnostics
import Files
import Library
import TestSupport
import Validation

/// What check says of a guide, or of more files, in an otherwise sound module.
enum Verdicts {
  /// What a sample of a few lines lacks for the sake of brevity.
  static let brevity = ["empty-section", "fence-without-language", "heading-level-jump", "missing-recommended-section", "several-titles"]

  /// The findings about `rules/guide.md` with some text below its title, and about further files given as in `LibraryText`: the rule, and
  /// the text at its place.
  static func of(_ guide: String, _ more: String = "") throws -> [String] {
    try findings(guide, more).map { "\($0.finding.rule): \($0.text)" }
  }

  static func findings(_ guide: String, _ more: String = "") throws -> [(finding: Finding, text: String)] {
    let text = "-- workflows/demo/rules/guide.md --\n# Guide\n\n- A list.\n\n\(guide)\n\(more)"
    let library = SoundModule.with(LibraryText(text)).library()
    return try Check(select: ["links", "trees", "prompts", "format", "markdown"], ignore: brevity).findings(in: library).map { finding in
      (finding, finding.range.flatMap { range in library.tree.file(finding.path).map { $0.text(range) } } ?? "")
    }
  }
}
