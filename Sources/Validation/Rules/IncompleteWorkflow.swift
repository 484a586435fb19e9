package import Diagnostics
package import Library
internal import Markdown

package enum IncompleteWorkflow: Rule {
  package static let id = "incomplete-workflow"
  package static let group = RuleGroup.prompts
  package static let severity = Severity.warning
  package static let summary = "A workflow lacks its purpose, its steps or its prompt"
  package static let why = """
    A workflow is a heading with a purpose, ordered steps and a prompt, each behind its bold label (`**Purpose**:`). Without one of them \
    it is not found, not followed or not used. Judged is a section with two of the three; where its heading does not say `Workflow`, a \
    missing prompt is a note.
    """
  package static let bad: Sample = """
    -- workflows/demo/README.md --
    # Demo

    «## Move Workflow»

    **Purpose**: Move it

    **Steps**:
    1. Move

    ## Character Count

    ~0 characters
    """
  package static let good: Sample = """
    -- workflows/demo/README.md --
    # Demo

    ## Move Workflow

    **Purpose**: Move it

    **Steps**:
    1. Move

    **Prompt**:
    ```
    Move it.
    ```

    ## Character Count

    ~0 characters
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.filter { !$0.workflowGaps.isEmpty }.flatMap { module in
      module.pages.flatMap { page in
        firstFindings(module.workflowGaps.lazy.filter { $0.path == page.path }) { gap in
          let isNamed = gap.title.lowercased().contains("workflow")
          return finding(
            gap.path,
            page.document.nodes[gap.node].span,
            gap.isEmpty
              ? "nothing stands behind the label of the \(gap.part.rawValue)" : "`\(gap.title.shortened)` has no \(gap.part.rawValue)",
            why: "a workflow has a purpose, steps and a prompt",
            help: help(for: gap.part),
            severity: gap.part == .prompt && !gap.isEmpty && !isNamed ? .note : nil
          )
        }
      }
    }
  }

  private static func help(for part: WorkflowGap.Part) -> String {
    switch part {
    case .purpose: "write `**Purpose**:` and a sentence under the heading"
    case .steps: "write `**Steps**:` and a numbered list under it"
    case .prompt: "write `**AI Prompt Template**:` and the prompt in a fenced block under it"
    }
  }
}
