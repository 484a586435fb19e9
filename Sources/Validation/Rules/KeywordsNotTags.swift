package import Diagnostics
internal import Files
internal import JSON
package import Library

package enum KeywordsNotTags: Rule {
  package static let id = "keywords-not-tags"
  package static let group = RuleGroup.metadata
  package static let severity = Severity.error
  package static let summary = "`module.json` has `keywords` instead of `tags`, or beside them"
  package static let why = """
    The public client and catalogs find modules by `tags`; `keywords` is npm's name for them, which they do not read. Where both \
    stand, only `tags` counts, and the keywords are lost. Checked under `preset: augx`.
    """
  package static let bad = Sample.manifest(("\"tags\"", "«\"keywords\"»")).underAugx
  package static let good = Sample.manifest().underAugx

  package static func check(_ library: Library) -> [Finding] {
    guard library.configuration.preset == .augx else { return [] }
    return library.modules.compactMap { module in
      guard let keywords = module.manifest.root?.member("keywords"), !keywords.value.isNull else { return nil }
      let hasTags = module.manifest.root?["tags"] != nil
      let span = module.manifest.source.span(keywords.keySpan)
      return finding(
        module.manifest.source.path,
        keywords.keySpan,
        hasTags ? "`keywords` beside `tags`, which alone is read" : "`keywords` instead of `tags`",
        why: "the public client finds modules by `tags`",
        help: hasTags ? "move what is missing to `tags` and remove it" : "write `tags`",
        fix: hasTags ? nil : Fix(title: "write `tags`", span: span, replacement: "\"tags\""),
        severity: hasTags ? .warning : nil
      )
    }
  }
}
