package import Diagnostics
internal import Files
package import Library

package enum MalformedYAMLFence: Rule {
  package static let id = "malformed-yaml-fence"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.warning
  package static let summary = "A code block that says `yaml` is not YAML"
  package static let why = """
    It is copied as it stands, and the reader's program refuses it: a tab in the indentation, a colon in a text without quotation marks. \
    Several documents, fragments, lines of `...` for what is left out, and templates (`{{ }}`, `<% %>`) are fine. Only the first fault of a \
    block is reported.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```yaml
    name: demo
    note: the colon«:» it is too much
    ```
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```yaml
    name: demo
    note: "the colon: it is fine"
    ...
    ```
    """

  /// What templates and stand-ins have and YAML seldom.
  private static let marks = ["{{", "{%", "<%", "${", "<", "%", "@", "[%", "`"]

  package static func check(_ library: Library) -> [Finding] {
    CodeSample.all(in: library, languages: ["yaml", "yml"]).flatMap { page, samples in
      firstFindings(samples) { sample in
        guard let (offset, problem) = YAMLSyntax.fault(in: withoutElisions(sample.text)), !isTemplate(sample.text) else { return nil }
        return finding(
          page.path,
          sample.place(of: offset..<offset + 1),
          "YAML that cannot be read: \(problem)",
          why: "a block that says `\(sample.language)` is copied and read as YAML",
          help: "correct it, or write another language behind the fence"
        )
      }
    }
  }

  private static func isTemplate(_ text: ArraySlice<UInt8>) -> Bool {
    marks.contains { text.range(ofBytes: $0.utf8) != nil }
  }

  /// The text with lines of `...` as comments: for what is left out, not for the end of a document.
  private static func withoutElisions(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var out = Array(text)
    var rest = out[...]
    while let found = rest.range(ofBytes: "...".utf8) ?? rest.range(ofBytes: "…".utf8) {
      let start = out[..<found.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      if out[start..<found.lowerBound].allSatisfy({ $0 <= 0x20 }) { out[found.lowerBound] = UInt8(ascii: "#") }
      rest = rest[found.upperBound...]
    }
    return out
  }
}
