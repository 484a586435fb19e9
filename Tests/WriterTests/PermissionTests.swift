import Files
import Foundation
import TestSupport
import Testing

/// What we may write, and who may read what was written.
@Suite struct PermissionTests {
  @Test(arguments: [("022", 0o644, 0o755), ("002", 0o664, 0o775), ("077", 0o600, 0o700)] as [(String, mode_t, mode_t)])
  func `new files and folders have the permissions that the umask leaves`(mask: String, file: mode_t, folder: mode_t) throws {
    let place = try Place()
    let commands = [
      Place.command.joined(separator: " "), "\(Tool.path) check --library lib --report json=report.json --fail-on never",
      "\(Tool.path) check --library lib --write-baseline --fail-on never",
    ]
    let ending = try Program.run(["sh", "-ec", "umask \(mask)\n" + commands.joined(separator: "\n")], in: place.scratch.path)
    #expect(ending.code == 0, "\(ending.talk)")
    #expect(try place.scratch.mode("out") == folder)
    for (path, kind) in try place.scratch.kinds(below: "out") {
      #expect(try place.scratch.mode(path) == (kind == .folder ? folder : file), "\(path)")
    }
    #expect(try place.scratch.mode("report.json") == file)
    #expect(try place.scratch.mode("lib/augury-baseline.json") == file)
  }

  /// Root may write everywhere, so root becomes somebody else.
  @Test func `a folder of the output that may not be written is named, and the next build completes`() throws {
    let place = try Place()
    try place.put(Place.turnedLibrary, in: "turned")
    try place.scratch.put("augury", bytes: Array(try Data(contentsOf: URL(fileURLWithPath: Tool.path))), mode: 0o755)
    let script = """
      build='./augury \(Place.arguments.joined(separator: " "))'; folder=out/modules/workflows/demo
      $build; rm -r lib; mv turned lib; chmod 555 $folder
      $build; [ $? = 3 ] || echo "wrong exit code" >&2
      cp -r out half; chmod -R u+w out half
      $build
      """
    let somebody = getuid() == 0 ? ["setpriv", "--reuid=65534", "--clear-groups"] : []
    if getuid() == 0 { _ = try Program.run(["chown", "-R", "65534", place.scratch.path]) }
    let ending = try Program.run(somebody + ["sh", "-c", script], in: place.scratch.path)
    #expect(ending.code == 0 && !ending.talk.contains("wrong exit code"), "\(ending.talk)")
    #expect(ending.talk.contains("out/modules/workflows/demo/") && ending.talk.contains("Permission denied"), "\(ending.talk)")
    let (old, new) = (try Place.clean(Place.library), try Place.clean(Place.turnedLibrary))
    for (path, bytes) in try place.content("half") where bytes != nil && !path.hasPrefix(".augury-manifest.") {
      #expect(bytes == old[path] || bytes == new[path], "\(path) is half")
    }
    #expect(try place.content() == new)
  }
}
