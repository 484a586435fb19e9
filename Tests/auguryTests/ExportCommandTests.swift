import Files
import Foundation
import JSON
import TestSupport
import Testing

/// `augury export` in a user's hands: a project, a library beside it, and the files between them.
@Suite struct ExportCommandTests {
  /// A folder with a library in `library` and an empty project in `project`.
  private let place: Scratch

  init() throws {
    place = try Scratch()
    try place.put(
      LibraryText(
        """
        -- augury.yml --
        preset: none
        -- workflows/x/module.json --
        {"name": "x", "description": "How to deploy"}
        -- workflows/x/README.md --
        # Deploy

        **AI Prompt Template** `deploy`:
        ```
        Deploy [service].
        ```
        -- workflows/x/rules/steps.md --
        # Steps

        - Build first.
        """
      ),
      in: "library"
    )
    try place.makeFolder("project")
  }

  private func export(_ arguments: String..., into: String? = "project") throws -> Program.Ending {
    try Tool.run(["export", "--library", "library"] + arguments + (into.map { ["--into", $0] } ?? []), in: place.path)
  }

  /// Every file of the project with its content.
  private func files() throws -> [String: Data] {
    let paths = try place.paths().filter { $0.hasPrefix("project/") }
    return Dictionary(uniqueKeysWithValues: paths.map { ($0, place.data($0) ?? Data()) })
  }

  private static let skill = "project/.claude/skills/deploy/SKILL.md"

  // MARK: Targets

  @Test(arguments: [
    ("cursr", "did you mean `cursor`?"), ("claude-skil", "did you mean `claude-skill`?"), ("zzzzzzzz", "there are plain, skills"),
  ])
  func `an unknown target is refused, with the nearest name`(name: String, help: String) throws {
    let run = try export("--target", name)
    #expect(run.code == 2 && run.talk.contains(help), "\(run.talk)")
    #expect(try files() == [:])
  }

  @Test func `an unknown prompt is refused, with the nearest name`() throws {
    let run = try export("--target", "claude", "--prompt", "deplyo")
    #expect(run.code == 2 && run.talk.contains("did you mean `deploy`?"))
    #expect(try files() == [:])
  }

  @Test(arguments: [[], ["--check"]])
  func `all targets in one project are refused, and why is said`(extra: [String]) throws {
    let run = try Tool.run(["export", "--library", "library", "--target", "all", "--into", "project"] + extra, in: place.path)
    #expect(run.code == 2 && run.talk.contains("would find every prompt twice"))
    #expect(try files() == [:])
  }

  @Test func `a tool and a target can be named together`() throws {
    #expect(try export("--target", "gemini,cursor-rule", "--target", "claude").code == 0)
    let paths = try files().keys.sorted()
    #expect(paths.contains("project/.gemini/commands/deploy.toml") && paths.contains(Self.skill))
    #expect(paths.contains { $0.hasPrefix("project/.cursor/rules/") } && !paths.contains { $0.hasPrefix("project/.cursor/commands/") })
  }

  @Test func `the tools of a project are found by what they leave there`() throws {
    try place.makeFolder("project/.cursor")
    try place.put("project/GEMINI.md", "Hello\n")
    let run = try export()
    #expect(run.code == 0 && run.talk.contains("the project uses Cursor, Gemini CLI"))
    let paths = Set(try files().keys)
    #expect(paths.contains("project/.cursor/commands/deploy.md") && paths.contains("project/.gemini/commands/deploy.toml"))
    #expect(!paths.contains(Self.skill))
  }

  @Test func `a project without a sign of a tool asks for a name`() throws {
    let run = try export()
    #expect(run.code == 2 && run.talk.contains("name one with --target"))
  }

  @Test func `without a folder the plan is printed and nothing is written`() throws {
    let run = try Tool.run("export", "--library", "../library", "--target", "claude", in: place["project"])
    #expect(run.code == 0 && run.out.contains("3 new") && run.talk.contains("nothing was written"), "\(run.out)")
    #expect(try files() == [:])
  }

  @Test func `a later export without a target keeps fresh what was asked for, and names tools that came since`() throws {
    _ = try export("--target", "gemini")
    try place.makeFolder("project/.cursor")
    let run = try export()
    #expect(run.code == 0 && run.talk.contains("--target cursor brings its files"))
    #expect(!(try files().keys.contains { $0.hasPrefix("project/.cursor/") }))
  }

  // MARK: Again

  @Test func `a second export changes nothing, not even a time`() throws {
    _ = try export("--target", "claude,claude-plugin,mcp,agents-md")
    let before = try files()
    let date = { try FileManager.default.attributesOfItem(atPath: place[Self.skill])[.modificationDate] as? Date }
    let then = try date()
    #expect(try export().code == 0)
    #expect(try files() == before)
    #expect(try date() == then)
    #expect(try export("--check").code == 0)
  }

  @Test func `check says what is stale and writes nothing`() throws {
    _ = try export("--target", "claude")
    try place.put("library/workflows/x/rules/steps.md", "# Steps\n\n- Test first.\n")
    let before = try files()
    let run = try export("--check")
    #expect(run.code == 1 && run.out.contains("stale: project/.claude/skills/workflows-x/references/steps.md\n"), "\(run.out)")
    #expect(try files() == before)
    #expect(try export().code == 0)
    #expect(try export("--check").code == 0)
  }

  @Test func `what is no longer made goes, with its folder, and nothing else does`() throws {
    _ = try export("--target", "claude")
    try place.put("project/.claude/skills/workflows-x/mine.md", "mine\n")
    try place.put("project/.claude/skills/other/SKILL.md", "mine\n")
    place.remove("library/workflows/x/rules")
    try place.put("library/workflows/x/README.md", "# Deploy\n\n**AI Prompt Template** `ship`:\n```\nShip [it].\n```\n")
    #expect(try export().code == 0)
    #expect(
      Set(try files().keys) == [
        "project/.augury/export.json", "project/.claude/skills/ship/SKILL.md", "project/.claude/skills/workflows-x/mine.md",
        "project/.claude/skills/other/SKILL.md",
      ]
    )
  }

  @Test func `prompts can be brought one by one`() throws {
    try place.put(
      "library/workflows/x/more.md",
      "# More\n\n**AI Prompt Template** `undo`:\n```\nUndo [it].\n```\n\n# Last\n\n**AI Prompt Template** `stop`:\n```\nStop [it].\n```\n"
    )
    #expect(try export("--target", "gemini", "--prompt", "undo").code == 0)
    #expect(try export("--target", "gemini", "--prompt", "stop").code == 0)
    #expect(try export().code == 0)
    let names = try files().keys.filter { $0.hasSuffix(".toml") }.sorted()
    #expect(names == ["project/.gemini/commands/stop.toml", "project/.gemini/commands/undo.toml"])
  }

  // MARK: Edits

  @Test(
    arguments: [".claude/skills/deploy/SKILL.md", ".gemini/commands/deploy.toml", "mcp/prompts.json", ".cursor/commands/deploy.md"],
    [false, true]
  )
  func `a hand edit stays, whether the source changed or not, until it is forced`(path: String, changesSource: Bool) throws {
    _ = try export("--target", "claude,gemini,mcp,cursor")
    let fresh = try #require(place.text("project/\(path)"))
    let edited = fresh.replacing("Deploy", with: "Install")
    #expect(edited != fresh)
    try place.put("project/\(path)", edited)
    if changesSource {
      try place.put("library/workflows/x/README.md", "# Deploy\n\n**AI Prompt Template** `deploy`:\n```\nDeploy [service] now.\n```\n")
    }
    let run = try export()
    #expect(run.code == 1 && run.talk.contains("left project/\(path) alone: edited since augury wrote it"))
    #expect(place.text("project/\(path)") == edited)
    #expect(try export("--check").out.contains("edited since augury wrote it: project/\(path)"))
    #expect(try export().code == 1 && place.text("project/\(path)") == edited)
    #expect(try export("--force").code == 0)
    #expect(place.text("project/\(path)")?.contains("Install") == false)
  }

  @Test func `a file of somebody else's is left alone until it is forced`() throws {
    try place.put(Self.skill, "mine\n")
    let run = try export("--target", "claude")
    #expect(run.code == 1 && run.talk.contains("not written by augury") && place.text(Self.skill) == "mine\n")
    #expect(try export("--force").code == 0 && place.text(Self.skill) != "mine\n")
  }

  @Test func `an edited file that is no longer made is kept`() throws {
    _ = try export("--target", "gemini")
    let path = "project/.gemini/commands/deploy.toml"
    try place.put(path, (place.text(path) ?? "") + "# mine\n")
    try place.put("library/workflows/x/README.md", "# Deploy\n")
    let run = try export()
    #expect(run.talk.contains("no longer made, but edited") && place.text(path)?.hasSuffix("# mine\n") == true)
  }

  @Test func `other line ends are no edit`() throws {
    _ = try export("--target", "claude,mcp")
    for path in try files().keys where !path.hasPrefix("project/.augury") {
      try place.put(path, (place.text(path) ?? "").replacing("\n", with: "\r\n"))
    }
    #expect(try export("--check").code == 0)
  }

  // MARK: AGENTS.md

  @Test(arguments: ["", "# Ours\n", "# Ours", "\u{FEFF}# Ours\r\n\r\nText\r\n", "a\rb", "# Ours\n\n\n"])
  func `what stands in AGENTS.md stays to the byte, and comes back when the section goes`(text: String) throws {
    let path = "project/AGENTS.md"
    try place.put(path, text)
    #expect(try export("--target", "agents-md").code == 0)
    let with = try #require(place.data(path))
    #expect(with.starts(with: Data(text.utf8)) && with.count > text.utf8.count + 200)
    try place.put(path, with + Data("\nAfter\n".utf8))
    try place.put("library/workflows/x/module.json", #"{"name": "x", "description": "How to roll out"}"#)
    #expect(try export().code == 0)
    let fresh = try #require(place.text(path))
    #expect(fresh.hasPrefix(text) && fresh.contains("How to roll out") && fresh.hasSuffix("\nAfter\n"))
    try place.put(path, Data(fresh.utf8.dropLast("\nAfter\n".utf8.count)))
    try place.put("library/workflows/x/README.md", "# Deploy\n")
    place.remove("library/workflows/x/rules")
    #expect(try export().code == 0)
    #expect(place.data(path) == Data(text.utf8))
  }

  @Test(arguments: [
    ("<!-- augury:begin x -->\n", 1, "without an `augury:end`"), ("a\n<!-- augury:end -->\n", 2, "without an `augury:begin`"),
    ("<!-- augury:begin a -->\n<!-- augury:begin b -->\n<!-- augury:end -->\n", 2, "a second `augury:begin`"),
  ])
  func `damaged markers are an error with a place, and nothing is changed`(text: String, line: Int, message: String) throws {
    try place.put("project/AGENTS.md", text)
    let before = try files()
    for extra in [[], ["--force"]] {
      let run = try Tool.run(["export", "--library", "library", "--target", "agents-md", "--into", "project"] + extra, in: place.path)
      #expect(run.code == 2 && run.talk.contains("project/AGENTS.md:\(line): ") && run.talk.contains(message), "\(run.talk)")
    }
    #expect(try files() == before)
  }

  @Test func `an edit in the section is left alone`() throws {
    _ = try export("--target", "agents-md")
    let edited = try #require(place.text("project/AGENTS.md")).replacing("How to deploy", with: "My words")
    try place.put("project/AGENTS.md", edited)
    #expect(try export().code == 1 && place.text("project/AGENTS.md") == edited)
  }

  // MARK: Hostile and broken places

  @Test(arguments: [".claude", ".claude/skills", ".claude/skills/deploy", ".augury"])
  func `nothing is written through a symbolic link`(link: String) throws {
    try place.makeFolder("outside/deploy")
    try place.makeFolder(String("project/\(link)".prefix { _ in true }.split(separator: "/").dropLast().joined(separator: "/")))
    try place.link("project/\(link)", to: place["outside"])
    let run = try export("--target", "claude")
    #expect(run.code == 3 && run.talk.contains("symbolic link"), "\(run.talk)")
    #expect(try place.kinds(below: "outside").keys.sorted() == ["outside/deploy"])
    #expect(place.data(Self.skill) == nil || link == ".claude/skills")
  }

  @Test func `a file that is a symbolic link is not written through, and not replaced when forced`() throws {
    try place.put("outside.md", "outside\n")
    try place.makeFolder("project/.claude/skills/deploy")
    try place.link(Self.skill, to: place["outside.md"])
    #expect(try export("--target", "claude", "--force").code == 3)
    #expect(place.text("outside.md") == "outside\n")
    #expect(try place.kinds()[Self.skill] == .symbolicLink)
  }

  @Test func `a record cannot make it delete outside of the target's folder`() throws {
    _ = try export("--target", "gemini")
    let ours = try #require(place.text("project/.gemini/commands/deploy.toml"))
    try place.put("project/mine.txt", ours)
    let record = "project/.augury/export.json"
    try place.put(record, (place.text(record) ?? "").replacing(".gemini/commands/deploy.toml", with: "mine.txt"))
    _ = try export()
    #expect(place.text("project/mine.txt") == ours)
    try place.put(record, (place.text(record) ?? "").replacing("\"path\": \"", with: "\"path\": \"../"))
    #expect(try export().code == 2)
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `a project that cannot be written into is said to be so`() throws {
    try Scratch.check(chmod(place["project"], 0o555))
    defer { chmod(place["project"], 0o755) }
    let run = try export("--target", "claude")
    #expect(run.code == 3 && run.talk.contains("cannot write into project: Permission denied"), "\(run.talk)")
  }

  @Test func `a project that is none is refused`() throws {
    let run = try export("--target", "claude", into: "nowhere")
    #expect(run.code == 2 && run.talk.contains("`nowhere` is not a folder"))
  }

  @Test func `an export that was interrupted is completed by the next`() throws {
    _ = try export("--target", "claude,mcp")
    let whole = try files()
    let record = "project/.augury/export.json"
    let journal = (place.text(record) ?? "").replacing("\"libraries\"", with: "\"unfinished\": true,\n  \"libraries\"")
    try place.put(record, journal)
    try place.put("project/.augury/export.part", "half")
    place.remove(Self.skill)
    let run = try export()
    #expect(run.code == 0 && run.talk.contains("interrupted"))
    #expect(try files() == whole)
  }

  @Test func `two exports at once end with one whole project`() throws {
    let command = [Tool.path, "export", "--library", "library", "--target", "claude,gemini,mcp", "--into", "project"]
    let runs = try (0..<6).map { _ in try Program(command, in: place.path) }
    for run in runs { #expect(run.wait().code == 0) }
    #expect(try export("--check").code == 0)
    #expect(place.data("project/.augury/export.part") == nil)
  }

  @Test func `libraries share a project, and neither takes what the other brought`() throws {
    _ = try export("--target", "gemini")
    try place.copy("library", to: "second")
    try place.rename("second/workflows/x", to: "second/workflows/y")
    try place.put("second/workflows/y/README.md", "# Deploy\n\n**AI Prompt Template** `deploy`:\n```\nPut [service] out.\n```\n")
    let run = try Tool.run("export", "--library", "second", "--target", "gemini", "--into", "project", in: place.path)
    #expect(run.code == 1 && run.talk.contains("written by the export of another library"), "\(run.talk)")
    #expect(try export("--check").code == 0)
  }

  // MARK: What a target cannot say

  @Test func `a prompt that a target cannot express is an error with its place; the skills hold it`() throws {
    try place.put("library/workflows/x/README.md", "# Deploy\n\n**AI Prompt Template** `deploy`:\n```\nSay\n  {{args}} to [it].\n```\n")
    let run = try export("--target", "gemini,claude")
    #expect(run.code == 1 && run.talk.contains("library/workflows/x/README.md:6:3: gemini-command: No file: `{{args}}`"), "\(run.talk)")
    #expect(place.data("project/.gemini/commands/deploy.toml") == nil && place.data(Self.skill) != nil)
    #expect(try export("--check").code == 1)
  }

  @Test func `programs are told of every file and loss`() throws {
    let run = try export("--target", "mcp,gemini", "--format", "json")
    let json = try #require(JSONReader.read(Array(run.out.utf8)).value)
    #expect(json["written"]?.bool == true && json["project"]?.string == "project")
    #expect(json["files"]?.array?.compactMap { $0["path"]?.string } == [".gemini/commands/deploy.toml", "mcp/prompts.json"])
    #expect(json["files"]?.array?.allSatisfy { $0["state"]?.string == "missing" && $0["action"]?.string == "write" } == true)
    #expect(json["losses"]?.array?.contains { $0["target"]?.string == "gemini-command" && $0["kind"]?.string == "unnamed" } == true)
  }

  // MARK: This repository

  @Test func `what the repository offers to tools is fresh`() throws {
    let run = try Tool.run("export", "--check")
    #expect(run.code == 0, "run `make export`:\n\(run.out)\(run.talk)")
  }
}
