package import Files

/// A prompt template with typed variables.
package struct Prompt: Sendable {
  /// Unique in its module: `migrate-start`.
  package private(set) var id: String
  /// The heading it stands under, without a number.
  package let title: String
  /// What it is for, in a sentence: the workflow's purpose or the first paragraph under the heading; may be empty.
  package let summary: String
  package let module: String
  /// The file it stands in.
  package let path: String
  /// The anchor of the heading it stands under; empty when there is none.
  package let anchor: String
  /// Index of the fenced block in the file's document.
  package let node: Int
  /// The workflow it belongs to.
  package private(set) var workflow: String?
  /// The text between the fences, to the letter.
  package let template: String
  /// The template cut at its placeholders.
  package let parts: [Part]
  /// In the order of their first use.
  package let variables: [Variable]
  /// What is wrong between the template and its table.
  package let tableFaults: [TableFault]
  /// Whether the template has more placeholders than are read.
  package let isCut: Bool

  /// A piece of a template. All pieces put together, lists in their original lines, are the template.
  package enum Part: Sendable, Hashable {
    /// Text as it is written (escapes included).
    case literal(String)
    /// A placeholder with its brackets, and the name of its variable.
    case slot(variable: String, source: String)
    /// Consecutive lines that are samples of one list; `marker` is what each item starts with (`- `).
    case list(variable: String, source: String, marker: String)
  }

  /// A disagreement between a `**Variables**:` table and the template, with the place of the row.
  package struct TableFault: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case undeclared(placeholder: String)
      case unused(name: String)
      case unknownType(String)
      case invalidName(String)
      case duplicateName(String)
    }

    package let kind: Kind
    package let span: SourceSpan
  }

  /// The prompt with the ids that are unique in its module.
  func identified(id: String, workflow: String?) -> Self {
    var prompt = self
    (prompt.id, prompt.workflow) = (id, workflow)
    return prompt
  }

  /// How many places a user has to fill in.
  package var placeholderCount: Int {
    parts.reduce(0) { total, part in
      switch part {
      case .literal: total
      case .slot: total + 1
      case .list(_, let source, _): total + source.count { $0 == "[" }
      }
    }
  }

  package func variable(_ name: String) -> Variable? {
    variables.first { $0.name == name }
  }
}
