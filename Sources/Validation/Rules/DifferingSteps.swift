package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum DifferingSteps: Rule {
  package static let id = "differing-steps"
  package static let group = RuleGroup.prompts
  package static let severity = Severity.warning
  package static let summary = "The guide of a workflow goes through other steps than the workflow"
  package static let why = """
    `rules/<x>-workflow.md` is the guide of the workflow `<x> Workflow`: who reads of step 3 in one place looks it up in the other. \
    Steps are compared without case and without the parenthesis at their end. A guide that tells its steps in prose is not judged.
    """
  package static let bad: Sample = """
    -- workflows/demo/README.md --
    # Demo

    ## Move Workflow

    **Purpose**: Move it

    **Steps**:
    1. Plan the move (what, when)
    2. Move

    **Prompt**:
    ```
    Move it.
    ```

    ## Character Count

    ~0 characters
    -- workflows/demo/rules/move-workflow.md --
    # Move Workflow

    - A list.

    ## Step 1: Plan the move

    Look.

    «## Step 2: Carry it»

    Lift.
    """
  package static let good: Sample = """
    -- workflows/demo/README.md --
    # Demo

    ## Move Workflow

    **Purpose**: Move it

    **Steps**:
    1. Plan the move (what, when)
    2. Move

    **Prompt**:
    ```
    Move it.
    ```

    ## Character Count

    ~0 characters
    -- workflows/demo/rules/move-workflow.md --
    # Move Workflow

    - A list.

    ## Step 1: Plan the move

    Look.

    ## Step 2: Move (two people)

    Lift.
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module in
      module.workflows.flatMap { workflow -> [Finding] in
        guard let path = workflow.guide, path != workflow.path, !workflow.steps.isEmpty,
          let guide = module.pages.first(where: { $0.path == path }), let steps = GuideSteps(guide), isSound(workflow, in: module)
        else { return [] }
        return firstFindings([workflow]) { difference(of: steps, from: $0, in: guide) }
      }
    }
  }

  /// Whether the workflow stands before any fence that swallowed its page.
  private static func isSound(_ workflow: Workflow, in module: Module) -> Bool {
    guard let page = module.pages.first(where: { $0.path == workflow.path }), let end = page.fenceFault?.range.lowerBound else {
      return true
    }
    return page.document.nodes[workflow.node].span.lowerBound < end
  }

  /// The first step in which a guide differs.
  private static func difference(of guide: GuideSteps, from workflow: Workflow, in page: MarkdownFile) -> Finding? {
    let steps = workflow.steps
    let name = Path.name(workflow.path)
    let first = zip(guide.steps, steps).enumerated().first { words(of: $1.0.step) != words(of: $1.1) }?.offset
    let count = min(guide.steps.count, steps.count)
    guard first != nil || guide.steps.count != steps.count, let last = guide.steps.last else { return nil }
    let position = first ?? count
    let node = position < guide.steps.count ? guide.steps[position].node : last.node
    let headline =
      if position == guide.steps.count {
        "the guide ends before step \(position + 1) of the workflow, `\(steps[position].title.shortened)`"
      } else if position == steps.count {
        "the workflow in `\(name)` has no step \(position + 1)"
      } else {
        "step \(position + 1) is `\(guide.steps[position].step.title.shortened)` here, and `\(steps[position].title.shortened)` in `\(name)`"
      }
    return finding(
      page.path,
      page.document.nodes[node].span,
      headline,
      why: "this is the guide of the workflow `\(workflow.title.shortened)`",
      help: "give both the same steps"
    )
  }

  /// A step as steps are compared: its words without the parenthesis at the end.
  private static func words(of step: Workflow.Step) -> [Substring] {
    step.title.lowercased().split { !($0.isLetter || $0.isNumber) }
  }
}
