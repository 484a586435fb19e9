/// Rows of texts in columns, for a terminal.
struct TextTable {
  let rows: [[String]]
  /// The first column whose texts stand at its right edge, as numbers do; all that follow do so too.
  var firstNumber = Int.max

  /// One line a row, two spaces between columns, none at the end of a line.
  var text: String {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = row.indices.map { column in
        let pad = String(repeating: " ", count: widths[column] - row[column].count)
        return column < firstNumber ? row[column] + pad : pad + row[column]
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
