package import Diagnostics
package import Library
internal import Markdown

package enum UnclosedFence: Rule {
  package static let id = "unclosed-fence"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.error
  package static let summary = "A fenced code block is never closed"
  package static let why = """
    Everything below the fence becomes code: headings, links and prompts vanish. The closing fence uses the same character, is at \
    least as long as the opening one, and stands alone on its line (GFM 0.29, section 4.5). Only the first such fault of a file is \
    reported, since the others follow from it.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    «```sql»
    SELECT 1;
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```sql
    SELECT 1;
    ```
    """

  package static func check(_ library: Library) -> [Finding] {
    library.pages.compactMap { page in
      guard let fault = page.fenceFault, fault.kind == .unclosed else { return nil }
      return finding(
        page.path,
        fault.range,
        "this code block is never closed",
        why: "what follows it, up to the end of its list item, quotation or file, is shown as code",
        help: "close it with `\(fault.fence)` on a line of its own"
      )
    }
  }
}
