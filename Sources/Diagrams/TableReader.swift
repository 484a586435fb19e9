internal import Files
internal import Highlight

/// Reads `CREATE TABLE` statements: names, types, keys. What it does not know it steps over, so that any dialect and any fragment will do.
package struct TableReader {
  /// A piece of SQL: a word, a name in marks, or a sign.
  private struct Token {
    /// A name without its marks.
    let text: String
    let isQuoted: Bool
    /// In capitals, to be compared with words of the language; empty for what is quoted.
    let word: String
  }

  /// A foreign key before all tables are known.
  private struct Reference {
    let table: Int
    let columns: [String]
    let target: String
    let targetColumns: [String]
  }

  private let tokens: [Token]
  private var position = 0
  private var schema = TableSchema()
  private var references: [Reference] = []

  /// As many tables, and columns of one, are drawn; more are no picture any more.
  private static let mostTables = 12
  private static let mostColumns = 30
  private static let mostLinks = 40
  /// As much code is looked at, in bytes.
  private static let longest = 20_000

  /// The languages of fences that hold such statements.
  package static let languages: Set<String> = ["sql", "postgresql", "postgres", "pgsql", "mysql", "mariadb", "sqlite", "tsql", "mssql"]

  /// The tables of some SQL; nil when no two of them are linked, or they are too many to be drawn.
  ///
  /// - Complexity: linear in the code but for names, which are looked up among at most 12 tables.
  package static func schema(of code: ArraySlice<UInt8>) -> TableSchema? {
    guard code.count <= longest,
      code.range(ofBytes: Array("REFERENCES".utf8)) != nil || code.range(ofBytes: Array("references".utf8)) != nil
    else { return nil }
    var reader = TableReader(code)
    reader.read()
    let schema = reader.schema
    guard schema.tables.count <= mostTables, schema.links.count <= mostLinks, schema.tables.allSatisfy({ $0.columns.count <= mostColumns })
    else { return nil }
    return schema.links.contains { $0.table != $0.target } ? schema : nil
  }

  private init(_ code: ArraySlice<UInt8>) {
    tokens = code.withUnsafeBufferPointer { code in
      var tokens: [Token] = []
      Language.sql.tokens(of: code) { tokenClass, range in
        guard tokenClass != .comment else { return }
        let isMarked = tokenClass == .plain && "\"`[".utf8.contains(code[range.lowerBound]) && range.count > 1
        let text = String(decoding: isMarked ? code[range].dropFirst().dropLast() : code[range], as: UTF8.self)
        tokens.append(Token(text: text, isQuoted: isMarked, word: isMarked || tokenClass == .string ? "" : text.uppercased()))
      }
      return tokens
    }
  }

  private var word: String { position < tokens.count ? tokens[position].word : "" }

  private mutating func take(_ words: String...) -> Bool {
    guard position + words.count <= tokens.count, words.indices.allSatisfy({ tokens[position + $0].word == words[$0] }) else {
      return false
    }
    position += words.count
    return true
  }

  // MARK: Statements

  private mutating func read() {
    while position < tokens.count, schema.tables.count <= Self.mostTables {
      guard take("CREATE") else {
        position += 1
        continue
      }
      for kind in ["GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED", "FOREIGN", "COLUMN"] { _ = take(kind) }
      guard take("TABLE") else { continue }
      _ = take("IF", "NOT", "EXISTS")
      guard let name = takeName(), take("(") else { continue }
      readBody(of: name)
    }
    for reference in references { link(reference) }
  }

  private mutating func readBody(of name: String) {
    schema.tables.append(TableSchema.Table(name: name))
    while position < tokens.count {
      readItem()
      guard take(",") else { break }
    }
    _ = take(")")
  }

  /// A column, or a constraint of the table, to the comma or the bracket behind it.
  private mutating func readItem() {
    let table = schema.tables.count - 1
    if take("CONSTRAINT") { position += 1 }
    switch word {
    case "PRIMARY":
      skip(to: ["("])
      for name in takeNames() { markPrimary(name, of: table) }
      skip(to: [])
    case "FOREIGN":
      skip(to: ["("])
      let columns = takeNames()
      skip(to: ["REFERENCES"])
      readReference(from: columns, of: table)
      skip(to: [])
    case "UNIQUE", "CHECK", "EXCLUDE", "LIKE", "FULLTEXT", "SPATIAL", "PERIOD": skip(to: [])
    case "KEY", "INDEX":
      let isColumn = position + 1 < tokens.count && Self.keyTypes.contains(tokens[position + 1].word)
      if isColumn { readColumn(of: table) } else { skip(to: []) }
    default:
      if position < tokens.count, isName(tokens[position]) { readColumn(of: table) } else { skip(to: []) }
    }
  }

  /// Types of columns that are called `key` or `index`, which are no words to begin a key or an index of MySQL.
  private static let keyTypes: Set<String> = [
    "BIGINT", "BYTEA", "CHAR", "INT", "INTEGER", "NVARCHAR", "TEXT", "UUID", "VARBINARY", "VARCHAR",
  ]

  private mutating func readColumn(of table: Int) {
    let name = tokens[position].text
    position += 1
    let column = schema.tables[table].columns.count
    schema.tables[table].columns.append(TableSchema.Column(name: name, type: takeType()))
    while position < tokens.count, word != ",", word != ")" {
      if take("PRIMARY", "KEY") {
        schema.tables[table].columns[column].isPrimary = true
      } else if word == "REFERENCES" {
        readReference(from: [name], of: table)
      } else {
        step()
      }
    }
  }

  /// `REFERENCES table (columns)`.
  private mutating func readReference(from columns: [String], of table: Int) {
    guard take("REFERENCES"), let target = takeName() else { return }
    references.append(Reference(table: table, columns: columns, target: target, targetColumns: word == "(" ? takeNames() : []))
  }

  // MARK: Parts of statements

  /// Words that may follow a type.
  private static let typeEnds: Set<String> = [
    "AS", "AUTOINCREMENT", "AUTO_INCREMENT", "CHECK", "COLLATE", "COMMENT", "CONSTRAINT", "DEFAULT", "GENERATED", "IDENTITY", "NOT", "NULL",
    "ON", "PRIMARY", "REFERENCES", "UNIQUE", ",", ")",
  ]

  private mutating func takeType() -> String {
    var type = ""
    while position < tokens.count, !Self.typeEnds.contains(word) {
      let start = position
      step()
      for token in tokens[start..<position] {
        let isTight = type.isEmpty || "(),[]".contains(token.text) || type.hasSuffix("(") || type.hasSuffix("[")
        type += (isTight ? "" : " ") + token.text
        if token.text == "," { type += " " }
      }
    }
    return type.replacing(",  ", with: ", ")
  }

  /// A name with what it belongs to: of `shop.orders` the last part.
  private mutating func takeName() -> String? {
    guard position < tokens.count, isName(tokens[position]) else { return nil }
    position += 1
    while take("."), position < tokens.count, isName(tokens[position]) { position += 1 }
    return tokens[position - 1].text
  }

  private func isName(_ token: Token) -> Bool {
    token.isQuoted || token.word.first.map { $0.isLetter || $0 == "_" || $0 == "#" || $0 == "@" } ?? false
  }

  /// The names in brackets, which stand here.
  private mutating func takeNames() -> [String] {
    guard take("(") else { return [] }
    var names: [String] = []
    while position < tokens.count, word != ")" {
      if isName(tokens[position]), names.count < Self.mostColumns { names.append(tokens[position].text) }
      step()
    }
    _ = take(")")
    return names
  }

  /// Steps over a token, or over brackets with all that is in them.
  private mutating func step() {
    var depth = 0
    repeat {
      if word == "(" { depth += 1 }
      if word == ")" { depth -= 1 }
      position += 1
    } while depth > 0 && position < tokens.count
  }

  /// Steps to one of some words, at most to the end of the item.
  private mutating func skip(to words: Set<String>) {
    while position < tokens.count, !words.contains(word), word != ",", word != ")" { step() }
  }

  // MARK: Links

  private mutating func markPrimary(_ name: String, of table: Int) {
    guard let column = column(name, of: table) else { return }
    schema.tables[table].columns[column].isPrimary = true
  }

  private mutating func link(_ reference: Reference) {
    guard let name = reference.columns.first, let column = column(name, of: reference.table) else { return }
    for name in reference.columns {
      guard let column = self.column(name, of: reference.table) else { continue }
      schema.tables[reference.table].columns[column].isForeign = true
    }
    let known = schema.tables.firstIndex { $0.name.lowercased() == reference.target.lowercased() }
    if known == nil { schema.tables.append(TableSchema.Table(name: reference.target)) }
    let target = known ?? schema.tables.count - 1
    let named = reference.targetColumns.first.flatMap { self.column($0, of: target) }
    let targetColumn = named ?? schema.tables[target].columns.firstIndex(where: \.isPrimary)
    schema.links.append(TableSchema.Link(table: reference.table, column: column, target: target, targetColumn: targetColumn))
  }

  private func column(_ name: String, of table: Int) -> Int? {
    schema.tables[table].columns.firstIndex { $0.name.lowercased() == name.lowercased() }
  }
}
