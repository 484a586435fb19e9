import Files
import Highlight
import Library
import Markdown
import TestSupport
import Testing

/// Pygments as the judge: what it and we say of the same code.
@Suite(.enabled(if: Readers.isWanted, "there is no .build/python; .ci/python makes it")) struct OracleTests {
  /// The least share of the visible characters that have to be in the same class.
  private static let least = 0.97

  /// What Pygments calls the SQL of an engine, where it is not that of PostgreSQL.
  private static let dialects = [(engine: "mysql", lexer: "mysql"), (engine: "sqlserver", lexer: "tsql")]

  @Test(arguments: [
    ("sql", "postgresql", "postgresql.sql"),
    ("sql", "mysql", "mysql.sql"),
    ("sql", "tsql", "sqlserver.sql"),
    ("sql", "postgresql", "sqlite.sql"),
    ("json", "json", "sample.json"),
    ("yaml", "yaml", "sample.yaml"),
    ("bash", "bash", "sample.sh"),
    ("python", "python", "sample.py"),
    ("javascript", "javascript", "sample.js"),
    ("typescript", "typescript", "sample.ts"),
    ("cypher", "cypher", "sample.cypher"),
  ]) func `our own samples are told apart as Pygments does`(language: String, lexer: String, file: String) throws {
    let text = try Loader.read(Repository.root + "/Tests/Fixtures/highlight").file(file)?.text ?? ""
    let oracle = try Oracle(comparing: [Sample(language: language, lexer: lexer, text: text)])
    #expect(oracle.visible > 900 && oracle.share >= Self.least, "\(oracle.share) of \(oracle.visible)\n\(oracle.differences)")
  }

  @Test(arguments: [("sql", "postgresql"), ("python", "python"), ("cypher", "cypher"), ("sh", "bash")])
  func `the fences of the library are told apart as Pygments does`(
    language: String,
    lexer: String
  ) throws {
    let samples = try Repository.library("content").pages.flatMap { page in
      page.blocks.codeBlocks.compactMap { node -> Sample? in
        guard case .codeBlock(let text, let literal, _) = page.document.nodes[node].kind else { return nil }
        let info = page.document.string(text)
        guard info.prefix(while: { $0 != " " }) == language else { return nil }
        let dialect = Self.dialects.first { info.contains("engine=\($0.engine)") }?.lexer
        return Sample(language: language, lexer: dialect ?? lexer, text: page.document.string(literal))
      }
    }
    let oracle = try Oracle(comparing: samples)
    #expect(oracle.share >= Self.least, "\(oracle.share) of \(oracle.visible)\n\(oracle.differences)")
  }
}
