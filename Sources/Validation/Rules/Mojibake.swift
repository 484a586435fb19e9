package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum Mojibake: Rule {
  package static let id = "mojibake"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.error
  package static let readsBytes = true
  package static let summary = "UTF-8 was read as Windows-1252 and saved again"
  package static let why = """
    Each character beyond ASCII has become two or three: `Ã©` stands for `é`, `â€™` for an apostrophe. Told once a file, at the first place. \
    Where a file holds nothing else beyond ASCII it can be taken back as a whole. What stands in code or in quotation marks is taken for \
    a sample.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list in a caf«Ã©», and a second cafÃ©.
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list in a café, which is not `cafÃ©`.
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module in
      module.oddTexts.filter(\.hasMojibake).compactMap { odd in finding(odd.source, module.pages.first { $0.path == odd.source.path }) }
    }
  }

  private static func finding(_ source: SourceFile, _ page: MarkdownFile?) -> Finding? {
    let text = MojibakeText(in: source.bytes)
    let samples = page.map(codeSpans) ?? []
    let places = text.sequences.filter { sequence in
      sequence.isCertain && !isQuoted(sequence.range, in: source) && !samples.contains { $0.contains(sequence.range.lowerBound) }
    }
    guard let first = places.first else { return nil }
    let repaired = text.isWhole ? text.repaired(source.bytes) : nil
    return finding(
      source.path,
      first.range,
      "`\(source.text(first.range))` stands for `\(first.meant)`" + (places.count > 1 ? "; \(places.count) such places in this file" : ""),
      why: "UTF-8 was read as Windows-1252 and saved again",
      help: "restore the file, or write what is meant",
      fix: repaired.map { Fix(title: "take the file back to UTF-8", span: source.span($0.range), replacement: $0.text) }
    )
  }

  /// Where code stands. Where the parser does not tell the place of a code span, that is its line.
  private static func codeSpans(_ page: MarkdownFile) -> [Range<Int>] {
    page.document.nodes.compactMap { node in
      switch node.kind {
      case .code, .codeBlock: node.span
      default: nil
      }
    }
  }

  /// Whether a sequence stands alone in quotation marks or parentheses.
  private static func isQuoted(_ range: Range<Int>, in source: SourceFile) -> Bool {
    guard range.lowerBound > 0, range.upperBound < source.bytes.count else { return false }
    let before = source.text(max(0, range.lowerBound - 4)..<range.lowerBound).unicodeScalars.last
    let behind = source.text(range.upperBound..<range.upperBound + 4).unicodeScalars.first
    return before.map { "\"'(“‘«„`".unicodeScalars.contains($0) } ?? false
      && behind.map { "\"')”’»“`".unicodeScalars.contains($0) } ?? false
  }
}
