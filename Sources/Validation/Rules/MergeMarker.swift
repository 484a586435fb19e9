package import Diagnostics
internal import Files
package import Library

package enum MergeMarker: Rule {
  package static let id = "merge-marker"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.error
  package static let readsBytes = true
  package static let summary = "A merge was not finished"
  package static let why = """
    Between the markers stand two versions of one passage, and a reader takes both for one text; JSON with markers is read by nobody. \
    What else is wrong between them follows from the merge and is not reported. A code block that shows a whole conflict is a sample.
    """
  package static let bad: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    «<<<<<<< HEAD»
    Write the [guide](nowhere.md) first.
    =======
    Write the example first.
    >>>>>>> topic
    """
  package static let good: Sample = """
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    A conflict looks like this:

    ```text
    <<<<<<< HEAD
    Write the guide first.
    =======
    Write the example first.
    >>>>>>> topic
    ```
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap(\.oddTexts).flatMap { odd in
      firstFindings(odd.conflicts) { conflict in
        let lines = odd.source.bytes[conflict.range].count { $0 == 0x0A } + 1
        return finding(
          odd.source.path,
          conflict.marker,
          lines > 1 ? "a merge was not finished: \(lines) lines hold two versions" : "a marker of a merge is left over",
          why: "git writes such lines where it cannot tell which version is meant",
          help: lines > 1 ? "keep what is meant, and remove the lines of markers" : "remove it"
        )
      }
    }
  }
}
