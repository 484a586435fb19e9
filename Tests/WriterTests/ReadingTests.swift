import Foundation
import TestSupport
import Testing

/// A library that somebody writes to while it is read.
@Suite struct ReadingTests {
  private static let guide = "lib/workflows/demo/rules/guide.md"

  /// What somebody does when half of the guide was read, or before its folder is listed.
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let command: String
    var place = guide

    static let seen = [
      Change(testDescription: "it grows", command: "printf 'More.\\n' >> \(guide)"),
      Change(testDescription: "it is cut", command: "truncate -s 5 \(guide)"),
      Change(testDescription: "it is emptied", command: ": > \(guide)"),
      Change(testDescription: "it is written anew, as long as it was", command: "tr a-z A-Z < \(guide) > new; cat new > \(guide); rm new"),
      Change(testDescription: "its folder moves", command: "mv lib/workflows/demo/rules lib/workflows/demo/moved", place: "demo/rules"),
      Change(testDescription: "its folder goes", command: "rm -r lib/workflows/demo/rules", place: "demo/rules"),
    ]
    /// After these the file that is being read is whole, though nobody finds it any more.
    static let unseen = [
      Change(testDescription: "another takes its place", command: "printf '# New\\n' > new; mv new \(guide)"),
      Change(testDescription: "it is removed", command: "rm \(guide)"),
    ]
  }

  private func build(_ change: Change, times: Int = 1, in place: Place) throws -> Program.Ending {
    let shim = try Shim.environment("change", in: place.scratch)
    let settings = ["CHANGE": change.command, "CHANGE_AT": change.place, "CHANGE_TIMES": "\(times)"]
    return try place.build(environment: shim.merging(settings) { $1 })
  }

  @Test(arguments: Change.seen)
  func `a library that comes to rest is built as it is then`(_ change: Change) throws {
    let place = try Place()
    let ending = try build(change, in: place)
    #expect(ending.code == 0, "\(ending.talk)")
    let built = try place.content()
    place.scratch.remove("out")
    try place.build()
    #expect(try place.content() == built)
    #expect(try built != Place.clean(Place.library), "the change was not made")
  }

  @Test(arguments: Change.unseen)
  func `a file that is replaced while it is read is read to its end`(_ change: Change) throws {
    let place = try Place()
    #expect(try build(change, in: place).code == 0)
    #expect(try place.content() == Place.clean(Place.library))
    try place.build()
    #expect(try place.content() != Place.clean(Place.library), "the change was not made")
  }

  @Test func `a file that never comes to rest is a failure, and nothing is written`() throws {
    let place = try Place()
    let ending = try build(Change.seen[0], times: 1_000, in: place)
    #expect(ending.code == 3)
    #expect(ending.talk.contains("cannot read \(Self.guide): it changed while it was read; run again"), "\(ending.talk)")
    #expect(!FileManager.default.fileExists(atPath: place.scratch["out"]))
  }

  @Test(arguments: ["cp %s %g", "cp %s new && mv new %g"])
  func `a build beside somebody who saves has a whole page or says that it has not`(save: String) throws {
    // Short enough for `cp` to write at once: half a text that rests between two of its writes cannot be told from a whole one.
    let texts = ["# One\n\n" + String(repeating: "one ", count: 30_000), "# Two\n\n" + String(repeating: "two ", count: 20_000), ""]
    let page = "modules/workflows/demo/rules/guide.html"
    let pages = try texts.map { text in
      try Place.clean(Place.library.merging(["workflows/demo/rules/guide.md": text]) { $1 })[page]
    }
    let place = try Place()
    for (index, text) in texts.enumerated() { try place.scratch.put("text\(index)", text) }
    let saves = (0...1).map { save.replacing("%s", with: "text\($0)").replacing("%g", with: Self.guide) }.joined(separator: "; ")
    let editor = try Program(["sh", "-c", "while :; do \(saves); done"], in: place.scratch.path)
    defer {
      editor.kill()
      editor.wait()
    }
    for round in 0..<12 {
      let ending = try place.build()
      #expect(ending.code == 0 || ending.code == 3 && ending.talk.contains("while"), "\(ending.talk)")
      if ending.code == 0 { #expect(try pages.contains(place.content()[page]), "round \(round)") }
    }
  }
}
