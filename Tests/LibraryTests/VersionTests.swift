import Library
import Testing

/// Semantic versions and the ranges that npm writes. What is right was taken from the examples of semver.org and of node-semver.
@Suite struct VersionTests {
  @Test(arguments: [
    "0.0.4", "1.2.3", "10.20.30", "1.1.2-prerelease+meta", "1.1.2+meta", "1.0.0-alpha.beta.1", "1.0.0-alpha.0valid", "1.0.0-rc.1+build.1",
    "2.0.0+build.1848", "1.0.0-0A.is.legal", "1.0.0+0.build.1-rc.10000aaa-kk-0.1", "1.2.3----RC-SNAPSHOT.12.9.1--.12",
    "99999999999999999999999.999999999999999999.99999999999999999", "1.0.0--",
  ])
  func `what the grammar allows is a version`(text: String) {
    #expect(Version(text) != nil)
  }

  @Test(arguments: [
    "", "1", "1.2", "v1.2.3", "1.2.3.4", "01.1.1", "1.01.1", "1.1.01", "1.2.3-0123", "1.2.3-0123.0123", "1.1.2+.123", "+invalid",
    "-invalid",
    "1.0.0-alpha_beta", "1.0.0-alpha..1", "1.2.3-", "1.2.3+", "1.2.3+a+b", "1.2.x", "1.2.3 ", " 1.2.3", "1..3", "1.2.3-é", "1,2,3", "alpha",
    "2025-01-15",
  ])
  func `everything else is none`(text: String) {
    #expect(Version(text) == nil)
  }

  @Test func `versions are in the order of the specification`() {
    let ordered = [
      "0.9.9", "1.0.0-1", "1.0.0-9", "1.0.0-10", "1.0.0-99999999999999999999", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta",
      "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0",
    ].compactMap(Version.init)
    #expect(ordered.count == 17)
    #expect(ordered.reversed().sorted() == ordered)
    #expect(Version("1.0.0+a") == Version("1.0.0+b"))
    #expect(Version("1.0.0-rc.1+x")?.description == "1.0.0-rc.1")
  }

  @Test(arguments: [
    ("*", "0.0.1 99.0.0 1.0.0-rc", ""), ("", "1.2.3", ""), ("x", "1.2.3", ""), ("1.2.3", "1.2.3 1.2.3+b", "1.2.4 1.2.3-rc"),
    ("=1.2.3", "1.2.3", "1.2.4"), ("v1.2.3", "1.2.3", "1.2.4"), ("1", "1.0.0 1.9.9", "0.9.9 2.0.0 2.0.0-rc"),
    ("1.2", "1.2.0 1.2.9", "1.3.0 1.1.9"), ("1.x", "1.0.0 1.9.9", "2.0.0"), ("1.2.X", "1.2.7", "1.3.0"), ("1.*", "1.5.0", "2.0.0"),
    ("^1.2.3", "1.2.3 1.9.0", "1.2.2 2.0.0 2.0.0-rc 1.5.0-rc"), ("^0.2.3", "0.2.3 0.2.9", "0.3.0 0.2.2"),
    ("^0.0.3", "0.0.3", "0.0.4 0.0.2"),
    ("^1.2", "1.2.0 1.9.0", "1.1.0 2.0.0"), ("^0.0", "0.0.9", "0.1.0"), ("^0", "0.9.0", "1.0.0"), ("^1.x", "1.0.0 1.9.9", "2.0.0"),
    ("^1.2.3-beta.2", "1.2.3-beta.2 1.2.3-beta.4 1.2.3 1.3.0", "1.2.4-beta.2 1.2.3-beta.1"),
    ("~1.2.3", "1.2.3 1.2.9", "1.3.0 1.2.2"), ("~1.2", "1.2.0 1.2.9", "1.3.0"), ("~1", "1.0.0 1.9.0", "2.0.0"), ("~>1.2", "1.2.5", "1.3.0"),
    (">=1.2 <2", "1.2.0 1.9.9", "1.1.9 2.0.0 2.0.0-rc"), (">=1.2,<2", "1.2.0", "2.0.0"), (">= 1.2, < 2", "1.2.0", "2.0.0"),
    (">1.2", "1.3.0", "1.2.9 1.2.0"), (">1", "2.0.0", "1.9.9"), (">1.2.3", "1.2.4", "1.2.3"), ("<=1.2", "1.2.9 0.1.0", "1.3.0"),
    ("<=1", "1.9.9", "2.0.0"), ("<=1.2.3", "1.2.3", "1.2.4"), ("<1.2", "1.1.9", "1.2.0 1.2.0-rc"), ("<*", "", "0.0.0 1.0.0"),
    (">=*", "1.0.0", ""), ("1.2 - 1.4", "1.2.0 1.4.9", "1.1.9 1.5.0"), ("1.2.3 - 2.3.4", "1.2.3 2.3.4", "2.3.5"),
    ("^1 || ^3", "1.5.0 3.0.0", "2.0.0"), ("<1||>=2.1", "0.5.0 2.1.0", "1.0.0 2.0.9"), ("^1.2.3 ", "1.2.3", "2.0.0"),
    ("<99999999999999999999.0.0", "1.0.0", ""), ("^99999999999999999999.0.0", "", "1.0.0"),
  ])
  func `a range holds what npm says`(range: String, inside: String, outside: String) throws {
    let range = try #require(VersionRange(range))
    for version in inside.split(separator: " ") { #expect(range.contains(try #require(Version(String(version)))), "\(version)") }
    for version in outside.split(separator: " ") { #expect(!range.contains(try #require(Version(String(version)))), "\(version)") }
  }

  @Test(arguments: [
    "latest", "workspace:*", "^", ">=", "> >1", "1.2.3.4", "^^1", "=>1.0", "1 -", "- 1", "1 - 2 - 3", "a || b", "1.x-rc",
    "https://example.org/x.tgz",
    "one", "1.0.0 beta", "01.0.0",
  ])
  func `what is no range is not guessed at`(text: String) {
    #expect(VersionRange(text) == nil)
  }

  @Test func `a range without end is none`() {
    #expect(VersionRange(String(repeating: "1||", count: 100_000)) == nil)
  }
}
