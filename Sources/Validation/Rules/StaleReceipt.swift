package import Diagnostics
package import Library

package enum StaleReceipt: Rule {
  package static let id = "stale-receipt"
  package static let group = RuleGroup.examples
  package static let severity = Severity.warning
  package static let summary = "A fence has changed since it ran"
  package static let why = """
    `augury verify --promote` notes in `.augury/receipts` which fences came to what their authors expect, and where. A fence that has \
    been changed since, or stands behind one that has, loses its receipt until it runs again, and a reader is told that it did not run. \
    Modules without receipts are not looked at.
    """
  package static let bad: Sample = """
    -- .augury/receipts/workflows/demo.txt --
    augury receipts 1

    rules/guide.md
      0123456789abcdef sqlite A 0123456789abcdef 3.40.1 SQLite
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```«sql engine=sqlite»
    SELECT 1;
    ```
    """
  package static let good: Sample = """
    -- .augury/receipts/workflows/demo.txt --
    augury receipts 1

    rules/guide.md
      7525b911ad6bcda9 sqlite A 0123456789abcdef 3.40.1 SQLite
    -- workflows/demo/rules/guide.md --
    # Guide

    - A list.

    ```sql engine=sqlite
    SELECT 1;
    ```
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module -> [Finding] in
      guard let receipts = library.receipts(ofModule: module.id) else { return [] }
      return module.pages.flatMap { page in
        firstFindings(unproven(library.fences(of: page).fences, receipts, on: page)) { fence, others in
          let rest = others == 0 ? "" : ", nor has what follows it in its database (\(others) more)"
          return finding(
            page.path,
            fence.heading,
            "this fence has not run as it is" + rest,
            why: "its receipt is of another text, or it has none",
            help: "run `augury verify --promote`"
          )
        }
      }
    }
  }

  /// The first fence without a receipt of each database, and how many are like it: whatever follows a changed fence has to run again.
  private static func unproven(
    _ fences: [RunnableFence],
    _ receipts: Receipts,
    on page: MarkdownFile
  ) -> [(fence: RunnableFence, others: Int)] {
    let missing = fences.filter { fence in
      fence.skipReason == nil && !fence.isSetup && receipts.receipt(of: fence, onPage: page.pathInModule) == nil
    }
    return missing.enumerated().compactMap { index, fence in
      guard !missing[..<index].contains(where: { $0.place == fence.place }) else { return nil }
      return (fence, missing[(index + 1)...].count { $0.place == fence.place })
    }
  }
}
