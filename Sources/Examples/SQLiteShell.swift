internal import CSQLite
private import Glibc

/// SQLite as a program: it runs files of statements that its standard input names, each behind a mark, and prints what `sqlite3` would
/// with `-header`. The library is compiled in, so that examples about it need nothing that could be missing; it runs in a process of
/// its own, so that a statement that never ends, or takes all memory, ends with that.
enum SQLiteShell {
  static let name = "@sqlite"

  static var version: String { String(cString: sqlite3_libversion()) }

  /// - Returns: the exit code.
  static func run(database path: String) -> Int32 {
    var database: OpaquePointer?
    guard sqlite3_open(path, &database) == SQLITE_OK else {
      print("Error: \(String(cString: sqlite3_errmsg(database)))")
      return 1
    }
    defer { sqlite3_close(database) }
    // Nothing here outlives the run.
    sqlite3_exec(database, "PRAGMA synchronous=OFF", nil, nil, nil)
    sqlite3_extended_result_codes(database, 1)
    while let line = readLine() {
      let words = line.split(separator: " " as Character, maxSplits: 1)
      guard words.count == 2 else { continue }
      var text = contents(of: String(words[1]))
      text.append(0)
      var statements = Statements(database: database)
      statements.run(text)
      statements.out("\(words[0]) \(statements.status)\n")
      fflush(nil)
    }
    return 0
  }

  private static func contents(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}

/// The statements of one file.
private struct Statements {
  let database: OpaquePointer?
  /// The first error: its line, number, and names.
  private(set) var status = ""

  init(database: OpaquePointer?) {
    self.database = database
  }

  func out(_ text: String) { print(text, terminator: "") }

  /// Runs statement after statement; one that fails does not keep the next from running, as when they are pasted into a client.
  mutating func run(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { buffer in
        guard var rest = buffer.baseAddress else { return }
        let start = rest
        while rest.pointee != 0 {
          var statement: OpaquePointer?
          var tail: UnsafePointer<CChar>?
          let line = 1 + (0..<(rest - start)).count { start[$0] == 10 } + leadingLines(rest)
          if sqlite3_prepare_v2(database, rest, -1, &statement, &tail) == SQLITE_OK {
            if statement != nil { step(statement, line: line) }
          } else {
            fail(line: line)
          }
          sqlite3_finalize(statement)
          guard let tail, tail > rest else { return }
          rest = tail
        }
      }
    }
  }

  /// The blank lines before a statement.
  private func leadingLines(_ text: UnsafePointer<CChar>) -> Int {
    var lines = 0
    var position = text
    while position.pointee == 10 || position.pointee == 13 || position.pointee == 32 {
      if position.pointee == 10 { lines += 1 }
      position += 1
    }
    return lines
  }

  private mutating func step(_ statement: OpaquePointer?, line: Int) {
    let isPlan = sqlite3_stmt_isexplain(statement) == 2
    var plan = QueryPlan()
    var isFirst = true
    var code = sqlite3_step(statement)
    while code == SQLITE_ROW {
      let columns = 0..<sqlite3_column_count(statement)
      if isPlan {
        plan.add(id: sqlite3_column_int(statement, 0), parent: sqlite3_column_int(statement, 1), text(statement, 3))
      } else {
        if isFirst { out(columns.map { String(cString: sqlite3_column_name(statement, $0)) }.joined(separator: "|") + "\n") }
        out(columns.map { text(statement, $0) }.joined(separator: "|") + "\n")
      }
      isFirst = false
      code = sqlite3_step(statement)
    }
    if isPlan { out(plan.text) }
    if code != SQLITE_DONE { fail(line: line) }
  }

  private func text(_ statement: OpaquePointer?, _ column: Int32) -> String {
    sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
  }

  private mutating func fail(line: Int) {
    let number = sqlite3_extended_errcode(database)
    out("Error: \(String(cString: sqlite3_errmsg(database)))\n")
    guard status.isEmpty else { return }
    let names = [SQLiteCode.name(number), SQLiteCode.name(number & 0xFF), String(number), String(number & 0xFF)].compactMap(\.self)
    status = "\(line) \(names.joined(separator: ","))"
  }
}

/// `EXPLAIN QUERY PLAN` as a tree, as `sqlite3` draws it.
private struct QueryPlan {
  private var rows: [(id: Int32, parent: Int32, text: String)] = []

  mutating func add(id: Int32, parent: Int32, _ text: String) {
    rows.append((id, parent, text))
  }

  var text: String {
    rows.isEmpty ? "" : "QUERY PLAN\n" + lines(below: 0, indent: "", depth: 0)
  }

  private func lines(below parent: Int32, indent: String, depth: Int) -> String {
    let children = rows.filter { $0.parent == parent }
    guard depth < 100 else { return "" }
    return children.enumerated().map { index, row in
      let isLast = index == children.count - 1
      return indent + (isLast ? "`--" : "|--") + row.text + "\n"
        + lines(below: row.id, indent: indent + (isLast ? "   " : "|  "), depth: depth + 1)
    }.joined()
  }
}
