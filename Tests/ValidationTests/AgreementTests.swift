import Diagnostics
import Files
import Library
import TestSupport
import Testing
import Validation

/// What README.md, metadata.json and CHANGELOG.md say beside `module.json`, and what the public client asks of files.
@Suite struct AgreementTests {
  /// The findings in the sound module with some files replaced or added, as `rule: headline`.
  private func said(_ files: String, preset: String = "none") throws -> [String] {
    let text = "-- augury.yml --\npreset: \(preset)\n\(files)"
    let library = SoundModule.with(LibraryText(text)).library()
    let findings = try Check(ignore: ["stale-character-count"] + Verdicts.brevity).findings(in: library)
    #expect(Pipeline.misplaced(findings, in: library) == [])
    return findings.map { "\($0.rule): \($0.headline)" }
  }

  private func readme(_ text: String) -> String { "-- workflows/demo/README.md --\n# Demo\n\n\(text)\n" }

  // MARK: Versions

  @Test(arguments: [
    "## [1.0.0] - 2025-01-01", "## 1.0.0", "## v1.0.0", "## [v1.0.0](https://example.org)", "## Version 1.0.0 (May)",
    "## Release 1.0.0: all of it",
    "## [Unreleased]\n\n- x\n\n## [1.0.0]\n\n### 2.0 is near\n\n## 0.9.0", "## 0.9.0\n\n## 1.0.0", "## [Unreleased]",
    "## 2025-01-15\n\n- x", "## May 2025",
    "## 2025", "- 0.9.0", "## 1.0.0+build.5", "## 1.0",
  ])
  func `a changelog that agrees, or names no version, is no finding`(text: String) throws {
    #expect(try said("-- workflows/demo/CHANGELOG.md --\n# Changelog\n\n\(text)\n") == [])
  }

  @Test(arguments: [
    ("## [1.2.0] - 2025-01-01\n\n## [1.0.0]", "1.2.0"), ("## [Unreleased]\n\n## v0.9.0", "0.9.0"), ("## 1.0.0-rc.1", "1.0.0-rc.1"),
    ("### 1.1", "1.1"), ("## 0.9.0\n\n## 1.0.1", "1.0.1"),
  ])
  func `a changelog with another newest version is one finding`(text: String, version: String) throws {
    #expect(
      try said("-- workflows/demo/CHANGELOG.md --\n# Changelog\n\n\(text)\n")
        == ["version-mismatch: the newest release here is \(version); `module.json` has version 1.0.0"]
    )
  }

  @Test(arguments: [
    "**Version:** 1.0.0\n**Type:** Workflow", "**Version**: v1.0", "- **Version**: 1.0.0", "## Version\n\n1.0.0",
    "## Version\n\n`1.0.0` (stable)",
    "## Version\n\nSee CHANGELOG.md.", "## Overview\n\n**Version**: 15 of the server", "## Versions\n\n0.9.0",
    "## Version History\n\n- **1.0.0** - first\n- 0.9.0",
    "## Version History\n\n### 1.0.0\n\n### 0.9.0", "## Release Notes\n\nSome of 2.0.0 is here.", "Versioning: 2.0.0",
  ])
  func `a README that agrees, or speaks of other versions, is no finding`(text: String) throws {
    #expect(try said(readme(text)) == [])
  }

  @Test(arguments: [
    ("**Version:** 1.1.0\n**Type:** Workflow", "states version 1.1.0"), ("## Version\n\nv2.0.0", "states version 2.0.0"),
    ("## Version\n\nVersion: 1.1", "states version 1.1"),
    ("## Version History\n\n- **1.1.0** - second\n- **1.0.0**", "the newest release here is 1.1.0"),
    ("## Changelog\n\n### 0.9.0\n\n### 0.8.0", "the newest release here is 0.9.0"),
  ])
  func `a README with another version is one finding`(text: String, start: String) throws {
    let said = try said(readme(text))
    #expect(said.count == 1 && said[0].hasPrefix("version-mismatch: \(start)"), "\(said)")
  }

  // MARK: metadata.json

  @Test(arguments: [
    "{}", #"{ "version": "1.0.0", "name": "demo", "tags": ["demo"], "dependencies": {}, "type": "workflows", "lastUpdated": null }"#,
    #"{ "compatibility": { "node": null }, "description": "A module that shows how one is written. " }"#,
    #"{ "files": { "rules": ["guide.md"], "examples": ["first.md"] }, "fileCount": 4 }"#,
    #"{ "files": { "total": 4, "rules": 1, "examples": 1 } }"#,
  ])
  func `metadata that agrees is no finding`(json: String) throws {
    #expect(try said("-- workflows/demo/metadata.json --\n\(json)\n") == [])
  }

  @Test(arguments: [
    (#"{ "version": "1.1.0" }"#, ["version-mismatch: states version 1.1.0; `module.json` has 1.0.0"]),
    (#"{ "version": null }"#, ["metadata-mismatch: `version` is null, but `module.json` has a value"]),
    (#"{ "displayName": "Demon" }"#, ["metadata-mismatch: `displayName` is `Demon`; `module.json` says `Demo`"]),
    (#"{ "tags": ["sql"] }"#, ["metadata-mismatch: `tags` has `sql`, which `module.json` has not, and lacks `demo`"]),
    (#"{ "files": { "rules": ["guide.md", "gone.md"] } }"#, ["declared-file-missing: `files.rules` lists `gone.md`, which does not exist"]),
    (#"{ "ruleCount": 3 }"#, ["stale-file-count: states 3 files; `rules/` has 1"]),
    ("{ \"name\": \"demo\", }", ["malformed-json: trailing comma in an object"]),
    (#"{ "name": "demo", "name": "demo" }"#, ["ambiguous-json: `name` appears twice in one object"]),
  ])
  func `metadata that contradicts is one finding`(json: String, expected: [String]) throws {
    #expect(try said("-- workflows/demo/metadata.json --\n\(json)\n") == expected)
  }

  @Test(
    arguments: [
      (["one.md"], 2, true), (["one.md", "two.md"], 3, true), (["one.md"], 3, false), (["one.md", "gone.md"], 3, nil),
      (["../README.md"], 2, false),
    ] as [([String], Int, Bool?)]
  )
  func `a list is taken for complete only where it clearly is`(listed: [String], files: Int, isComplete: Bool?) throws {
    let names = ["one.md", "two.md", "three.md"].prefix(files)
    let guides = names.map { "-- workflows/demo/docs/\($0) --\n# x\n" }.joined()
    let list = listed.map { "\"\($0)\"" }.joined(separator: ", ")
    let said = try said("\(guides)-- workflows/demo/metadata.json --\n{ \"files\": { \"docs\": [\(list)] } }\n")
    #expect(said.contains { $0.hasPrefix("unlisted-file: `docs/") } == (isComplete ?? false), "\(said)")
    #expect(said.contains { $0.hasPrefix("declared-file-missing") } == (isComplete == nil))
  }

  // MARK: Counts of files

  @Test(
    arguments: [
      "### Rules (1 file)", "### Rules (1)", "### Examples (3 required + 3 optional)", "### Notes (7 files)",
      "## Rules (eight files)",
      "## Character Count\n\n~5 characters across 2 files", "## Character Count\n\n~5 characters across 3 files",
      "## Character Count\n\n~5 characters across many files",
    ]
  )
  func `a number of files that is right in any sense is no finding`(text: String) throws {
    #expect(try said(readme(text)) == [])
  }

  @Test(arguments: [
    ("### Guides (8 files)", "states 8 files; `rules/` has 1"), ("### Examples (2)", "states 2 files; `examples/` has 1"),
    ("## Character Count\n\n~5 characters across 9 files", "states 9 files; the module has 4"),
  ])
  func `a number of files that is wrong in every sense is one finding`(text: String, headline: String) throws {
    #expect(try said(readme(text)) == ["stale-file-count: \(headline)"])
  }

  // MARK: README

  private static let sections =
    "## Overview\n\n## Contents\n\n## Character Count\n\n~5 characters\n\n## Usage\n\n## Installation\n\n```bash\nx\n```\n"

  @Test(arguments: [
    ("", "", []), ("## Usage", "## Usage Examples", []), ("## Installation", "# INSTALLATION and more", []),
    ("## Installation", "## Setup", []),
    ("## Contents", "### Contents of the folder", []), ("```bash\nx\n```", "> ```\n> x\n> ```", []),
    ("## Usage\n", "", ["missing-section: no section `Usage`"]), ("## Usage", "## Usgae", ["missing-section: no section `Usage`"]),
    ("## Contents", "## Table of Contents", ["missing-section: no section `Contents`"]),
    ("```bash\nx\n```", "~~~bash\nx\n~~~", ["readme-without-code: no fenced code block"]),
  ])
  func `the sections of a README are asked for once each`(text: String, replacement: String, expected: [String]) throws {
    let sections = text.isEmpty ? Self.sections : Self.sections.replacing(text, with: replacement)
    #expect(try said(readme(sections), preset: "augx") == expected)
  }

  @Test func `a section on the count that states none is the count's fault alone`() throws {
    let text = "-- augury.yml --\npreset: augx\n" + readme(Self.sections.replacing("~5 characters", with: "See the table."))
    let findings = try Check(ignore: Verdicts.brevity).findings(in: SoundModule.with(LibraryText(text)).library()).filter {
      $0.path.hasSuffix("README.md")
    }
    #expect(findings.map(\.headline) == ["no `~N characters` under `Character Count`"])
    let none = "-- augury.yml --\npreset: augx\n" + readme(Self.sections.replacing("## Character Count\n\n~5 characters\n", with: ""))
    let without = try Check(ignore: Verdicts.brevity).findings(in: SoundModule.with(LibraryText(none)).library()).filter {
      $0.path.hasSuffix("README.md")
    }
    #expect(without.map(\.headline) == ["no section `Character Count`"])
  }

  @Test(arguments: [
    ("# Something Else\n\nIn its own words.", []), ("# Demo Workflow Module", []),
    ("# Other", ["the title `Other` is that of `workflows/other`"]),
    ("# Demo\n\nShows 3 ways to do it.", ["the first sentence is the description of `workflows/other`"]),
    ("# Demo\n\n## Installation\n\n```bash\naugx link workflows/other\naugx link workflows/demo\n```", []),
    ("# Demo\n\n## Usage\n\n```bash\naugx link workflows/other\n```", []),
    ("# Demo\n\n## Installation\n\n```bash\naugx link workflows/other\n```", ["the command links `workflows/other`, not this module"]),
  ])
  func `a README that was copied is told by what is another module's to the letter`(text: String, expected: [String]) throws {
    let other = """
      -- workflows/other/module.json --
      { "name": "other", "version": "1.0.0", "displayName": "Other", "description": "Shows 3 ways to do it." }
      -- workflows/other/README.md --
      # Other
      """
    let said = try said("-- workflows/demo/README.md --\n\(text)\n\(other)\n")
    #expect(said == expected.map { "readme-disagrees: \($0)" })
  }

  // MARK: What the client asks of files

  private static let sentence = "A sentence that is here so that the guide has its hundred characters, which is what the client asks for.\n"

  @Test(arguments: [
    ("rules/x.md", "# G\n\n- a\n\n```sql\nx\n```\n\n\(sentence)", []),
    ("rules/x.md", "G\n=\n\n1. a\n\n   ```sql\n   x\n   ```\n\n\(sentence)", []),
    ("rules/deep/x.md", "short\n", []), ("rules/x.txt", "short\n", []),
    ("rules/x.md", "# G\n\n- a\n\n~~~sql\nx\n~~~\n\n\(sentence)", ["thin-guide: a guide with no fenced code block"]),
    ("rules/x.md", "# G\n\n> - a\n\n```sql\nx\n```\n\n\(sentence)", ["thin-guide: a guide with no list"]),
    ("rules/x.md", "# G\n\n  - a\n\n```sql\nx\n```\n\n\(sentence)", ["thin-guide: a guide with no list"]),
    ("rules/x.md", "- a\n\n```sql\nx\n```\n\n\(sentence)", ["thin-guide: a guide with no heading"]),
    ("rules/x.md", "# G\n\n- a\n\n```sql\nx\n```\n", ["thin-guide: a guide with 24 characters, fewer than 100"]),
    ("rules/x.md", "short\n", ["thin-guide: a guide with 7 characters, fewer than 100, no heading, no fenced code block and no list"]),
  ])
  func `a guide has what the client asks for`(path: String, text: String, expected: [String]) throws {
    #expect(try said("-- workflows/demo/\(path) --\n\(text)", preset: "augx") == expected)
    #expect(try said("-- workflows/demo/\(path) --\n\(text)") == [])
  }

  @Test func `a folder that is measured otherwise by the client is a warning, and then an error`() throws {
    let small = "-- workflows/demo/CHANGELOG.md --\n# Changelog\n\n## 1.0.0\n"
    let library = { (rest: Int) in
      SoundModule.with(LibraryText("-- augury.yml --\npreset: augx\n\(small)\(String(repeating: "x", count: rest))\n")).library()
    }
    let severities = try [0, 15, 40].map { try Check(select: ["diverging-counts"]).findings(in: library($0)).map(\.severity) }
    #expect(severities == [[], [.warning], [.error]])
  }

  @Test(arguments: [
    ("workflows/next", true), ("workflows/a/b", true), ("tools/next", false), ("workflows/demo/next", false), ("workflows", false),
  ])
  func `a folder that looks like a module is told where modules are`(folder: String, isTold: Bool) throws {
    let said = try said("-- \(folder)/README.md --\n# x\n-- \(folder)/rules/x.md --\n# x\n")
    #expect(said == (isTold ? ["missing-manifest: `\(folder)` has no module.json"] : []))
  }
}
