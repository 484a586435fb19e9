import Foundation
import TestSupport
import Testing

/// A disk that is full or read-only. It is a tmpfs in a mount namespace of its own, which needs root or user namespaces.
@Suite(.enabled(if: Mounting.isPossible, "mounting needs root or user namespaces (unshare)"))
struct DiskTests {
  /// Runs shell commands with a tmpfs of 2 MiB at `out`; `$build` builds.
  private func run(_ script: String, in place: Place) throws -> Program.Ending {
    let build = Place.command.joined(separator: " ")
    let start = "set -u; mount -t tmpfs -o size=2m,mode=755 none out; build='\(build)'\n"
    try place.scratch.makeFolder("out")
    return try Program.run(Mounting.namespace + ["sh", "-c", start + script], in: place.scratch.path)
  }

  @Test(arguments: [0, 1, 2, 3, 5, 8])
  func `a full disk leaves nothing half, and the next build completes`(freePages: Int) throws {
    let place = try Place()
    let ending = try run(
      """
      cat /dev/zero > out/ballast 2>/dev/null
      truncate -s -$((\(freePages) * 4096)) out/ballast
      $build; [ $? = 3 ] || echo "wrong exit code" >&2
      cp -r out full; rm full/ballast out/ballast
      $build || exit 9
      cp -r out freed
      """,
      in: place
    )
    #expect(ending.code == 0, "\(ending.talk)")
    #expect(ending.talk.contains("No space left on device"))
    #expect(!ending.talk.contains("wrong exit code"))
    let clean = try Place.clean(Place.library)
    for (path, bytes) in try place.content("full") where bytes != nil && path != ".augury-manifest.next" {
      #expect(bytes == clean[path], "\(path) is half")
    }
    #expect(try place.content("freed") == clean)
  }

  @Test(arguments: ["count --write", "check --fix", "check --write-baseline", "check --report json=out/report.json"])
  func `a full disk costs no file of the library`(command: String) throws {
    let place = try Place()
    let ending = try run(
      """
      cp -r lib out/; echo more >> out/lib/workflows/demo/rules/guide.md; cp -r out/lib before
      cat /dev/zero > out/ballast 2>/dev/null
      \(Tool.path) \(command) --library out/lib; code=$?
      cp -r out/lib after; exit $code
      """,
      in: place
    )
    #expect(ending.code == 3)
    #expect(ending.talk.contains("No space left on device"), "\(ending.talk)")
    #expect(try place.content("after") == place.content("before"))
  }

  @Test func `a read-only output is refused and named`() throws {
    let place = try Place()
    try place.put(Place.turnedLibrary, in: "turned")
    let ending = try run(
      """
      $build; mount -o remount,ro out; rm -r lib; mv turned lib
      $build; code=$?
      cp -r out seen; exit $code
      """,
      in: place
    )
    #expect(ending.code == 3)
    #expect(ending.talk.contains("Read-only file system"))
    #expect(try place.content("seen") == Place.clean(Place.library))
  }
}
