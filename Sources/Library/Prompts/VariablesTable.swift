internal import Files
internal import Markdown

/// The `**Variables**:` table under a prompt: it overrides what is inferred from the template (`product.md` section 8).
///
/// Columns, in any order and any of them left out: placeholder, name, type, required, default, choices, example, description.
/// A row speaks of a variable by its placeholder (`[use case]`, `Current schema: [description]`, a list's first item) or, in
/// a table without that column, by the inferred name.
struct VariablesTable {
  /// One row: its cells by the name of their column, and its place.
  struct Row {
    let cells: [String: String]
    let span: SourceSpan

    /// A cell that is there and not empty.
    subscript(column: String) -> String? {
      cells[column].flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  let rows: [Row]

  /// Reads a table node.
  init(table: Int, of document: Document, path: String) {
    var columns: [String] = []
    var rows: [Row] = []
    for row in document.children(of: table) {
      let cells = document.children(of: row).map { document.plainText(of: $0).trimmed }
      if case .tableRow(isHeader: true) = document.nodes[row].kind {
        columns = cells.map { $0.lowercased() }
      } else {
        let named = Dictionary(zip(columns, cells), uniquingKeysWith: { first, _ in first })
        rows.append(Row(cells: named, span: SourceSpan(path: path, range: document.nodes[row].span)))
      }
    }
    self.rows = rows
  }

  /// The variables with what the table says of them, their new names, and what does not fit together.
  func applied(to inferred: [Variable]) -> (variables: [Variable], renamed: [String: String], faults: [Prompt.TableFault]) {
    var variables = inferred
    var renamed: [String: String] = [:]
    var faults: [Prompt.TableFault] = []
    var rowOf: [Int: Row] = [:]
    let known = VariablesTable.index(inferred)
    for row in rows {
      let candidates = row["placeholder"].map { known.placeholders[$0] ?? [] } ?? row["name"].flatMap { known.names[$0] } ?? []
      guard let index = candidates.first(where: { rowOf[$0] == nil }) else {
        faults.append(.init(kind: .unused(name: row["name"] ?? row["placeholder"] ?? ""), span: row.span))
        continue
      }
      rowOf[index] = row
      faults += override(&variables[index], with: row).map { .init(kind: $0, span: row.span) }
      renamed[inferred[index].name] = variables[index].name
    }
    var names: Set<String> = []
    for (index, variable) in variables.enumerated() where !names.insert(variable.name).inserted {
      guard let row = rowOf[index] ?? variables.firstIndex(where: { $0.name == variable.name }).flatMap({ rowOf[$0] }) else { continue }
      faults.append(.init(kind: .duplicateName(variable.name), span: row.span))
    }
    return (variables, renamed, faults)
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

  private func override(_ variable: inout Variable, with row: Row) -> [Prompt.TableFault.Kind] {
    var faults: [Prompt.TableFault.Kind] = []
    variable.isDeclared = true
    if let name = row["name"] {
      if VariableNames.isValid(name), !VariableNames.isReserved(name) {
        variable.name = name
      } else {
        faults.append(.invalidName(name))
      }
    }
    if let type = row["type"] {
      if let kind = Variable.Kind(rawValue: type.lowercased()) {
        variable.kind = kind
      } else {
        faults.append(.unknownType(type))
      }
    }
    if let required = row["required"] { variable.isRequired = !["no", "false", "optional"].contains(required.lowercased()) }
    if let choices = row["choices"] {
      if row["type"] == nil { variable.kind = .choice }
      variable.choices = choices.split { $0 == "," || $0 == ";" || $0 == "/" }.map { $0.trimmed }.filter { !$0.isEmpty }
    }
    if variable.kind != .choice { variable.choices = [] }
    variable.defaultValue = row["default"]
    variable.example = row["example"]
    variable.description = row["description"]
    return faults
  }
}
