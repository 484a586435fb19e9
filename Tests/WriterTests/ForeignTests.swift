import Foundation
import TestSupport
import Testing

/// What is not ours in an output is never changed, and nothing outside is written.
@Suite struct ForeignTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Changes a finished output, beside which stands the folder `outside`.
    let prepare: @Sendable (Scratch) throws -> Void
    /// A part of what the build says; nil when it goes well.
    let refusal: String?

    init(_ name: String, refusal: String?, _ prepare: @escaping @Sendable (Scratch) throws -> Void) {
      testDescription = name
      self.refusal = refusal
      self.prepare = prepare
    }
  }

  private static let page = "out/modules/workflows/demo/README.html"
  private static let stalePage = "out/modules/workflows/demo/rules/guide.html"
  private static let manifest = "out/.augury-manifest"

  static let cases = [
    Case("a file and a folder beside ours", refusal: nil) {
      try $0.put("out/modules/mine.txt", "mine")
      try $0.makeFolder("out/empty")
    },
    Case("a link to the outside beside ours", refusal: nil) { try $0.link("out/link", to: "../outside") },
    Case("a stale page edited by hand", refusal: nil) { try $0.put(stalePage, "mine") },
    Case("a file where a folder has to be", refusal: "out/assets/flat is in the way and was changed") {
      try $0.put("out/assets/flat", "mine")
    },
    Case("a file in a folder that has to go", refusal: "out/assets/deep/inner/mine.txt exists and was not written by augury") {
      try $0.put("out/assets/deep/inner/mine.txt", "mine")
    },
    Case("an empty folder in a folder that has to go", refusal: "out/assets/deep/mine exists and was not written by augury") {
      try $0.makeFolder("out/assets/deep/mine")
    },
    Case("an edited file in a folder that has to go", refusal: "out/assets/deep/inner/note.txt is in the way and was changed") {
      try $0.put("out/assets/deep/inner/note.txt", "mine")
    },
    Case("a folder in place of a page", refusal: "\(page) is in the way") {
      $0.remove(page)
      try $0.put("\(page)/mine.txt", "mine")
    },
    Case("a link in place of a page", refusal: "\(page) is a symbolic link") {
      $0.remove(page)
      try $0.link(page, to: $0["outside/secret"])
    },
    Case("a link in place of a folder", refusal: "out/modules is a symbolic link") {
      try $0.rename("out/modules", to: "outside/modules")
      try $0.link("out/modules", to: $0["outside/modules"])
    },
    Case("a link in place of a folder that has to go", refusal: "out/assets/deep is a symbolic link") {
      try $0.rename("out/assets/deep", to: "outside/deep")
      try $0.link("out/assets/deep", to: $0["outside/deep"])
    },
    Case("a link in place of the manifest", refusal: "cannot open \(manifest)") {
      try $0.rename(manifest, to: "outside/manifest")
      try $0.link(manifest, to: $0["outside/manifest"])
    },
    Case("a folder in place of the manifest", refusal: "cannot read \(manifest): not a regular file") {
      $0.remove(manifest)
      try $0.put("\(manifest)/mine.txt", "mine")
    },
    Case("a damaged manifest", refusal: "\(manifest) is not a manifest of augury") { try $0.put(manifest, "augury-mani") },
    Case("a manifest with a path to the outside", refusal: "\(manifest) is not a manifest of augury") {
      try $0.put(manifest, "augury-manifest 2\n\n6 0 ../outside/secret\n")
    },
    Case("a manifest with an absolute path", refusal: "\(manifest) is not a manifest of augury") {
      try $0.put(manifest, "augury-manifest 2\n\n6 0 \($0["outside/secret"])\n")
    },
    Case("a journal with paths to the outside", refusal: nil) {
      try $0.put("\(manifest).next", "augury-journal 1\n../outside/secret\n\($0["outside/secret"])\n")
    },
    Case("a link in place of the temporary file", refusal: nil) { try $0.link("\(manifest).part", to: $0["outside/secret"]) },
    Case("a link in place of the journal", refusal: "cannot open \(manifest).next") {
      try $0.put("outside/journal", "augury-journal 1\nindex.html\n")
      try $0.link("\(manifest).next", to: $0["outside/journal"])
    },
  ]

  @Test(arguments: cases)
  func `nothing of somebody else's is changed`(_ kind: Case) throws {
    let place = try Place()
    try place.build()
    let ours = try place.content()
    try place.scratch.put("outside/secret", "secret")
    try kind.prepare(place.scratch)
    let outside = try place.content("outside")
    let before = try place.content()
    try place.put(Place.turnedLibrary)
    let ending = try place.build()
    #expect(try place.content("outside") == outside)
    let after = try place.content()
    if let refusal = kind.refusal {
      #expect(ending.code == 3)
      #expect(ending.talk.contains(refusal), "\(ending.talk)")
      #expect(after == before, "a refusal changes nothing")
    } else {
      #expect(ending.code == 0, "\(ending.talk)")
      var expected = try Place.clean(Place.turnedLibrary)
      for (path, bytes) in before where bytes != ours[path] && !path.hasPrefix(".augury-manifest.") {
        expected[path] = bytes
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty, expected[folder] == nil { expected[folder] = .some(nil) }
      }
      for path in before.keys where ours[path] == nil && !path.hasPrefix(".augury-manifest.") { expected[path] = before[path] }
      #expect(after == expected)
    }
  }

  @Test(arguments: ["out", "out/below/a/file"])
  func `an output that cannot be a folder is refused`(output: String) throws {
    let place = try Place()
    try place.scratch.put("out", "mine")
    let ending = try place.build("--output", output)
    #expect(ending.code == 3)
    #expect(ending.talk.contains("augury: cannot "))
    #expect(place.scratch.text("out") == "mine")
  }
}
