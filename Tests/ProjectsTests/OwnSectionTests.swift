import Testing

@testable import Projects

@Suite struct OwnSectionTests {
  private static let first = OwnSection.lines(Array("one\n".utf8))
  private static let second = OwnSection.lines(Array("two\nlines\n".utf8))

  @Test(arguments: [
    "", "a", "a\n", "a\n\n", "a\r\nb\r\n", "a\r\nb", "\u{FEFF}", "\u{FEFF}a\n", "\n", "\r\n",
    "a\rb", "a\r", "\r", "a\nb\r", "a\r\nb\r", "no end: ü",
  ])
  func `a section comes, changes and goes, and the rest stays to the byte`(text: String) throws {
    let bytes = Array(text.utf8)
    let added = try OwnSection(in: bytes).replaced(with: Self.first)
    let section = try OwnSection(in: added)
    #expect(section.holds(Self.first) && section.trace == .intact && added.starts(with: bytes))
    let changed = try OwnSection(in: section.replaced(with: Self.second))
    #expect(changed.holds(Self.second) && changed.trace == .intact)
    #expect(changed.removed == bytes)
  }

  @Test func `what stands behind the section stays`() throws {
    let behind = Array("\nmore\nand more".utf8)
    let bytes = try OwnSection(in: Array("a\n".utf8)).replaced(with: Self.first) + behind
    let changed = try OwnSection(in: bytes).replaced(with: Self.second)
    #expect(changed.suffix(behind.count).elementsEqual(behind) && changed.starts(with: Array("a\n\n<!-- augury:begin ".utf8)))
    #expect(try OwnSection(in: changed).removed == Array("a\n".utf8) + behind)
  }

  @Test func `a section at the end may have lost its last line end`() throws {
    let bytes = Array(Self.first.dropLast())
    let section = try OwnSection(in: bytes)
    #expect(section.holds(Self.first) && section.trace == .intact)
    #expect(section.replaced(with: Self.second) == Array(Self.second.dropLast()))
  }

  @Test(arguments: ["one", "augury:begin 0", "made"])
  func `an edit of the text or of the hash shows`(word: String) throws {
    let text = String(decoding: Self.first, as: UTF8.self)
    let edited = word == "one" ? text.replacing("one", with: "One") : text.replacing("augury:begin ", with: "augury:begin x")
    #expect(try OwnSection(in: Array(edited.utf8)).trace == .edited)
  }
}
