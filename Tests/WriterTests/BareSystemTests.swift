import TestSupport
import Testing

/// A system that lacks what others have, as a chroot or a small container does.
@Suite struct BareSystemTests {
  @Test(
    .enabled(if: Mounting.isPossible, "mounting needs root or user namespaces (unshare)"),
    arguments: [["--version"], ["check", "--library", "lib"], Place.arguments]
  )
  func `without /proc a command says so and does not seem to have passed`(arguments: [String]) throws {
    let place = try Place()
    let script = "mount -t tmpfs none /proc && exec \"$@\""
    let ending = try Program.run(Mounting.namespace + ["sh", "-c", script, "sh", Tool.path] + arguments, in: place.scratch.path)
    #expect(ending.code == 3)
    #expect(ending.out == "")
    #expect(ending.talk == "augury: cannot read the command line: /proc is not mounted\n")
  }

  @Test func `no variable of the environment is needed`() throws {
    let place = try Place()
    let ending = try Program.run(["env", "-i"] + Place.command, in: place.scratch.path)
    #expect(ending.code == 0, "\(ending.talk)")
    #expect(try place.content() == Place.clean(Place.library))
  }
}
