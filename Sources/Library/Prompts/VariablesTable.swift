internal import Files
internal import Markdown

/// The `**Variables**:` table under a prompt: it overrides what is inferred from the template (`product.md` section 8).
///
/// Columns, in any order and any of them left out: placeholder, name, type, required, default, choices, example, description.
/// A row speaks of a variable by its placeholder (`[use case]`, `Current schema: [description]`, a list's first item) or, in
/// a table without that column, by the inferred name.
struct VariablesTable {
  /// One row: its cells by the name of their column, with their places.
  struct Row {
    let cells: [String: (text: String, range: Range<Int>)]
    let range: Range<Int>

    /// A cell that is there and not empty.
    subscript(column: String) -> String? {
      cells[column].flatMap { $0.text.isEmpty ? nil : $0.text }
    }
  }

  let rows: [Row]
  private let path: String
  private var faults: [Prompt.TableFault] = []

  /// Reads a table node; nil when the table is about something else: it names no variable, or it stands under no label and has no
  /// column for placeholders.
  init?(table: Int, of document: Document, path: String, isLabelled: Bool) {
    self.path = path
    var columns: [String] = []
    var rows: [Row] = []
    for row in document.children(of: table) {
      let cells = document.children(of: row).map { (text: document.plainText(of: $0).trimmed, range: document.nodes[$0].span) }
      if case .tableRow(isHeader: true) = document.nodes[row].kind {
        columns = cells.map { $0.text.lowercased() }
        for (column, cell) in zip(columns, cells) where !Prompt.tableColumns.contains(column) && !column.isEmpty {
          faults.append(.init(kind: .unknownColumn(column), span: SourceSpan(path: path, range: cell.range)))
        }
      } else {
        let named = Dictionary(zip(columns, cells), uniquingKeysWith: { first, _ in first })
        rows.append(Row(cells: named, range: document.nodes[row].span))
      }
    }
    guard columns.contains("placeholder") || isLabelled && columns.contains("name") else { return nil }
    self.rows = rows
  }

  /// The variables with what the table says of them, their new names, and what does not fit together.
  func applied(to inferred: [Variable]) -> (variables: [Variable], renamed: [String: String], faults: [Prompt.TableFault]) {
    var variables = inferred
    var renamed: [String: String] = [:]
    var faults = faults
    var rowOf: [Int: Row] = [:]
    let known = VariablesTable.index(inferred)
    for row in rows {
      let candidates = row["placeholder"].map { known.placeholders[$0] ?? [] } ?? row["name"].flatMap { known.names[$0] } ?? []
      guard let index = candidates.first(where: { rowOf[$0] == nil }) else {
        let name = row["placeholder"] ?? row["name"] ?? ""
        let kind = candidates.isEmpty ? Prompt.TableFault.Kind.unused(name: name, meant: nil) : .repeated(name)
        faults.append(fault(kind, row, row["placeholder"] == nil ? "name" : "placeholder"))
        continue
      }
      rowOf[index] = row
      faults += override(&variables[index], with: row)
      renamed[inferred[index].name] = variables[index].name
    }
    var names: Set<String> = []
    for (index, variable) in variables.enumerated() where !names.insert(variable.name).inserted {
      guard let row = rowOf[index] ?? variables.firstIndex(where: { $0.name == variable.name }).flatMap({ rowOf[$0] }) else { continue }
      faults.append(fault(.duplicateName(variable.name), row, "name"))
    }
    return (variables, renamed, faults)
  }

  /// A fault at a cell of a row, or at the row when it has no such cell.
  private func fault(_ kind: Prompt.TableFault.Kind, _ row: Row, _ column: String) -> Prompt.TableFault {
    let cell = row.cells[column].flatMap { $0.range.isEmpty ? nil : $0.range }
    return .init(kind: kind, span: SourceSpan(path: path, range: cell ?? row.range))
  }

  /// The variables by what a row may call them: a placeholder, with or without brackets or label, or a name. Of several with the same
  /// placeholder a row speaks of the first that no other has taken.
  private static func index(_ variables: [Variable]) -> (placeholders: [String: [Int]], names: [String: [Int]]) {
    var placeholders: [String: [Int]] = [:]
    for (index, variable) in variables.enumerated() {
      let bare = variable.placeholder.trimmed
      for form in Set([bare, variable.label.map { "\($0): \(bare)" } ?? bare, String(bare.dropFirst().dropLast())]) {
        placeholders[form, default: []].append(index)
      }
    }
    return (placeholders, Dictionary(grouping: variables.indices) { variables[$0].name })
  }

  private func override(_ variable: inout Variable, with row: Row) -> [Prompt.TableFault] {
    var faults: [Prompt.TableFault] = []
    variable.isDeclared = true
    if let name = row["name"] {
      if VariableNames.isValid(name), !VariableNames.isReserved(name) {
        variable.name = name
      } else {
        faults.append(fault(.invalidName(name), row, "name"))
      }
    }
    if let type = row["type"] {
      if let kind = Variable.Kind(rawValue: type.lowercased()) {
        variable.kind = kind
      } else {
        faults.append(fault(.unknownType(type), row, "type"))
      }
    }
    if let required = row["required"] { variable.isRequired = !["no", "false", "optional"].contains(required.lowercased()) }
    faults += overrideChoices(of: &variable, with: row)
    variable.defaultValue = row["default"]
    variable.example = row["example"]
    variable.description = row["description"]
    for (column, value) in [("default", variable.defaultValue), ("example", variable.example)] {
      guard let value, !variable.accepts(value) else { continue }
      faults.append(fault(.unfit(column: column, value: value, variable), row, column))
    }
    return faults
  }

  private func overrideChoices(of variable: inout Variable, with row: Row) -> [Prompt.TableFault] {
    if let choices = row["choices"] {
      if row["type"] == nil { variable.kind = .choice }
      variable.choices = choices.split { $0 == "," || $0 == ";" || $0 == "/" }.map { $0.trimmed }.filter { !$0.isEmpty }
      if variable.kind != .choice {
        variable.choices = []
        // A type that nobody knows is one fault, not also one of its choices.
        let isKnown = row["type"].flatMap { Variable.Kind(rawValue: $0.lowercased()) } != nil
        return isKnown ? [fault(.choicesOfNoChoice(variable.kind), row, "choices")] : []
      }
    }
    if variable.kind != .choice { variable.choices = [] }
    return variable.kind == .choice && variable.choices.isEmpty ? [fault(.noChoices, row, "type")] : []
  }
}
