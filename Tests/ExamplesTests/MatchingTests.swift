import enum Library.Expectation
import Testing

@testable import Examples

/// What counts as the output that a result block describes.
@Suite struct MatchingTests {
  private func matches(_ expected: String, _ output: String, as expectation: String = "rows", masks: [Mask] = []) throws -> Bool {
    var matching = Matching()
    let kinds: [String: Expectation] = ["rows": .rows, "sorted": .sortedRows, "plan": .plan]
    return matching.matches(expected, output, as: try #require(kinds[expectation]), masks: masks)
  }

  @Test(arguments: [
    ("a\nb\n", "a\nb"), ("a", "a  \r\n\n\n"), ("...", ""), ("a\n...\nd", "a\nb\nc\nd"), ("a\n...", "a"), ("...\nb\n...\nb", "b\nx\nb"),
    ("id <*>", "id 42"), ("<a> and <a>", "7 and 7"), ("<a>\n<b>\n<a>", "1\n2\n1"),
  ]) func `it matches`(_ expected: String, _ output: String) throws {
    #expect(try matches(expected, output))
  }

  @Test(arguments: [
    ("a\nb", "b\na"), ("a", "a\nb"), ("a\nb", "a"), ("", "a"), ("a\n...\nd", "a\nb"), ("<a> and <a>", "7 and 8"),
    ("<a>\n<b>\n<a>", "1\n2\n2"),
    ("a b", "a  b"),
  ]) func `it does not match`(_ expected: String, _ output: String) throws {
    #expect(try !matches(expected, output))
  }

  @Test func `sorted rows are those in any order, each as often`() throws {
    #expect(try matches("b\na\na", "a\nb\na", as: "sorted"))
    #expect(try !matches("b\na", "a\nb\na", as: "sorted"))
  }

  @Test func `the lines of a plan occur in their order as parts of lines`() throws {
    let plan = "Sort\n  ->  Index Scan using a_idx on a\n        Index Cond: (id = 1)"
    #expect(try matches("Index Scan using <*> on a\nIndex Cond", plan, as: "plan"))
    #expect(try !matches("Index Cond\nIndex Scan", plan, as: "plan"))
    #expect(try !matches("Seq Scan", plan, as: "plan"))
  }

  @Test func `a masked number is any number, and nothing else is`() throws {
    let masks = [Mask("actual time=", "..")]
    #expect(try matches("Scan (actual time=0.1..2)", "Scan (actual time=17.25..2)", masks: masks))
    #expect(try !matches("Scan (actual time=0.1..2)", "Scan (actual time=17.25..3)", masks: masks))
    #expect(try !matches("Scan (actual time=0.1..2)", "Scan (actual time=x..2)", masks: masks))
  }

  @Test func `a long output is compared in the end`() throws {
    let lines = Array(repeating: "x", count: 3_000).joined(separator: "\n")
    #expect(try !matches("...\nx\n...\nx\n...\ny", lines))
  }
}
