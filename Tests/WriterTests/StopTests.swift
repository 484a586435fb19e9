import Foundation
import TestSupport
import Testing

/// Stops a build after each of its changes to the disk; the next one completes it.
@Suite struct StopTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The library of the build before; none for an empty folder.
    let before: [String: String]?
    let stopped: [String: String]
    /// The library of the build that follows the stopped one.
    let after: [String: String]

    static let all = [
      Case(testDescription: "first build", before: nil, stopped: Place.library, after: Place.library),
      Case(
        testDescription: "files edited, removed, turned",
        before: Place.library,
        stopped: Place.turnedLibrary,
        after: Place.turnedLibrary
      ),
      Case(testDescription: "edit taken back", before: Place.library, stopped: Place.turnedLibrary, after: Place.library),
    ]
  }

  private static let foreign = ["mine.txt", "modules/mine.txt"]

  @Test(arguments: Case.all)
  func `a build that was stopped anywhere is whole, and the next completes it`(_ kind: Case) throws {
    let place = try Place(kind.before ?? kind.stopped)
    let shim = try Shim.environment("stop", in: place.scratch)
    for path in Self.foreign { try place.scratch.put("before/\(path)", "foreign") }
    if kind.before != nil {
      try place.restore("before")
      try place.build()
      place.scratch.remove("before")
      try place.scratch.copy("out", to: "before")
    }
    let old = try kind.before.map { try Place.clean($0) } ?? [:]
    let new = try Place.clean(kind.stopped)
    var expected = try Place.clean(kind.after)
    for path in Self.foreign { expected[path] = Data("foreign".utf8) }

    var count = 0
    while true {
      count += 1
      try place.put(kind.stopped)
      try place.restore("before")
      let ending = try place.build(environment: shim.merging(["STOP_AFTER": "\(count)"]) { $1 })
      if ending.code != nil { break }
      for (path, bytes) in try place.content() where bytes != nil && !path.hasPrefix(".augury-manifest.") {
        let isWhole = bytes == old[path] || bytes == new[path] || bytes == Data("foreign".utf8)
        #expect(isWhole, "\(path) is half after \(count) changes")
      }
      let isUnfinished = try place.content().keys.contains { $0.hasPrefix(".augury-manifest.") }
      try place.put(kind.after)
      let next = try place.build()
      #expect(next.code == 0, "after \(count) changes: \(next.talk)")
      #expect(!(isUnfinished && next.talk.contains("nothing changed")), "after \(count) changes")
      #expect(try place.content() == expected, "after \(count) changes")
    }
    #expect(count > 10)
  }
}
