import Files
import Glibc
import TestSupport
import Testing

@Suite struct SourceTreeTests {
  private let folder = try? Scratch()

  @Test func `lists everything in the order of the paths and reads what is wanted`() throws {
    let folder = try #require(folder)
    for name in ["a/x.md", "a-b/y.md", "a.md", ".git/config", "node_modules/m/x.md", "a/.hidden", "big", "é.md"] {
      try folder.put(name, name)
    }
    let tree = try SourceTree.read(root: folder.path) { entries in Set(entries.map(\.path).filter { $0.hasSuffix(".md") }) }
    #expect(tree.entries.map(\.path) == ["a", "a-b", "a-b/y.md", "a.md", "a/x.md", "big", "é.md"])
    #expect(tree.files.map(\.path) == ["a-b/y.md", "a.md", "a/x.md", "é.md"])
    #expect(tree.file("a/x.md")?.text == "a/x.md")
    #expect(tree.file("big") == nil && tree.file("zzz") == nil && tree.file("") == nil)
    #expect(tree.entries.first { $0.path == "big" }?.kind == .file(size: 3))
  }

  @Test(.timeLimit(.minutes(1)))
  func `neither follows links nor waits for a pipe`() throws {
    let folder = try #require(folder)
    try folder.put("d/x", "x")
    try folder.link("loop", to: ".")
    try folder.link("out", to: "/etc")
    try folder.link("x", to: "d/x")
    try folder.makePipe("pipe")
    let tree = try SourceTree.read(root: folder.path) { Set($0.map(\.path)) }
    #expect(
      tree.entries == [
        .init(path: "d", kind: .folder), .init(path: "d/x", kind: .file(size: 1)), .init(path: "loop", kind: .symbolicLink),
        .init(path: "out", kind: .symbolicLink), .init(path: "pipe", kind: .special), .init(path: "x", kind: .symbolicLink),
      ]
    )
    #expect(throws: MachineFailure.self) { try FileSystem.read(folder["pipe"], limit: 10) }
    #expect(throws: MachineFailure.self) { try FileSystem.read(folder["x"], limit: 10) }
  }

  @Test func `does not read a file above the limit`() throws {
    let folder = try #require(folder)
    let size = SourceTree.maximumFileSize + 1
    try folder.makeSparse("large", size: size)
    let tree = try SourceTree.read(root: folder.path) { Set($0.map(\.path)) }
    #expect(tree.entries == [.init(path: "large", kind: .tooLarge(size: size))])
    #expect(tree.files.isEmpty)
  }

  @Test func `reads anew when a file vanishes`() throws {
    let folder = try #require(folder)
    try folder.put("a", "1")
    try folder.put("b", "2")
    let tree = try SourceTree.read(root: folder.path) { entries in
      folder.remove("a")
      return Set(entries.map(\.path))
    }
    #expect(tree.entries == [.init(path: "b", kind: .file(size: 1))])
    #expect(tree.files.map(\.path) == ["b"])
  }

  @Test func `gives up on a folder that does not come to rest`() throws {
    let folder = try #require(folder)
    try folder.put("0", "x")
    var attempts = 0
    let failure = #expect(throws: MachineFailure.self) {
      try SourceTree.read(root: folder.path) { entries in
        attempts += 1
        try? folder.rename("\(attempts - 1)", to: "\(attempts)")
        return Set(entries.map(\.path))
      }
    }
    #expect(failure?.description == "cannot read \(folder["2"]): it vanished while the library was read; run again")
    #expect(attempts == 3)
  }

  @Test func `reports a name that is not UTF-8`() throws {
    let folder = try #require(folder)
    let descriptor = Array((folder.path + "/a").utf8CString.dropLast() + [-1, 0]).withUnsafeBufferPointer {
      $0.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o644) } ?? -1
    }
    #expect(close(descriptor) == 0)
    let tree = try SourceTree.read(root: folder.path) { Set($0.map(\.path)) }
    #expect(tree.entries == [.init(path: "a\u{FFFD}", kind: .badName("a file name that is not UTF-8"))])
  }

  @Test func `stops at 64 folders inside one another`() throws {
    let folder = try #require(folder)
    try folder.put(String(repeating: "d/", count: 70) + "x", "x")
    let tree = try SourceTree.read(root: folder.path) { _ in [] }
    #expect(tree.entries.count == 64)
    #expect(tree.entries.last?.kind == .tooDeep)
  }

  @Test(arguments: ["missing", "file"])
  func `fails on a root that is no folder`(name: String) throws {
    let folder = try #require(folder)
    try folder.put("file", "")
    let failure = #expect(throws: MachineFailure.self) { try SourceTree.read(root: folder[name]) { _ in [] } }
    #expect(failure?.description == "cannot read \(folder[name]): not a folder")
  }

  @Test func `a tree in memory has the folders of its paths`() {
    let tree = SourceTree(files: ["a/b/c": [1], "a-b": []])
    #expect(tree.entries.map(\.path) == ["a", "a-b", "a/b", "a/b/c"])
    #expect(tree.file("a/b/c")?.bytes == [1])
  }
}
