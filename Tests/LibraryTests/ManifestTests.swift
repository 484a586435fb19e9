import Files
import JSON
import Library
import TestSupport
import Testing

/// Every shape of `module.json` seen in public modules.
@Suite struct ManifestTests {
  private func manifest(_ json: String) -> Manifest {
    Manifest(SourceFile(path: "workflows/x/module.json", bytes: Array(json.utf8)))
  }

  @Test(arguments: [
    (#"{"dependencies": ["a/b", "c/d"]}"#, ["a/b", "c/d"], [nil, nil]),
    (#"{"dependencies": {"a/b": "^1.0", "c/d": {}}}"#, ["a/b", "c/d"], ["^1.0", nil]),
    (#"{"dependencies": {}}"#, [], []),
    (#"{"dependencies": [1, "a/b", null]}"#, ["a/b"], [nil]),
    (#"{"dependencies": "a/b"}"#, [], []),
  ])
  func `dependencies are an array or an object`(json: String, ids: [String], ranges: [String?]) {
    let manifest = manifest(json)
    #expect(manifest.dependencies.map(\.id) == ids)
    #expect(manifest.dependencies.map(\.range?.value) == ranges)
    #expect(manifest.dependencies.allSatisfy { manifest.source.text($0.span) == "\"\($0.id)\"" })
  }

  @Test(arguments: [
    (#"{"tags": ["a"], "keywords": ["b"]}"#, ["a"]),
    (#"{"keywords": ["b", 1]}"#, ["b"]),
    (#"{"tags": "a"}"#, []),
    ("[]", []),
    ("", []),
    (#"{"tags": ["a""#, ["a"]),
  ])
  func `tags are tags, else keywords`(json: String, tags: [String]) {
    #expect(manifest(json).tags.map(\.value) == tags)
  }

  @Test(arguments: [
    (#"{"augment": {"characterCount": 5}}"#, [5]),
    (#"{"characterCount": 6}"#, [6]),
    (#"{"characterCount": 6, "augment": {"characterCount": 5}}"#, [5, 6]),
    (#"{"augment": {"characterCount": "5"}}"#, [nil]),
    (#"{"augment": {"characterCount": null}}"#, [nil]),
    (#"{"augment": {"characterCount": {}}}"#, []),
    (#"{"augment": 5}"#, []),
  ])
  func `counts are found at both places`(json: String, values: [Int?]) {
    #expect(manifest(json).characterCounts.map(\.int) == values)
  }

  @Test func `a module without a usable manifest still has a name and a page`() throws {
    let module = try TestModule.module(["module.json": "", "README.md": "# Title\n"])
    #expect(module.title == "Title" && module.category == "workflows")
    #expect(module.claims.isEmpty && !module.manifest.faults.isEmpty)
    let bare = try TestModule.module(["module.json": "{}"])
    #expect(bare.title == "x" && bare.pages.isEmpty)
  }

  @Test func `modules lie at any depth, in one another, and under any name`() {
    let files = [
      "a/module.json", "a/README.md", "a/b/c/d/e/module.json", "a/b/notes.md", "a/b/c/d/e/README.md", "über uns/x y/module.json",
      "über uns/x y/README.md", "loose/README.md",
    ]
    let library = LibraryText(files.map { "-- \($0) --\n{}" }.joined(separator: "\n")).library()
    #expect(library.modules.map(\.id) == ["a", "a/b/c/d/e", "über uns/x y"])
    #expect(
      library.modules.map(\.files) == [
        ["README.md", "b/notes.md", "module.json"], ["README.md", "module.json"], ["README.md", "module.json"],
      ]
    )
    #expect(library.module(containing: "a/b/c/d/e/README.md")?.id == "a/b/c/d/e")
    #expect(library.module(containing: "a/b/c/other.md")?.id == "a")
    #expect(library.module(containing: "loose/README.md")?.id == nil)
  }

  @Test func `the library itself may be the module`() throws {
    let library = LibraryText("-- module.json --\n{}\n-- README.md --\n# R\n\n[g](rules/g.md)\n-- rules/g.md --\n# G").library()
    let module = try #require(library.module(""))
    #expect(module.label == "." && module.title == "R")
    #expect(module.files == ["README.md", "module.json", "rules/g.md"])
    #expect(library.references.map(\.target) == [.page("rules/g.md", anchor: nil)])
    #expect(library.module(containing: "rules/g.md")?.id == "")
  }
}
