/// The tables of some SQL and how they refer to each other, as far as a drawing shows it.
package struct TableSchema: Sendable, Hashable {
  /// In the order of the text; behind them those that are only referred to.
  package internal(set) var tables: [Table] = []
  package internal(set) var links: [Link] = []

  package struct Table: Sendable, Hashable {
    package let name: String
    /// None for a table that is only referred to.
    package internal(set) var columns: [Column] = []
  }

  package struct Column: Sendable, Hashable {
    package let name: String
    /// As it is written, with one space for every run of white space.
    package let type: String
    package internal(set) var isPrimary = false
    package internal(set) var isForeign = false
  }

  /// A foreign key.
  package struct Link: Sendable, Hashable {
    /// The table that refers, and its first column that does; indices.
    package let table: Int
    package let column: Int
    /// The table that is referred to, and the column that is meant; nil where it is not known.
    package let target: Int
    package let targetColumn: Int?
  }

  /// A sentence a link, for those who do not see the drawing.
  package var sentences: [String] {
    links.map { link in
      let column = tables[link.table].columns[link.column].name
      let target = link.targetColumn.map { "." + tables[link.target].columns[$0].name } ?? ""
      return "\(tables[link.table].name).\(column) refers to \(tables[link.target].name)\(target)."
    }
  }
}
