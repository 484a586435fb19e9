internal import Diagnostics
internal import Library

extension Rule {
  /// The findings about how runnable fences are written.
  ///
  /// - Parameter words: the headline and the way out for a kind of flaw; nil for those of other rules.
  static func findings(
    in library: Library,
    why: String,
    _ words: (FenceFlaw.Kind) -> (headline: String, help: String)?
  ) -> [Finding] {
    library.pages.flatMap { page in
      firstFindings(library.fences(of: page).flaws) { flaw in
        words(flaw.kind).map { finding(page.path, flaw.range, $0.headline, why: why, help: $0.help) }
      }
    }
  }
}
