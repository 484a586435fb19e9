import Library
import TestSupport
import Testing

@testable import Examples

/// The parser of T-SQL: it tells what is no T-SQL by its number, runs nothing, and says no more than that the syntax was checked.
@Suite(.enabled(if: EngineTests.set == "all", "SQL Server's parser is one of the engines of `make verify`")) struct ParserTests {
  private func run(_ fences: (attributes: String, code: String)...) throws -> [String] {
    try EngineTests.outcomes(
      of: "# Page\n" + fences.map { "\n```sql engine=sqlserver\($0.attributes)\n\($0.code)\n```\n" }.joined(),
      fenceTime: .seconds(20)
    )
  }

  @Test func `batches that are T-SQL are checked, and nothing more is said`() throws {
    let outcomes = try run(("", "CREATE TABLE #t (id int);\nGO\nSELECT TOP (5) * FROM #t WITH (READPAST);"))
    #expect(outcomes == ["syntax checked: ScriptDom TSql150"])
  }

  @Test func `what is no T-SQL has its number and its line`() throws {
    #expect(try run((" expect=error:46010", "SELECT * FORM t;")) == ["syntax checked: ScriptDom TSql150"])
    let wrong = try run(("", "SELECT 1;\nSELECT * FORM t;"))
    #expect(wrong[0].hasPrefix("failed: error 46010") && wrong[0].contains("Line 2"), "\(wrong)")
  }

  @Test func `a parser that dies in the middle is a failure`() throws {
    let deep = "SELECT \(String(repeating: "(", count: 100_000))1\(String(repeating: ")", count: 100_000));"
    let outcomes = try run(("", deep), ("", "SELECT 1;"))
    #expect(outcomes.allSatisfy { $0.hasPrefix("failed: ") }, "\(outcomes)")
  }
}
