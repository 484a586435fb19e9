import Foundation
import TestSupport
import Testing

/// What a second build does.
@Suite struct RebuildTests {
  typealias Edit = @Sendable (inout [String: String]) -> Void

  static let edits: [Edit] = [
    { $0["workflows/demo/rules/guide.md"]? += "\nOne line more.\n" },
    { $0["workflows/demo/rules/second.md"] = "# Second\n\n- See [the first](guide.md).\n" },
    { $0["workflows/demo/rules/third.md"] = $0.removeValue(forKey: "workflows/demo/rules/second.md") },
    { $0["workflows/demo/rules/third.md"] = nil },
    { $0["workflows/other/module.json"] = $0["workflows/demo/module.json"]?.replacing("demo", with: "other") },
    { $0["workflows/other/README.md"] = "# Other\n" },
    { $0["workflows/renamed/README.md"] = $0.removeValue(forKey: "workflows/other/README.md") },
    { $0["workflows/renamed/module.json"] = $0.removeValue(forKey: "workflows/other/module.json") },
    { files in files.keys.filter { $0.hasPrefix("workflows/renamed") }.forEach { files[$0] = nil } },
    { $0["augury.yml"]? += "budgets: { module: 10 }\n" },
    { $0["site/site.yml"] = "title: Another title\n" },
    { $0["templates/site/footer.mustache"] = "<footer>Mine</footer>\n" },
    { $0["site/assets/augury.css"] = "body { color: black }\n" },
  ]

  @Test func `a rebuild after any edit makes the same bytes as a build into an empty folder`() throws {
    let place = try Place()
    var library = Place.library
    try place.build()
    for (index, edit) in Self.edits.enumerated() {
      edit(&library)
      try place.put(library)
      #expect(try !place.build().talk.contains("nothing changed"), "edit \(index)")
      #expect(try place.content() == Place.clean(library), "edit \(index)")
    }
  }

  @Test func `nothing is touched when nothing changed`() throws {
    let place = try Place()
    try place.build()
    let before = try marks(of: place)
    try place.put(Place.library)
    #expect(try place.build().talk.contains("nothing changed"))
    #expect(try marks(of: place) == before)
  }

  @Test func `an edit touches only what depends on it`() throws {
    let place = try Place()
    try place.build()
    let before = try marks(of: place)
    let old = try place.content()
    try place.put(Place.editedLibrary)
    try place.build()
    let new = try place.content()
    let after = try marks(of: place)
    #expect(new.keys.filter { after[$0] == before[$0] }.sorted() == new.keys.filter { new[$0] == old[$0] }.sorted())
  }

  @Test(arguments: ["", "half"])
  func `a file that is gone or truncated is made again`(rest: String) throws {
    let place = try Place()
    try place.build()
    let whole = try place.content()
    place.scratch.remove("out/index.html")
    if !rest.isEmpty { try place.scratch.put("out/index.html", rest) }
    #expect(try !place.build().talk.contains("nothing changed"))
    #expect(try place.content() == whole)
  }

  @Test func `another address makes another site`() throws {
    let place = try Place()
    try place.build()
    #expect(try !place.build("--base-url", "https://example.org/a/").talk.contains("nothing changed"))
    #expect(try place.content() == Place.clean(Place.library, "--base-url", "https://example.org/a/"))
    #expect(try place.build("--base-url", "https://example.org/a/").talk.contains("nothing changed"))
  }

  @Test func `another program builds anew`() throws {
    let place = try Place()
    try place.build()
    var program = try Data(contentsOf: URL(fileURLWithPath: Tool.path))
    // The note that holds the build id: name size 4, description size 20, type 3, "GNU" (ELF, "Note Section").
    let note = try #require(program.range(of: Data([4, 0, 0, 0, 20, 0, 0, 0, 3, 0, 0, 0, 0x47, 0x4E, 0x55, 0])))
    program[note.upperBound] ^= 1
    try place.scratch.put("augury", bytes: Array(program), mode: 0o755)
    let ending = try Program.run([place.scratch["augury"]] + Place.arguments, in: place.scratch.path)
    #expect(ending.talk.contains("0 files written"))
  }

  /// Inode and time of change of every file and folder.
  private func marks(of place: Place) throws -> [String: String] {
    var marks: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: place.scratch["out"]) {
      let attributes = try FileManager.default.attributesOfItem(atPath: place.scratch["out/\(name)"])
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      let time = (attributes[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate
      marks[name] = "\(attributes[.systemFileNumber] ?? "") \(time ?? 0)"
    }
    return marks
  }
}
