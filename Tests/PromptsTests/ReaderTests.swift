import Files
import Foundation
import JSON
import Library
import TestSupport
import Testing

@testable import Prompts

/// What programs by others make of the exported files.
@Suite(.enabled(if: Readers.isWanted, "needs .ci/python")) struct ReaderTests {
  private static let folders = ["content", "Tests/Fixtures/seed", "Tests/Fixtures/odd"]

  /// Texts that mean something to YAML, TOML, JSON, Markdown or a tool.
  private static let words = [
    "Say \"yes\": it's # not --- a \\ comment", "yes", "- item", "[a] {b}", "&a !b %c @d `e`", "nul\u{0} \u{1B}[31m \u{7F}",
    "\u{202E}עברית a\u{2028}b\u{85}c \u{FFFE}", String(repeating: "🧮", count: 1100), String(repeating: "-", count: 3000), "? a", "| a",
    "~", "null", "1.0", "''' a ''", "\"\"\" a \"\"", "$5 \\$5", "$ARGUMENTS", "${x}", "{{args}}", "{{ a", "{% a %}", "!{ls}", "@{a}",
    "!`ls`", "```!", "@a.txt", "<system>x</system>", "<!-- x --> <b>", "a\r\nb",
  ]

  /// A library in which every text is one of the words.
  private static func hostile() -> Library {
    var library = LibraryText("")
    for (index, word) in words.enumerated() {
      let json = JSONText.string(word)
      let manifest = JSONText.object([
        ("name", json), ("description", json), ("version", json), ("author", json), ("license", json), ("tags", .array([json])),
        ("augment", .object([("appliesTo", .object([("filePatterns", .array([json, .string("a/*.sql")]))]))])),
      ])
      let cell = word.replacing("|", with: "\\|").replacing(/[\r\n]+/, with: " ")
      let readme = """
        ## \(cell)

        **Purpose**: \(cell)

        **Steps**:
        1. \(cell)

        **AI Prompt Template** `flow`:
        ```
        Go.
        ```
        """
      let prompt = """
        # \(word)

        \\\(word)

        ``````
        Go [there] now.
        \(word)
        ``````

        **Variables**:

        | placeholder | example | description |
        |---|---|---|
        | [there] | \(cell) | \(cell) |
        """
      library.files["\(index)/x/module.json"] = JSONWriter.file(manifest)
      library.files["\(index)/x/README.md"] = Array(readme.utf8)
      library.files["\(index)/x/rules/\(index).md"] = Array("# \(word)\n\n\\\(word)\n\n```sql\nSELECT 1;\n```\n".utf8)
      library.files["\(index)/x/prompts/p.md"] = Array(prompt.utf8)
    }
    return library.library()
  }

  private static let names = folders + ["hostile"]

  private func library(_ name: String) throws -> Library {
    name == "hostile" ? ReaderTests.hostile() : try Repository.library(name)
  }

  /// A project with the files of some targets.
  private func project(_ name: String, _ targets: [String]) throws -> (scratch: Scratch, export: Export) {
    let export = Pack(try library(name)).projectFiles(for: Target.all.filter { targets.contains($0.name) })
    let scratch = try Scratch()
    for file in export.files { try scratch.put(file.inProject.path, Data(file.render())) }
    return (scratch, export)
  }

  @Test(arguments: names) func `the reference reader of Agent Skills takes every skill`(name: String) throws {
    let (scratch, export) = try project(name, ["agent-skills", "copilot-skill"])
    let skills = export.files.filter { $0.path.hasSuffix("SKILL.md") }.map { Path.folder(scratch[$0.inProject.path]) }
    #expect(skills.count >= 2)
    let script = """
      import json, pathlib, sys
      from skills_ref import validate
      print(json.dumps({d: validate(pathlib.Path(d)) for d in sys.argv[1:]}))
      """
    let faults = try #require(Readers.json(script, skills).object)
    #expect(faults.count == skills.count)
    for fault in faults { #expect(fault.value.array?.compactMap(\.string) == [], "\(fault.key)") }
  }

  @Test(arguments: names) func `YAML, TOML and every path are read as they are meant`(name: String) throws {
    let (scratch, export) = try project(name, Target.all.map(\.name))
    let paths = export.files.map(\.inProject.path)
    #expect(Set(paths).count == paths.count)
    let script = """
      import json, pathlib, sys, tomllib, yaml
      root = pathlib.Path(sys.argv[1])
      def load(path):
          text = (root / path).read_bytes().decode()
          assert text.endswith("\\n") and "\\r" not in text and not text.startswith("\\ufeff"), path
          if path.endswith(".toml"): return tomllib.loads(text)
          if path.endswith(".json"): return json.loads(text)
          return yaml.safe_load(text.split("\\n---\\n")[0]) if text.startswith("---\\n") else {}
      print(json.dumps({path: load(path) for path in sys.argv[2:]}))
      """
    let read = try #require(Readers.json(script, [scratch.path] + paths).object)
    for (path, member) in zip(paths, read) {
      #expect(member.key == path)
      for field in member.value.object ?? [] where !path.hasSuffix(".json") {
        switch field.key {
        case "alwaysApply", "invokable": #expect(field.value.bool != nil, "\(path)")
        case "globs" where path.hasPrefix(".windsurf"): #expect(field.value.array?.allSatisfy { $0.string != nil } == true, "\(path)")
        case "metadata": #expect(field.value["version"]?.string != nil, "\(path)")
        default: #expect(field.value.string?.isEmpty == false, "\(path): \(field.key)")
        }
      }
    }
  }

  @Test(arguments: folders) func `skillsaw finds no error in a project with everything`(name: String) throws {
    let (scratch, _) = try project(name, Target.all.map(\.name))
    try scratch.put(".git/HEAD", "ref: refs/heads/main\n")
    let (code, out) = try Readers.run("skillsaw", ["lint", "--format", "json", "--no-custom-rules", "--no-plugins", scratch.path])
    let report = try #require(JSONReader.read(Array(out.utf8)).value)
    #expect(code == 0, "\(out.prefix(2000))")
    #expect(report.object?.isEmpty == false)
  }

  @Test(arguments: names) func `a marketplace and its plugins fit their schemas`(name: String) throws {
    let (scratch, export) = try project(name, ["claude-plugin"])
    let files = export.files.map(\.inProject.path)
    #expect(files.contains(".claude-plugin/marketplace.json"))
    let plugins = files.filter { $0.hasSuffix("/plugin.json") }
    let marketplace = try #require(scratch.data(".claude-plugin/marketplace.json"))
    let listed = try #require(JSONReader.read(Array(marketplace)).value?["plugins"]?.array)
    // A source is read from the project's folder.
    #expect(listed.compactMap { $0["source"]?.string.map { $0.dropFirst(2) + "/.claude-plugin/plugin.json" } } == plugins)
    for (schema, paths) in [("marketplace", [".claude-plugin/marketplace.json"]), ("plugin", plugins)] {
      let arguments = ["--schemafile", Repository.root + "/Tests/Fixtures/claude/\(schema).json"] + paths.map { scratch[$0] }
      let (code, out) = try Readers.run("check-jsonschema", arguments)
      #expect(code == 0, "\(out)")
    }
  }

  @Test(arguments: ["content", "Tests/Fixtures/seed", "hostile"]) func `the types of the protocol take the list of prompts`(name: String)
    throws
  {
    let (scratch, _) = try project(name, ["mcp"])
    let script = """
      import json, pathlib, sys
      from mcp import types
      data = json.loads(pathlib.Path(sys.argv[1]).read_text())
      listed = types.ListPromptsResult.model_validate({"prompts": data["prompts"]})
      print(json.dumps([[p.name, [[a.name, a.required] for a in p.arguments]] for p in listed.prompts]))
      """
    let read = try Readers.json(script, [scratch["mcp/prompts.json"]])
    let pack = Pack(try library(name))
    #expect(read.array?.compactMap { $0.array?.first?.string } == pack.prompts.map(\.name.description))
    let arguments = read.array?.map { $0.array?.last?.array?.compactMap { $0.array?.first?.string } ?? [] }
    #expect(arguments == pack.prompts.map { $0.prompt.variables.map(\.name) })
  }
}
