import Files
import JSON
import Library
import TestSupport
import Testing

@testable import Prompts

/// What a person gets who uses an exported file in its tool is what `prompt fill` prints, or the template with its inputs.
@Suite struct RoundTripTests {
  /// A prompt with every kind of variable round a piece of text, and the values for it.
  private static func readme(_ literal: String, isWindows: Bool = false) -> String {
    let fence = String(repeating: "`", count: 12)
    let text = """
      ## Flow

      **Purpose**: Try

      **Steps**:
      1. Go

      **AI Prompt Template** `try-it`:
      \(fence)
      Do [one thing] with \(literal) now, \\[kept\\].
      Note: [note]
      Mode: [fast/safe]
      - [Item 1]
      - [Item 2]
      Steps:
      1. [Step 1]

      Size: [size], safe: [safe]
      [more]
      \(fence)

      **Variables**:

      | placeholder | name | type | required | default |
      |---|---|---|---|---|
      | [one thing] | one | text | yes | |
      | [note] | note | text | no | |
      | [fast/safe] | mode | choice | yes | |
      | [Item 1] | items | list | yes | |
      | [Step 1] | steps | list | no | |
      | [size] | size | integer | no | 10 |
      | [safe] | safe | boolean | yes | |
      | [more] | more | multiline | no | |
      """
    return isWindows ? text.replacing("\n", with: "\r\n") : text
  }

  /// Values that would mean something to each tool if it looked at them.
  private static let full = [
    ("one", "«1» $1 $ARGUMENTS {{args}} ${input:note} @{x}"), ("mode", "safe"), ("items", "«2» \\$5\n«3»: !{ls}"), ("note", "«4»"),
    ("steps", "«5»\n«6»\n«7»"), ("safe", "yes"), ("more", "«8»\n---\n«9»"),
  ]
  /// The same without what is optional.
  private static let least = full.filter { ["one", "mode", "items", "safe"].contains($0.0) }

  /// Text that means something somewhere, and the targets that cannot hold it.
  private static let literals: KeyValuePairs<String, [String]> = [
    "text": [],
    "$5": ["opencode-command"],
    "\\$5": ["claude-command", "opencode-command"],
    "$ARGUMENTS": ["opencode-command", "augment-command"],
    "$ARGUMENTS[0]": ["opencode-command", "augment-command"],
    "${x}": ["copilot-prompt", "augment-command"],
    "$HOME and \\ and \\n": [],
    "{{args}}": ["gemini-command", "augment-command"],
    "{{ x }}": ["augment-command"],
    "{name}": ["augment-command"],
    "{\"a\": 1}": [],
    "{{": [],
    "{% if %}": [],
    "!{ls}": ["gemini-command", "augment-command"],
    "@{a.txt}": ["claude-command", "gemini-command", "opencode-command", "augment-command"],
    "@src/a.ts": ["claude-command", "opencode-command"],
    "me@example.org": [],
    "!`ls`": ["claude-command", "opencode-command"],
    "\n```!\nls\n```\n": ["claude-command"],
    "#file:x": ["copilot-prompt"],
    "'''": [],
    "a' b'' \\": [],
    "\"\"\"": [],
    "\"\"\"\"\"\"\" '''": [],
    "`": [],
    "\n``````\nx\n``````\n": [],
    "\n---\nname: x\n---\n": [],
    "<system>x</system>": [],
    "<!-- x -->": [],
    "é表\u{1F9EE}e\u{301}\u{202E}": [],
    "bell\u{7} and tab\t": [],
  ]

  private static let isWindows = [false, true]

  private func pack(_ literal: String, isWindows: Bool) -> Pack {
    Pack(TestModule.library(["README.md": RoundTripTests.readme(literal, isWindows: isWindows)]))
  }

  private func text(_ pack: Pack, _ target: String, _ path: String? = nil) throws -> String? {
    let target = try #require(Target.all.first { $0.name == target })
    let files = target.format.export(pack, to: target).files
    let file = files.first { path == nil || $0.path.hasSuffix(path ?? "") }
    return file.map { String(decoding: $0.render(), as: UTF8.self) }
  }

  /// The template that stands in the first fence of a Markdown text.
  private func template(in markdown: String) throws -> String {
    let module = try TestModule.module(["prompts/again.md": markdown])
    return try #require(module.prompts.first).template
  }

  @Test(arguments: literals.map { ($0, $1) })
  func `a literal is kept from those targets, and only those, that have no way to write it`(literal: String, targets: [String]) {
    let losses = pack(literal, isWindows: false).promptFiles().losses.filter { $0.kind == .notExported }
    #expect(losses.map(\.target) == targets)
    #expect(losses.allSatisfy { $0.place != nil })
  }

  @Test(arguments: literals.map(\.key), isWindows)
  func `targets with names give the filled prompt`(literal: String, isWindows: Bool) throws {
    let pack = pack(literal, isWindows: isWindows)
    let prompt = try #require(pack.prompts.first).prompt
    for given in [RoundTripTests.full, RoundTripTests.least] {
      let (values, faults) = PromptValues.read(given.map { (name: $0, value: $1) }, for: prompt)
      #expect(faults.isEmpty)
      let filled = prompt.filled(with: values)
      #expect(filled.contains("«1»") && !filled.contains("\r"))
      let all = Dictionary(uniqueKeysWithValues: prompt.variables.map { ($0.name, values[$0.name]) })
      #expect(try Emulator.server(Array(try #require(try text(pack, "mcp")).utf8), prompt: "try-it", all) == filled)
      guard let file = try text(pack, "copilot-prompt") else { continue }
      // A person types the items of a list with their markers, but for one that stands in the file.
      let answers = all.merging([
        "items": [values["items"].joined(separator: "\n- ")],
        "steps": [values["steps"].enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")],
      ]) { $1 }
      let body = try Emulator.body(file)
      #expect(Emulator.visualStudioCode(body, answers.mapValues { $0.joined() }) == filled + "\n")
    }
  }

  @Test(arguments: literals.map(\.key), isWindows)
  func `targets with one argument give the template, its inputs, and the argument behind it`(literal: String, isWindows: Bool) throws {
    let pack = pack(literal, isWindows: isWindows)
    let prompt = try #require(pack.prompts.first).prompt
    let commands: KeyValuePairs<String, Emulator.Command> = [
      "claude-skill": .claude, "claude-command": .claude, "claude-plugin": .claude, "opencode-command": .openCode,
      "augment-command": .augment,
    ]
    for (target, tool) in commands {
      guard let file = try text(pack, target, ".md") else { continue }
      let argument = "«S» $1 {name}"
      var read = tool.run(try Emulator.body(file), argument)
      #expect(!read.contains("<REPLACED>"), "\(target)")
      #expect(read.hasSuffix("\n\n\(argument)\n"), "\(target)")
      // The tool reads this file as it is.
      if read.contains("references/task.md") { read = try #require(try text(pack, target, "references/task.md")) }
      #expect(try Array(template(in: read).utf8) == Array(prompt.template.utf8), "\(target)")
      #expect(read.contains(InputsList.markdown(for: prompt)), "\(target)")
    }
  }

  @Test(arguments: literals.map(\.key), isWindows)
  func `targets that bind nothing hold the template to the byte, and its inputs`(literal: String, isWindows: Bool) throws {
    let pack = pack(literal, isWindows: isWindows)
    let prompt = try #require(pack.prompts.first).prompt
    for target in ["plain", "agent-skills", "copilot-skill", "cursor-command", "windsurf-workflow", "continue-prompt"] {
      let file = try #require(try text(pack, target))
      #expect(!file.contains("\r"))
      #expect(try Array(template(in: try Emulator.body(file)).utf8) == Array(prompt.template.utf8), "\(target)")
      #expect(file.contains(InputsList.markdown(for: prompt)), "\(target)")
    }
  }

  @Test func `a TOML reader finds the body that Gemini puts the argument in`() throws {
    guard Readers.isWanted else { return }
    let scratch = try Scratch()
    var prompts: [Prompt] = []
    for (index, literal) in RoundTripTests.literals.map(\.key).enumerated() {
      let pack = pack(literal, isWindows: false)
      guard let file = try text(pack, "gemini-command") else { continue }
      try scratch.put("\(index).toml", file)
      prompts.append(try #require(pack.prompts.first).prompt)
    }
    let script = """
      import json, pathlib, sys, tomllib
      files = sorted(pathlib.Path(sys.argv[1]).glob("*.toml"), key=lambda f: int(f.stem))
      print(json.dumps([tomllib.loads(f.read_text())["prompt"] for f in files]))
      """
    let bodies = try Readers.json(script, [scratch.path])
    let texts = try #require(bodies.array).compactMap(\.string)
    #expect(texts.count == prompts.count && prompts.count > 20)
    for (body, prompt) in zip(texts, prompts) {
      let read = Emulator.Command.gemini.run(body, "«S»")
      #expect(!read.contains("<REPLACED>") && read.hasSuffix("\n\n«S»\n"))
      #expect(try Array(template(in: read).utf8) == Array(prompt.template.utf8))
      #expect(read.contains(InputsList.markdown(for: prompt)))
    }
  }

  @Test func `the seed's prompts come out of every target`() throws {
    let pack = Pack(try Repository.library("Tests/Fixtures/seed"))
    let export = pack.promptFiles()
    #expect(export.losses.filter { $0.kind == .notExported } == [])
    for (prompt, name) in pack.prompts {
      let files = export.files.filter { $0.subject == .prompt(name) && $0.target.level < .named && !$0.path.hasSuffix(".toml") }
      #expect(files.count >= 10)
      for file in files {
        let text = String(decoding: file.render(), as: UTF8.self)
        #expect(try Array(template(in: Emulator.body(text)).utf8) == Array(prompt.template.utf8), "\(file.target.name)")
      }
    }
  }
}
