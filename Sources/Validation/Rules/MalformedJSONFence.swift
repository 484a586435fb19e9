package import Diagnostics
internal import JSON
package import Library

package enum MalformedJSONFence: Rule {
  package static let id = "malformed-json-fence"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.warning
  package static let summary = "A code block that says `json` is not JSON"
  package static let why = """
    It is copied as it stands, and the reader's program refuses it. Fragments without their brackets, several values, `...` for what is left \
    out and stand-ins such as `<your-key>` are fine; comments belong in a block that says `jsonc`. Only the first fault of a block is \
    reported.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```json
    { "name": "demo"«,» }
    ```
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```json
    { "name": "demo", ... }
    ```
    """

  private static let languages: Set<String> = ["json", "jsonc", "jsonl", "ndjson"]

  package static func check(_ library: Library) -> [Finding] {
    CodeSample.all(in: library, languages: languages).flatMap { page, samples in
      firstFindings(samples) { sample in
        guard let dialect = JSONSample.Dialect(language: sample.language), let fault = JSONSample.fault(in: sample.text, dialect) else {
          return nil
        }
        return finding(
          page.path,
          sample.place(of: fault.span),
          fault.kind == .comment ? "comment in a block that says `json`" : fault.headline,
          why: "a block that says `\(sample.language)` is copied and read as JSON",
          help: fault.kind == .comment ? "write `jsonc` behind the fence" : fault.help
        )
      }
    }
  }
}
