import Foundation
import TestSupport
import Testing

/// Commands that write into a library: they lose nothing that somebody else wrote there, and leave nothing half.
@Suite struct EditingTests {
  private static let commands = [["count", "--write"], ["check", "--fix"], ["check", "--write-baseline"]]
  private static let readme = "lib/workflows/demo/README.md"
  private static let baseline = "lib/augury-baseline.json"
  private static let files = [readme, "lib/workflows/demo/module.json", baseline]

  /// The sound library with a count that is no longer true, and room for more.
  private static let stale: [String: String] = {
    var files = Place.library
    files["workflows/demo/rules/guide.md"]? += "\nOne line more.\n"
    return files
  }()

  private static func words(_ command: [String]) -> [String] { [Tool.path] + command + ["--library", "lib"] }

  private func run(_ command: [String], in place: Place, _ environment: [String: String] = [:]) throws -> Program.Ending {
    try Program.run(Self.words(command), in: place.scratch.path, environment: environment)
  }

  private func texts(_ place: Place) -> [String?] { Self.files.map { place.scratch.text($0) } }

  @Test(arguments: commands, ["printf 'mine' >> %f", "printf 'mine' > new; mv new %f", "rm %f"])
  func `what somebody saves in the meantime is kept`(command: [String], save: String) throws {
    let place = try Place(Self.stale)
    let file = command.contains("--write-baseline") ? Self.baseline : Self.readme
    if file == Self.baseline { _ = try run(command, in: place) }
    let saved = try #require(place.scratch.text(file))
    let shim = try Shim.environment("change", in: place.scratch)
    let settings = ["CHANGE": save.replacing("%f", with: file), "CHANGE_AT": ".augury-new"]
    let ending = try run(command, in: place, shim.merging(settings) { $1 })
    #expect(ending.code == 3)
    #expect(ending.talk.contains("cannot write \(file): it changed since it was read; run again"), "\(ending.talk)")
    #expect(place.scratch.text(file) == (save.hasPrefix("rm") ? nil : save.contains(">>") ? saved + "mine" : "mine"))
    #expect(try !place.scratch.paths().contains { $0.hasSuffix(".augury-new") })
  }

  @Test func `a baseline that somebody else has written first is kept`() throws {
    let place = try Place(Self.stale)
    let shim = try Shim.environment("change", in: place.scratch)
    let settings = ["CHANGE": "printf '{}' > \(Self.baseline)", "CHANGE_AT": ".augury-new"]
    #expect(try run(["check", "--write-baseline"], in: place, shim.merging(settings) { $1 }).code == 3)
    #expect(place.scratch.text(Self.baseline) == "{}")
  }

  @Test(arguments: commands)
  func `several at once do what one does`(command: [String]) throws {
    let place = try Place(Self.stale)
    _ = try run(command, in: place)
    let expected = texts(place)
    for round in 0..<8 {
      try place.put(Self.stale)
      let together = try (0..<4).map { _ in try Program(Self.words(command), in: place.scratch.path) }
      let endings = together.map { $0.wait() }
      #expect(endings.contains { $0.code != 3 }, "round \(round)")
      for ending in endings where ending.code == 3 { #expect(ending.talk.contains("; run again"), "\(ending.talk)") }
      #expect(texts(place) == expected, "round \(round): \(endings.map(\.talk))")
    }
  }

  @Test(arguments: commands)
  func `a command that was stopped anywhere leaves each file old or new, and the next completes it`(command: [String]) throws {
    let place = try Place(Self.stale)
    let shim = try Shim.environment("stop", in: place.scratch)
    let old = texts(place)
    _ = try run(command, in: place)
    let new = texts(place)
    #expect(new != old)
    for count in 1... {
      try place.put(Self.stale)
      let ending = try run(command, in: place, shim.merging(["STOP_AFTER": "\(count)"]) { $1 })
      if ending.code != nil { return #expect(count > 2) }
      for (text, both) in zip(texts(place), zip(old, new)) { #expect(text == both.0 || text == both.1, "after \(count) changes") }
      _ = try run(command, in: place)
      #expect(texts(place) == new, "after \(count) changes")
      #expect(try !place.scratch.paths().contains { $0.hasSuffix(".augury-new") }, "after \(count) changes")
    }
  }

  @Test func `a file keeps its permissions, and its owner where root may give it back`() throws {
    let place = try Place(Self.stale)
    chmod(place.scratch[Self.readme], 0o600)
    let isRoot = getuid() == 0
    if isRoot { chown(place.scratch[Self.readme], 65_534, 65_534) }
    #expect(try run(["count", "--write"], in: place).code == 0)
    #expect(place.scratch.text(Self.readme) != Self.stale["workflows/demo/README.md"])
    var status = stat()
    #expect(stat(place.scratch[Self.readme], &status) == 0 && status.st_mode & 0o7777 == 0o600)
    #expect(status.st_uid == (isRoot ? 65_534 : getuid()) && (!isRoot || status.st_gid == 65_534))
  }
}
