/// A section that means to define a workflow and leaves a part of it out.
package struct WorkflowGap: Sendable, Hashable {
  package enum Part: String, Sendable, Hashable, CaseIterable {
    case purpose, steps, prompt
  }

  /// The file, and the heading's text without its number.
  package let path: String
  package let title: String
  package let part: Part
  /// Whether the label is there, with nothing behind it.
  package let isEmpty: Bool
  /// Index of the heading, or of the empty label, in the file's document.
  package let node: Int
}
