package import Diagnostics
internal import Files
package import Library

package enum StrayFence: Rule {
  package static let id = "stray-fence"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.error
  package static let summary = "A fence that closes a code block stands where none is open"
  package static let why = """
    It opens a block instead: the text up to the next fence is shown as code, and the code behind that as text. Remove it, or add the \
    fence that opens its block. Only the first such fault of a file is reported, and nothing that is behind it.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    SELECT 1;
    «```»

    More text, with a [broken link](nowhere.md).

    ```sql
    SELECT 2;
    ```
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```sql
    SELECT 1;
    ```

    More text.

    ```sql
    SELECT 2;
    ```
    """

  package static func check(_ library: Library) -> [Finding] {
    library.pages.compactMap { page in
      guard let fault = page.fenceFault, fault.kind == .stray else { return nil }
      return finding(
        page.path,
        fault.range,
        "this fence closes a code block, and none is open",
        why: "it opens one instead: the text behind it is shown as code",
        help: "remove it, or add the fence that opens its block"
      )
    }
  }
}
