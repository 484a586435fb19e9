import Diagnostics
import Testing

/// What somebody probably meant.
@Suite struct SpellingTests {
  private static let names = ["broken-link", "broken-anchor", "budget", "trees", "a"]

  @Test(arguments: [
    ("broken-lnik", "broken-link"), ("Broken-Link", "broken-link"), ("budgte", "budget"), ("tres", "trees"), ("b", "a"),
  ])
  func `a slip leads to the name`(name: String, meant: String) {
    #expect(Spelling.nearest(to: name, among: SpellingTests.names) == meant)
    #expect(Spelling.suggestion(for: name, among: SpellingTests.names) == "; did you mean `\(meant)`?")
  }

  @Test(arguments: ["", "something-else", "zzzzzz", String(repeating: "budget", count: 50)])
  func `nothing near is no suggestion`(name: String) {
    #expect(Spelling.nearest(to: name, among: SpellingTests.names.filter { $0 != "a" }) == nil)
    #expect(Spelling.suggestion(for: name, among: ["far away"]) == "")
  }

  @Test(arguments: [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("größe", "grosse", 3), ("ca", "abc", 3)])
  func `the distance counts insertions, deletions, replacements and swaps`(left: String, right: String, distance: Int) {
    #expect(Spelling.distance(left, right) == distance)
    #expect(Spelling.distance(right, left) == distance)
  }

  @Test func `of equally near names the first in the alphabet wins`() {
    #expect(Spelling.nearest(to: "cat", among: ["hat", "bat"]) == "bat")
  }

  @Test func `very long names cost nothing`() {
    let long = String(repeating: "x", count: 1_000_000)
    #expect(Spelling.nearest(to: long, among: [long + "y"]) == nil)
    #expect(Spelling.nearest(to: "x", among: [long]) == nil)
  }
}
