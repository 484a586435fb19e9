package import Diagnostics
package import Library
internal import Markdown

package enum NestedFence: Rule {
  package static let id = "nested-fence"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.error
  package static let summary = "A fence inside a code block is as long as the block's own"
  package static let why = """
    The inner closing fence ends the outer block, so the rest of the sample is shown as text and the next fence opens a block that \
    nobody meant. Give the outer block a longer fence: four backticks hold three. Only the first such fault of a file is reported.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```markdown
    Some text.

    «```sql»
    SELECT 1;
    ```

    More text.
    ```
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ````markdown
    Some text.

    ```sql
    SELECT 1;
    ```

    More text.
    ````
    """

  package static func check(_ library: Library) -> [Finding] {
    library.pages.compactMap { page in
      guard let fault = page.fenceFault, fault.kind == .nested else { return nil }
      return finding(
        page.path,
        fault.range,
        "this fence stands inside a code block whose fence is no longer",
        why: "its closing fence ends the outer block",
        help: "open and close the outer block with `\(fault.fence + fault.fence.prefix(1))`"
      )
    }
  }
}
