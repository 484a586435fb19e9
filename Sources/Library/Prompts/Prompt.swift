internal import Diagnostics
package import Files
internal import Markdown

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
  /// Index of its label, when that carries an id; the id may have got a number since, if another prompt has it.
  package let label: Int?
  /// The workflow it belongs to.
  package private(set) var workflow: String?
  /// The text between the fences, to the letter.
  package let template: String
  /// The template cut at its placeholders.
  package let parts: [Part]
  /// In the order of their first use.
  package let variables: [Variable]
  /// What is wrong between the template and its table.
  package private(set) var tableFaults: [TableFault]
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

  /// A disagreement between a `**Variables**:` table and the template, or in the table itself, with the place of the cell.
  package struct TableFault: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      /// The template has a placeholder of which the table says nothing.
      case undeclared(placeholder: String)
      /// A row speaks of a placeholder, or of a name, that the template does not have; `meant` is the one that it probably means,
      /// which no other row speaks of.
      case unused(name: String, meant: String?)
      /// A row speaks of what another row speaks of.
      case repeated(String)
      case unknownColumn(String)
      case unknownType(String)
      case invalidName(String)
      /// Two variables have one name.
      case duplicateName(String)
      /// Choices are listed for a variable that is none.
      case choicesOfNoChoice(Variable.Kind)
      /// A choice without anything to choose from.
      case noChoices
      /// An example or a default that is no value of the variable.
      case unfit(column: String, value: String, Variable)
    }

    package let kind: Kind
    package let span: SourceSpan
  }

  /// The columns that a table of variables may have.
  package static let tableColumns = ["placeholder", "name", "type", "required", "default", "choices", "example", "description"]

  /// The prompt with the ids that are unique in its module.
  func identified(id: String, workflow: String?) -> Self {
    var prompt = self
    (prompt.id, prompt.workflow) = (id, workflow)
    return prompt
  }

  /// The prompt with the faults of its table completed: each placeholder that no row speaks of, unless a row does that misspells it.
  func heldAgainstTable(in file: MarkdownFile) -> Self {
    var undeclared = variables.filter { !$0.isDeclared }
    guard !undeclared.isEmpty else { return self }
    var prompt = self
    // Whoever misspells more than this has to look at the whole table.
    for index in tableFaults.indices.prefix(50) {
      guard case .unused(let name, nil) = tableFaults[index].kind else { continue }
      let near = undeclared.prefix(50).enumerated().lazy.compactMap { position, variable in
        Spelling.nearest(to: name, among: [variable.placeholder, variable.name]).map { (position: position, name: $0) }
      }.first
      guard let near else { continue }
      undeclared.remove(at: near.position)
      prompt.tableFaults[index] = TableFault(kind: .unused(name: name, meant: near.name), span: tableFaults[index].span)
    }
    let places = PromptPlaces(self, in: file)
    prompt.tableFaults += undeclared.map { variable in
      let range = firstUse(of: variable.name).map(places.range) ?? file.document.nodes[node].span
      return TableFault(kind: .undeclared(placeholder: variable.placeholder), span: file.source.span(range))
    }
    return prompt
  }

  /// The bytes of the template at which a variable is used first.
  package func firstUse(of name: String) -> Range<Int>? {
    var offset = 0
    for part in parts {
      switch part {
      case .slot(name, let source), .list(name, let source, _): return offset..<(offset + source.utf8.count)
      case .literal(let source), .slot(_, let source), .list(_, let source, _): offset += source.utf8.count
      }
    }
    return nil
  }

  package func variable(_ name: String) -> Variable? {
    variables.first { $0.name == name }
  }
}
