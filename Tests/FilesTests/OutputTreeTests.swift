import Files
import Glibc
import TestSupport
import Testing

@Suite struct OutputTreeTests {
  private let folder = try? Scratch()

  private func tree(_ name: String = "out") throws -> (OutputTree, Scratch) {
    let folder = try #require(folder)
    return (OutputTree(root: folder[name]), folder)
  }

  private func files(_ contents: KeyValuePairs<String, String>) -> [OutputFile] {
    contents.map { OutputFile(path: $0.key, text: $0.value) }
  }

  @Test func `writes files into folders that it makes, and a manifest`() throws {
    let (tree, folder) = try tree("a/b/out")
    let summary = try tree.write(files(["b/c.html": "C", "a.html": ""]))
    #expect(summary.written == ["b/c.html", "a.html"])
    #expect(try folder.paths() == ["a/b/out/.augury-manifest", "a/b/out/a.html", "a/b/out/b/c.html"])
    let lines = folder.text("a/b/out/.augury-manifest")?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    #expect(lines.prefix(2) == ["augury-manifest 2", ""])
    let entries = lines.dropFirst(2).map { $0.split(separator: " ") }
    #expect(entries.map { $0.first ?? "" } == ["0", "1", ""] && entries.map { $0.last ?? "" } == ["a.html", "b/c.html", ""])
    #expect(entries.prefix(2).allSatisfy { $0.count == 3 && $0[1].count == 16 })
  }

  @Test func `leaves unchanged files alone`() throws {
    let (tree, folder) = try tree()
    _ = try tree.write(files(["a": "1", "b": "2"]))
    let names = [".augury-manifest", "a", "b"]
    for name in names { setOld(folder["out/" + name]) }
    #expect(try tree.write(files(["a": "1", "b": "2"])).unchanged == 2)
    #expect(names.map { isOld(folder["out/" + $0]) } == [true, true, true])
    #expect(try tree.write(files(["a": "1", "b": "3"])).written == ["b"])
    #expect(names.map { isOld(folder["out/" + $0]) } == [false, true, false])
  }

  @Test func `removes files of the last run and the folders that this empties`() throws {
    let (tree, folder) = try tree()
    _ = try tree.write(files(["a": "1", "x/y/b": "2", "x/c": "3"]))
    try folder.put("out/x/mine", "m")
    let summary = try tree.write(files(["a": "1"]))
    #expect(summary.removed == ["x/c", "x/y/b"])
    #expect(try folder.paths() == ["out/.augury-manifest", "out/a", "out/x/mine"])
    #expect(try FileSystem.kind(of: folder["out/x/y"]) == nil)
  }

  @Test func `keeps a file of the last run that was edited`() throws {
    let (tree, folder) = try tree()
    _ = try tree.write(files(["a": "1", "b": "2"]))
    try folder.put("out/b", "z")
    let summary = try tree.write(files(["a": "1"]))
    #expect(summary.kept == ["b"])
    #expect(summary.removed == [])
    #expect(folder.text("out/b") == "z")
  }

  @Test func `overwrites its own files when they were edited`() throws {
    let (tree, folder) = try tree()
    _ = try tree.write(files(["a": "1"]))
    try folder.put("out/a", "z")
    #expect(try tree.write(files(["a": "1"])).written == ["a"])
    #expect(folder.text("out/a") == "1")
  }

  @Test func `refuses to overwrite what it did not write, before it changes anything`() throws {
    let (tree, folder) = try tree()
    try folder.put("out/b", "foreign")
    try folder.put("out/other", "foreign")
    let failure = #expect(throws: MachineFailure.self) { try tree.write(files(["a": "1", "b": "2"])) }
    #expect(failure?.description == "\(folder["out/b"]) exists and was not written by augury")
    #expect(try folder.paths() == ["out/b", "out/other"])
  }

  @Test func `takes over a foreign file of the same content`() throws {
    let (tree, folder) = try tree()
    try folder.put("out/b", "2")
    #expect(try tree.write(files(["b": "2"])).unchanged == 1)
    #expect(try tree.write(files([:])).removed == ["b"])
    #expect(try folder.paths() == ["out/.augury-manifest"])
  }

  @Test(arguments: ["out/a", "out/a/b"])
  func `refuses symbolic links`(link: String) throws {
    let (tree, folder) = try tree()
    try folder.put("elsewhere/b", "secret")
    try folder.put("out/x", "")
    if link == "out/a/b" { try folder.put("out/a/x", "") }
    try folder.link(link, to: folder[link == "out/a" ? "elsewhere" : "elsewhere/b"])
    let failure = #expect(throws: MachineFailure.self) { try tree.write(files(["a/b": "2"])) }
    #expect(failure?.description.contains("\(folder[link]) is a symbolic link") == true)
    #expect(throws: MachineFailure.self) { try tree.compare(files(["a/b": "2"])) }
    #expect(folder.text("elsewhere/b") == "secret")
  }

  @Test func `does not delete through a symbolic link`() throws {
    let (tree, folder) = try tree()
    _ = try tree.write(files(["a/b": "2", "c": "3"]))
    try folder.put("elsewhere/b", "2")
    folder.remove("out/a")
    try folder.link("out/a", to: folder["elsewhere"])
    #expect(throws: MachineFailure.self) { try tree.write(files(["c": "3"])) }
    #expect(folder.text("elsewhere/b") == "2")
  }

  @Test func `the folder itself may be a symbolic link`() throws {
    let (tree, folder) = try tree("link")
    try folder.put("real/x", "")
    try folder.link("link", to: folder["real"])
    _ = try tree.write(files(["a": "1"]))
    #expect(folder.text("real/a") == "1")
  }

  @Test func `a file becomes a folder and a folder a file`() throws {
    let (tree, folder) = try tree()
    _ = try tree.write(files(["a": "1", "b/c/d": "2"]))
    #expect(try tree.write(files(["a/x": "1", "b": "2"])).removed == ["a", "b/c/d"])
    #expect(try folder.paths() == ["out/.augury-manifest", "out/a/x", "out/b"])
  }

  @Test(arguments: ["out", "out/a", "out/a/b/c.html/x"])
  func `names what stands in the way`(obstacle: String) throws {
    let (tree, folder) = try tree()
    try folder.put(obstacle, "foreign")
    let failure = #expect(throws: MachineFailure.self) { try tree.write(files(["a/b/c.html": "1"])) }
    #expect(failure?.description.contains(folder[obstacle == "out/a/b/c.html/x" ? "out/a/b/c.html" : obstacle]) == true)
    #expect(try folder.paths() == [obstacle])
  }

  @Test func `gives the reason of the system`() {
    let failure = #expect(throws: MachineFailure.self) { try OutputTree(root: "/proc/augury").write([]) }
    #expect(failure?.description.hasPrefix("cannot make the folder /proc/augury: ") == true)
  }

  @Test(arguments: ["../a", "a/../../b", "/a", "a//b", "", "a/", ".", "a\nb", "a\0b", ".augury-manifest", ".augury-manifest.next"])
  func `refuses paths outside the folder`(path: String) throws {
    let (tree, folder) = try tree()
    #expect(throws: MachineFailure.self) { try tree.write([OutputFile(path: path, text: "")]) }
    #expect(try folder.paths() == [])
  }

  @Test(arguments: [["a", "a"], ["a", "a/b"], ["a/b/c", "a"]])
  func `refuses two files at one place`(paths: [String]) throws {
    let (tree, _) = try tree()
    #expect(throws: MachineFailure.self) { try tree.write(paths.map { OutputFile(path: $0, text: "") }) }
  }

  @Test(arguments: [
    "augury-manifest 1\n", "", "augury-manifest 2\n\n1 0 ../x\n", "augury-manifest 2\n\n1 0 /etc/x\n", "augury-manifest 2\n\nx",
  ])
  func `refuses a manifest that is not its own`(text: String) throws {
    let (tree, folder) = try tree()
    try folder.put("out/.augury-manifest", text)
    #expect(throws: MachineFailure.self) { try tree.write(files(["a": "1"])) }
    #expect(try folder.paths() == ["out/.augury-manifest"])
  }

  @Test func `compares without touching anything`() throws {
    let (tree, folder) = try tree()
    #expect(try tree.compare(files(["a": "1"])) == [.init(path: "a", kind: .missing)])
    #expect(try folder.paths() == [])
    _ = try tree.write(files(["a": "1", "b": "2", "z": "3"]))
    #expect(try tree.compare(files(["a": "1", "b": "2", "z": "3"])) == [])
    let before = try folder.paths()
    let expected: [OutputTree.Difference] = [
      .init(path: "a", kind: .stale), .init(path: "b", kind: .different), .init(path: "c/d", kind: .missing),
    ]
    #expect(try tree.compare(files(["c/d": "4", "z": "3", "b": "9"])) == expected)
    #expect(try folder.paths() == before)
  }

  @Test func `completes a run that was interrupted`() throws {
    let (tree, folder) = try tree()
    _ = try tree.write(files(["a": "1", "b": "2"]))
    // An interrupted run had changed a, made c, and was about to make d and to remove b.
    try folder.put("out/.augury-manifest.next", "augury-journal 1\na\nc\nd\n")
    try folder.put("out/.augury-manifest.part", "hal")
    try folder.put("out/a", "one")
    try folder.put("out/c", "three")
    #expect(try tree.compare(files(["a": "one"])).map(\.path) == ["b", "c"])
    let summary = try tree.write(files(["a": "two", "d": "4"]))
    #expect(summary.written == ["a", "d"])
    #expect(summary.removed == ["b", "c"])
    #expect(try folder.paths() == ["out/.augury-manifest", "out/a", "out/d"])
  }

  private func setOld(_ path: String) {
    let times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
    _ = utimensat(AT_FDCWD, path, times, 0)
  }

  private func isOld(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mtim.tv_sec == 1
  }
}
