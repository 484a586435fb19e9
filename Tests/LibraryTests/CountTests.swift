import Diagnostics
import Files
import Library
import TestSupport
import Testing

/// What a character is, what is counted, and the number that counts itself.
@Suite struct CountTests {
  @Test(arguments: [
    ("", 0, 0, 0, 0), ("abc d\n", 6, 6, 6, 2), ("é", 1, 1, 2, 1), ("e\u{301}", 2, 2, 3, 1), ("🧮", 1, 2, 4, 1),
    ("👩‍👩‍👧", 5, 8, 18, 1), ("\r\n", 2, 2, 2, 0), ("\u{FEFF}a", 2, 2, 4, 1),
  ])
  func `characters are Unicode scalars, beside UTF-16 units and bytes`(text: String, scalars: Int, utf16: Int, bytes: Int, words: Int) {
    let count = TextCount(SourceFile(path: "a.md", bytes: Array(text.utf8)))
    #expect([count.characters, count.utf16, count.bytes, count.words] == [scalars, utf16, bytes, words])
  }

  @Test func `a file that is not UTF-8 counts 0 and is listed`() throws {
    let library = LibraryText("-- m/x/module.json --\n{}\n-- m/x/a.md (latin-1) --\nété").library()
    let module = try #require(library.module("m/x"))
    #expect(module.count.characters == 3 && module.count.notText == ["a.md"])
    #expect(module.count.counted.bytes == 3 + 4)
  }

  @Test func `changelog and metadata are not counted, and a module inside counts in itself only`() throws {
    let files = [
      "CHANGELOG.md": "12345", "metadata.json": "{}", "rules/CHANGELOG.md": "1234", "inner/module.json": "{}", "inner/a.md": "123",
    ]
    let module = try TestModule.module(files)
    #expect(module.count.characters == 2 + 4)
    #expect(module.count.wholeFolderUTF16 == 2 + 5 + 2 + 4)
  }

  /// A module of a certain size whose claims, in `module.json` and in README, state 0.
  private func module(fill: Int, claims: Int) throws -> Module {
    let readme = claims > 1 ? "# R\n\n## Character Count\n\n~0 characters\n" : "# R\n"
    let json = claims > 0 ? #"{"augment":{"characterCount":0}}"# : "{}"
    return try TestModule.module(["module.json": json, "README.md": readme, "fill.txt": String(repeating: "x", count: fill)])
  }

  @Test(arguments: 0...2)
  func `the stated number counts itself, over every size up to 12,000`(claims: Int) throws {
    let base = try module(fill: 0, claims: claims)
    let rest = base.count.characters - claims
    // Every size is judged through the same arithmetic that a module uses; the sizes at the digits' boundaries by real modules.
    for size in 0...12_000 {
      let number = CountFixedPoint.characters(rest: size, claims: claims)
      #expect(number == size + claims * String(number).count)
    }
    for number in [97, 98, 99, 100, 101, 102, 998, 999, 1000, 1001, 9998, 9999, 10_000, 10_001, 10_002] where number > rest + 10 {
      let module = try module(fill: number - rest, claims: claims)
      let stated = module.statedCount
      var files = Dictionary(uniqueKeysWithValues: ["module.json", "README.md", "fill.txt"].map { ($0, "") })
      for name in files.keys {
        let path = "workflows/x/\(name)"
        let source = SourceFile(path: path, bytes: try #require(bytes(of: name, fill: number - rest, claims: claims)))
        files[name] = String(decoding: Edits.applied(module.countFixes, to: source), as: UTF8.self)
      }
      let written = try TestModule.module(files)
      #expect(written.count.characters == stated)
      #expect(written.countFixes == [] && written.claims.allSatisfy { $0.value == stated })
    }
  }

  private func bytes(of name: String, fill: Int, claims: Int) -> [UInt8]? {
    switch name {
    case "module.json": Array((claims > 0 ? #"{"augment":{"characterCount":0}}"# : "{}").utf8)
    case "README.md": Array((claims > 1 ? "# R\n\n## Character Count\n\n~0 characters\n" : "# R\n").utf8)
    case "fill.txt": Array(repeating: UInt8(ascii: "x"), count: fill)
    default: nil
    }
  }

  @Test func `where two numbers count themselves right, the one that is stated stays`() throws {
    // 2 claims and 95 other characters: 99 and 101 are both right.
    let text = { (number: Int) in
      [
        "module.json": #"{"characterCount":\#(number)}"#, "README.md": "## Character Count\n\n~\(number) characters\n",
        "fill.txt": String(repeating: "x", count: 95 - 19 - 33),
      ]
    }
    let low = try TestModule.module(text(99))
    let high = try TestModule.module(text(101))
    #expect(low.count.characters == 99 && low.statedCount == 99 && low.countFixes == [])
    #expect(high.count.characters == 101 && high.statedCount == 101 && high.countFixes == [])
  }

  @Test(arguments: [
    ("~1,234 characters", 1234, "~1,234 characters"),
    ("1234 characters", 1234, "1234 characters"),
    ("**~1234 characters**", 1234, "**~1234 characters**"),
    ("~1234 characters across 7 files", 1234, "~1234 characters"),
    ("~0 characters (to be calculated after all files are created)", nil, "~0 characters (to be calculated after all files are created)"),
    ("~0 characters", 0, "~0 characters"),
    ("**Total**: ~0 characters (to be calculated)", nil, "~0 characters (to be calculated)"),
    ("**Total:** ~12 characters of text", 12, "~12 characters"),
    ("Total: 1,234 characters", 1234, "1,234 characters"),
  ])
  func `a README states its count in the first line under the heading`(line: String, value: Int?, text: String) throws {
    let module = try TestModule.module(readme: "# R\n\n## Character Count\n\n\(line)\nand more\n\n## Next\n")
    let claim = try #require(module.claims.first)
    #expect(claim.value == value)
    #expect(try #require(module.readme).source.text(claim.range) == text)
  }

  @Test(arguments: [
    "The guides have about 5,000 characters.", "~ characters", "99999999999999999999 characters", "- ~5 characters", "5 words",
    "See below: the guides have 5 characters.",
  ])
  func `an author's own sentence is no claim and is never replaced`(line: String) throws {
    #expect(try TestModule.module(readme: "## Character Count\n\n\(line)\n").claims.count == 0)
  }

  @Test func `an accepted form that is right is left alone`() throws {
    let readme = "## Character Count\n\n1,2 characters\n"
    let fill = String(repeating: "x", count: 1)
    var module = try TestModule.module(["module.json": "{}", "README.md": readme, "f.txt": fill])
    let right = module.count.characters
    module = try TestModule.module(["module.json": "{}", "README.md": readme.replacing("1,2", with: "\(right)"), "f.txt": fill + "x"])
    #expect(module.statedCount == right && module.countFixes == [])
  }
}
