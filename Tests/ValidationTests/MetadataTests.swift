import Diagnostics
import Files
import Library
import TestSupport
import Testing
import Validation

/// What stands in `module.json`: each fault once, at its place, and nothing said of what is an author's own.
@Suite struct MetadataTests {
  /// The findings in `module.json` of the sound module with some of its text replaced, as `rule: headline`.
  private func said(_ text: String, _ replacement: String, preset: String = "augx", files: String = "") throws -> [String] {
    try findings(text, replacement, preset: preset, files: files).map { "\($0.rule): \($0.headline)" }
  }

  private func findings(
    _ text: String,
    _ replacement: String,
    preset: String = "augx",
    files: String = "",
    select: [String] = []
  ) throws -> [Finding] {
    var changes = LibraryText("-- augury.yml --\npreset: \(preset)\n\(files)")
    let path = "workflows/demo/module.json"
    let sound = try #require(LibraryText(SoundModule.text).files[path].map { String(decoding: $0, as: UTF8.self) })
    try #require(sound.contains(text))
    changes.files[path] = Array(sound.replacing(text, with: replacement).utf8)
    let library = SoundModule.with(changes).library()
    let findings = try Check(select: select, ignore: ["stale-character-count"]).findings(in: library)
    #expect(Pipeline.misplaced(findings, in: library) == [])
    return findings
  }

  // MARK: Right

  @Test(arguments: [
    #""tags": ["demo"], "author": { "name": "x" }, "license": null, "categories": [{ "id": "web", "name": "Web (net/http, gorilla/mux)" }]"#,
    #""tags": ["demo"], "$schema": "https://example.org/module.json", "language": "sql", "engines": { "node": ">=14" }"#,
    #""tags": ["demo"], "contents": { "rules": ["guide.md"], "examples": ["first.md"], "optionalExamples": ["gone.sql"] }"#,
    #""tags": ["demo"], "contents": ["README.md - the front page", "rules/guide.md: how", "examples/first.md (an example)", "and more to come"]"#,
    #""tags": ["demo"], "contents": { "topics": ["Node.js", "ASP.NET", "v1.2", "naming"], "rules": "rules/", "count": 5 }"#,
    #""tags": ["demo"], "files": ["rules/*.md", "examples/", "workflows/demo/README.md", "./README.md", "https://example.org/a.md"]"#,
    #""tags": ["demo"], "contents": { "guides": [{ "path": "rules/guide.md", "title": "x.md" }] }"#,
    #""tags": ["demo"], "contents": { "rules": ["guide.md (optional)", "later.md - optional, for large projects"] }"#,
    #""tags": ["demo"], "features": ["a.md"], "repository": "https://example.org/r", "installation": "optional""#,
    #""tags": ["demo"], "features": { "a": { "enabled": true } }, "repository": { "url": "x" }, "installation": { "required": false }"#,
    #""tags": ["demo"], "installation": { "steps": ["Run augx link domain-rules/first, then", "augx link workflows/demo"], "dependencies": [] }"#,
    #""tags": ["demo"], "installation": { "dependencies": ["node >= 18", "sqlite3"] }"#,
    #""tags": ["demo"], "installation": { "cli": "augx link demo", "manual": "augx link <module>" }"#,
    #""tags": ["demo"], "deprecated": false, "feature": "x", "features": {}"#,
    #""tags": ["demo"], "deprecated": "", "replacedBy": null"#,
    #""tags": ["Demo", "sql", "SQL server"]"#,
  ])
  func `what is right, or an author's own, is no finding`(members: String) throws {
    #expect(try said(#""tags": ["demo"]"#, members) == [])
  }

  @Test(arguments: ["0.1.0", "1.0.0-rc.1", "1.0.0+20250101", "10.20.30"])
  func `a semantic version is no finding`(version: String) throws {
    #expect(try said("1.0.0", version) == [])
  }

  @Test(arguments: [
    (#""version": "1.0.0""#, #""version": "2024.05""#), (#""type": "workflows""#, #""type": "workflow""#),
    (#""priority": "low""#, #""priority": "p1""#),
    (#""dependencies": []"#, #""dependencies": {}"#), (#""dependencies": []"#, #""dependencies": { "workflows/demo2": "*" }"#),
    (#""tags""#, #""keywords""#), ("A module that shows how one is written.", "Short."), (#""tags": ["demo"]"#, #""priority": 5"#),
  ])
  func `without the house rules of the client other shapes are right`(text: String, replacement: String) throws {
    #expect(try said(text, replacement, preset: "none\nexternal: [workflows/demo2]") == [])
  }

  // MARK: Wrong

  @Test(arguments: [
    (#""type": "workflows""#, #""type": "workflow""#, ["unknown-type: `type` is `workflow`, which is no type; did you mean `workflows`?"]),
    (
      #""type": "workflows""#, #""type": "Workflows""#, ["unknown-type: `type` is `Workflows`, which is no type; did you mean `workflows`?"]
    ),
    (#""type": "workflows""#, #""type": "recipes""#, ["unknown-type: `type` is `recipes`, which is no type"]),
    (
      #""type": "workflows""#, #""type": "domain-rules""#,
      ["type-category-mismatch: `type` is `domain-rules`, but the module lies in `workflows`"]
    ),
    (
      #""priority": "low""#, #""priority": "low", "category": "domain-rules""#,
      ["type-category-mismatch: `augment.category` is `domain-rules`, but the module lies in `workflows`"]
    ),
    (#""priority": "low""#, #""priority": "low", "category": "databases""#, []),
    (#""priority": "low""#, #""priority": "hihg""#, ["unknown-priority: `augment.priority` is `hihg`; did you mean `high`?"]),
    (#""1.0.0""#, #""1.0""#, ["invalid-version: `version` is `1.0`, which is no semantic version"]),
    (#""1.0.0""#, #""01.0.0""#, ["invalid-version: `version` is `01.0.0`, which is no semantic version"]),
    (#""description""#, #""descripton""#, ["unknown-field: unknown field `descripton`; did you mean `description`?"]),
    (#""displayName""#, #""display_name""#, ["unknown-field: unknown field `display_name`; did you mean `displayName`?"]),
    (#""augment""#, #""augmnet""#, ["unknown-field: unknown field `augmnet`; did you mean `augment`?"]),
    (#""priority""#, #""priorty""#, ["unknown-field: unknown field `priorty`; did you mean `priority`?"]),
    (#""dependencies": []"#, #""dependencies": null"#, ["wrong-field-type: `dependencies` is null, not an array"]),
    (#""dependencies": []"#, #""dependencies": [5]"#, ["wrong-field-type: an element of `dependencies` is a number, not a string"]),
    (
      #"["demo"]"#, #"["demo", 1, null]"#,
      [
        "wrong-field-type: an element of `tags` is a number, not a string", "wrong-field-type: an element of `tags` is null, not a string",
      ]
    ),
    (#""tags": ["demo"]"#, #""tags": ["demo"], "keywords": ["x"]"#, ["keywords-not-tags: `keywords` beside `tags`, which alone is read"]),
    (#""tags": ["demo"]"#, #""keywords": []"#, ["keywords-not-tags: `keywords` instead of `tags`", "missing-field: `tags` is empty"]),
    (#"["demo"]"#, #"["demo", "x", "Demo"]"#, ["duplicate-entry: `Demo` stands twice in `tags`, the first time as `demo`"]),
    (#""dependencies": []"#, #""dependencies": ["workflows/demo"]"#, ["dependency-cycle: `workflows/demo` depends on itself"]),
    (
      #"["demo"],"#, #"["demo"], "installation": { "required": true, "optional": true },"#,
      [
        "contradictory-installation: `installation` is required and optional at once"
      ]
    ),
    (
      #"["demo"],"#, #"["demo"], "installation": { "dependencies": ["a/b"] },"#,
      [
        "contradictory-installation: `installation.dependencies` is not what `dependencies` says"
      ]
    ),
    (
      #"["demo"],"#, #"["demo"], "installation": { "steps": ["x", "augx link workflows/other"] },"#,
      [
        "contradictory-installation: `installation` links `workflows/other`, not this module"
      ]
    ),
    (
      #"["demo"],"#, #"["demo"], "deprecated": "It is old.","#,
      [
        "deprecated-without-replacement: `workflows/demo` is deprecated, and nothing is said to replace it"
      ]
    ),
    (
      #"["demo"],"#, #"["demo"], "deprecated": true, "replacedBy": "workflows/demmo","#,
      [
        "deprecated-without-replacement: `replacedBy` names `workflows/demmo`, which is no module of this library"
      ]
    ),
    (
      #"["demo"],"#, #"["demo"], "deprecated": { "replacedBy": "workflows/demo" },"#,
      [
        "deprecated-without-replacement: `replacedBy` names the module itself"
      ]
    ),
    (
      #"{ "characterCount": 0, "priority": "low" }"#, #"{ "characterCount": 0 }, "priority": "low""#,
      [
        "misplaced-field: `priority` stands at the wrong place; it belongs in `augment.priority`"
      ]
    ),
    (#""tags": ["demo"],"#, "", ["missing-field: `tags` is missing"]),
    (
      #"{ "characterCount": 0, "priority": "low" }"#, #"{ "characterCount": 0, "priority": "low", "appliesTo": { "filePattern": [] } }"#,
      [
        "unknown-field: unknown field `filePattern`; did you mean `filePatterns`?"
      ]
    ),
    (
      #"["demo"],"#, #"["demo"], "contents": { "rules": ["guide.md", "gone.md"], "examples": ["../rules/guide.md"] },"#,
      [
        "declared-file-missing: `contents.rules` lists `gone.md`, which does not exist"
      ]
    ),
    (
      #"["demo"],"#, #"["demo"], "contents": ["rules/giude.md - how", "examples/first.md"],"#,
      [
        "declared-file-missing: `contents` lists `rules/giude.md`, which does not exist; did you mean `guide.md`?"
      ]
    ),
    (
      #"["demo"],"#, #"["demo"], "contents": [{ "title": "x", "file": "rules/gone.md" }],"#,
      [
        "declared-file-missing: `contents.file` lists `rules/gone.md`, which does not exist"
      ]
    ),
    (
      #""priority": "low""#, #""priority": "low", "categories": { "web": { "description": "x", "rules": ["rules/web.md"] } }"#,
      [
        "declared-file-missing: `augment.categories.web.rules` lists `rules/web.md`, which does not exist"
      ]
    ),
    (
      #""priority": "low""#, #""priority": "low", "subModules": ["rules", { "name": "demo" }, { "path": "./deep" }]"#,
      [
        "declared-file-missing: `augment.subModules` lists `./deep`, which does not exist"
      ]
    ),
  ])
  func `what is wrong is one finding`(text: String, replacement: String, expected: [String]) throws {
    #expect(try said(text, replacement) == expected)
  }

  @Test(arguments: [
    (String(repeating: "x", count: 200), []), (String(repeating: "🧮", count: 100), []), (String(repeating: "🧮", count: 10), []),
    (String(repeating: "🧮", count: 101), ["`description` has 202 characters; at most 200 are allowed"]),
    ("A module.", ["`description` has 9 characters; at least 20 are asked for"]), ("", []),
  ])
  func `a description is measured in the client's unit`(description: String, expected: [String]) throws {
    let found = try findings("A module that shows how one is written.", description, select: ["description-length"])
    #expect(found.map(\.headline) == expected)
  }

  @Test func `a library's own types stand in place of the client's`() throws {
    #expect(try said(#""type": "workflows""#, #""type": "recipe""#, preset: "none\ntypes: [workflows, recipe]") == [])
    #expect(
      try said(#""type": "workflows""#, #""type": "recipes""#, preset: "none\ntypes: [recipe]")
        == ["unknown-type: `type` is `recipes`, which is no type; did you mean `recipe`?"]
    )
  }

  // MARK: Dependencies

  /// A library of modules that need others: id to the JSON of its dependencies.
  private func library(_ dependencies: [(id: String, needs: String)]) -> Library {
    var text = LibraryText("-- augury.yml --\npreset: none")
    for (id, needs) in dependencies {
      text.files["\(id)/module.json"] = Array(#"{ "name": "\#(id)", "version": "1.2.0", "dependencies": \#(needs) }"#.utf8)
      text.files["\(id)/README.md"] = Array("# x\n".utf8)
    }
    return text.library()
  }

  private func headlines(_ dependencies: [(id: String, needs: String)]) throws -> [String] {
    try Check().findings(in: library(dependencies)).map { "\($0.path) \($0.headline)" }
  }

  @Test func `a circle is told once, from its first module, and what leads into it is silent`() throws {
    #expect(
      try headlines([
        ("a/first", #"["a/two"]"#), ("a/four", #"["a/two"]"#), ("a/three", #"["a/four", "a/last"]"#), ("a/two", #"["a/three", "a/last"]"#),
        ("a/last", "[]"),
      ]) == ["a/four/module.json dependencies run in a circle: `a/four` needs `a/two` needs `a/three` needs `a/four`"]
    )
  }

  @Test func `two circles are two findings`() throws {
    #expect(
      try headlines([
        ("a/a", #"["a/b"]"#), ("a/b", #"["a/a", "a/c"]"#), ("a/c", #"["a/d"]"#), ("a/d", #"["a/c"]"#),
      ]) == [
        "a/a/module.json dependencies run in a circle: `a/a` needs `a/b` needs `a/a`",
        "a/c/module.json dependencies run in a circle: `a/c` needs `a/d` needs `a/c`",
      ]
    )
  }

  @Test func `diamonds are no circles`() throws {
    #expect(try headlines([("a/a", #"["a/b", "a/c"]"#), ("a/b", #"["a/d"]"#), ("a/c", #"["a/d"]"#), ("a/d", "[]")]) == [])
  }

  @Test func `a circle of thousands of modules is found at once and shown in short`() throws {
    let count = 3_000
    let library = library((0..<count).map { ("a/m\($0)", #"["a/m\#(($0 + 1) % count)"]"#) })
    let findings = try Check(select: ["dependency-cycle"]).findings(in: library)
    #expect(findings.count == 1 && (findings.first?.headline.count ?? 0) < 300)
  }

  @Test(arguments: [
    (#"{ "a/b": "^1.0.0" }"#, []), (#"{ "a/b": "*" }"#, []), (#"{ "a/b": null }"#, []),
    (#"{ "a/b": "~1.1" }"#, ["dependency-out-of-range"]),
    (#"{ "a/b": ">=2 || <1" }"#, ["dependency-out-of-range"]), (#"{ "a/b": "newest" }"#, ["invalid-range"]),
    (#"{ "a/b": { "version": "1" } }"#, ["wrong-field-type"]),
  ])
  func `ranges are judged against the version that is there`(needs: String, rules: [String]) throws {
    #expect(try Check().findings(in: library([("a/a", needs), ("a/b", "[]")])).map(\.rule) == rules)
  }

  @Test func `a short name is told which modules have it`() throws {
    #expect(
      try headlines([("a/x", #"["db", "sql"]"#), ("b/db", "[]"), ("c/db", "[]"), ("c/sql", "[]")]) == [
        "a/x/module.json dependency `db` is no module of this library; 2 modules have that short name: `b/db`, `c/db`",
        "a/x/module.json dependency `sql` is no module of this library; did you mean `c/sql`?",
      ]
    )
  }

  // MARK: Large

  @Test func `ten thousand members, entries and ranges are judged in no time`() throws {
    let many = (0..<10_000)
    let sound = #""tags": ["demo"],"#
    let members = many.map { #""a\#($0)": 1"# }.joined(separator: ", ")
    #expect(try findings(sound, "\(sound) \(members),", select: ["metadata"]).isEmpty)
    let entries = many.map { #""rules/f\#($0).md""# }.joined(separator: ", ")
    #expect(try findings(sound, #"\#(sound) "contents": { "rules": [\#(entries)] },"#, select: ["metadata"]).count == 101)
    let ranges = many.map { #""a/b\#($0)": "?""# }.joined(separator: ", ")
    #expect(try findings(#""dependencies": []"#, #""dependencies": { \#(ranges) }"#, preset: "none", select: ["metadata"]).count == 202)
  }
}
