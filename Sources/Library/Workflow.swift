/// A named procedure: a heading and, under it, labelled blocks with a purpose, ordered steps and a prompt.
package struct Workflow: Sendable {
  /// The heading's slug without its number: `migration-workflow`. Unique in its module.
  package private(set) var id: String
  /// The heading without its number: `Migration Workflow`.
  package let title: String
  /// The number that the heading starts with: 3 in `3. Migration Workflow`.
  package let number: Int?
  package let module: String
  /// The file it is defined in, and the anchor of its heading.
  package let path: String
  package let anchor: String
  /// Index of the heading in the file's document.
  package let node: Int
  package let purpose: String?
  package let steps: [Step]
  /// Other labelled blocks (`When to use`, `Output`, `Checklist`), each with the nodes that follow its label.
  package let notes: [LabelledBlock]
  /// The id of its prompt.
  package private(set) var prompt: String?
  /// The path of the guide that goes with it: `rules/<id>.md` of the same module, or the end of the id: `rules/selection-workflow.md` of
  /// `database-selection-workflow`.
  package private(set) var guide: String?

  /// The workflow with the ids that are unique in its module.
  func identified(id: String, prompt: String?, guide: String?) -> Self {
    var workflow = self
    (workflow.id, workflow.prompt, workflow.guide) = (id, prompt, guide)
    return workflow
  }

  /// One step of a workflow.
  package struct Step: Sendable, Hashable {
    /// The step as it is written: `Plan migration (what changes, impact analysis)`.
    package let text: String

    /// The step without the parenthesis at its end.
    package var title: String { split.title }
    /// What stands in the parenthesis at its end.
    package var detail: String? { split.detail }

    private var split: (title: String, detail: String?) {
      guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open != text.startIndex else { return (text, nil) }
      let detail = text[text.index(after: open)...].dropLast()
      let title = text[..<open].trimmed
      return title.isEmpty || detail.isEmpty || detail.contains(")") ? (text, nil) : (title, String(detail))
    }
  }
}

/// A labelled block: a paragraph that starts with a bold label and a colon, and what follows it.
package struct LabelledBlock: Sendable {
  /// The label without its colon: `Purpose`.
  package let label: String
  /// A code span behind the label: the id of a prompt.
  package let id: String?
  /// The text behind the label in the same paragraph; empty when the block follows.
  package let text: String
  /// Index of the label's paragraph in the document.
  package let node: Int
  /// Indices of the blocks that belong to it, up to the next label or heading.
  package internal(set) var content: [Int]
}
