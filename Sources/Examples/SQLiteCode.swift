/// The names of SQLite's result codes (https://sqlite.org/rescode.html), since the library has no function for them.
enum SQLiteCode {
  private static let primary: [Int32: String] = [
    1: "ERROR", 2: "INTERNAL", 3: "PERM", 4: "ABORT", 5: "BUSY", 6: "LOCKED", 7: "NOMEM", 8: "READONLY", 9: "INTERRUPT", 10: "IOERR",
    11: "CORRUPT", 12: "NOTFOUND", 13: "FULL", 14: "CANTOPEN", 15: "PROTOCOL", 16: "EMPTY", 17: "SCHEMA", 18: "TOOBIG", 19: "CONSTRAINT",
    20: "MISMATCH", 21: "MISUSE", 22: "NOLFS", 23: "AUTH", 24: "FORMAT", 25: "RANGE", 26: "NOTADB",
  ]
  private static let constraints: [Int32: String] = [
    1: "CHECK", 2: "COMMITHOOK", 3: "FOREIGNKEY", 4: "FUNCTION", 5: "NOTNULL", 6: "PRIMARYKEY", 7: "TRIGGER", 8: "UNIQUE", 9: "VTAB",
    10: "ROWID", 11: "PINNED", 12: "DATATYPE",
  ]

  /// `SQLITE_CONSTRAINT_UNIQUE` for 2067, `SQLITE_BUSY` for 5; nil for other extended codes than those of constraints.
  static func name(_ code: Int32) -> String? {
    guard let name = primary[code & 0xFF] else { return nil }
    if code <= 0xFF { return "SQLITE_" + name }
    return code & 0xFF == 19 ? constraints[code >> 8].map { "SQLITE_CONSTRAINT_" + $0 } : nil
  }
}
