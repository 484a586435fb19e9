import Foundation
import Glibc
import TestSupport
import Testing

/// Two builds into one output take turns.
@Suite struct TogetherTests {
  @Test func `two builds that start together leave what one makes`() throws {
    let place = try Place()
    let clean = try Place.clean(Place.library)
    for round in 0..<20 {
      try place.restore("nothing")
      let both = [try Program(Place.command, in: place.scratch.path), try Program(Place.command, in: place.scratch.path)]
      for ending in both.map({ $0.wait() }) { #expect(ending.code == 0, "round \(round): \(ending.talk)") }
      #expect(try place.content() == clean, "round \(round)")
    }
  }

  @Test func `a build waits for another and says so`() throws {
    let place = try Place()
    try place.scratch.makeFolder("out")
    let lock = open(place.scratch["out"], O_RDONLY | O_DIRECTORY)
    #expect(flock(lock, LOCK_EX) == 0)
    let build = try Program(Place.command, in: place.scratch.path)
    while build.isRunning, !build.talk.contains("another build is writing into out; waiting for it") { usleep(1000) }
    #expect(build.isRunning)
    #expect(try place.content().isEmpty)
    close(lock)
    #expect(build.wait().code == 0)
    #expect(try place.content() == Place.clean(Place.library))
  }
}
