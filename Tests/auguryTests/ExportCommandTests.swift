import Foundation
import JSON
import TestSupport
import Testing

/// `augury export` in a user's hands: what is asked for, what is brought, and what a later export does.
@Suite struct ExportCommandTests {
  private let project: ExportPlace
  private var place: Scratch { project.scratch }

  init() throws { project = try ExportPlace() }

  // MARK: Targets

  @Test(arguments: [
    ("cursr", "did you mean `cursor`?"), ("claude-skil", "did you mean `claude-skill`?"), ("zzzzzzzz", "there are plain, skills"),
  ])
  func `an unknown target is refused, with the nearest name`(name: String, help: String) throws {
    let run = try project.export("--target", name)
    #expect(run.code == 2 && run.talk.contains(help), "\(run.talk)")
    #expect(try project.files() == [:])
  }

  @Test func `an unknown prompt is refused, with the nearest name`() throws {
    let run = try project.export("--target", "claude", "--prompt", "deplyo")
    #expect(run.code == 2 && run.talk.contains("did you mean `deploy`?"))
    #expect(try project.files() == [:])
  }

  @Test(arguments: [[], ["--check"]])
  func `all targets in one project are refused, and why is said`(extra: [String]) throws {
    let run = try Tool.run(["export", "--library", "library", "--target", "all", "--into", "project"] + extra, in: place.path)
    #expect(run.code == 2 && run.talk.contains("would find every prompt twice"))
    #expect(try project.files() == [:])
  }

  @Test func `a tool and a target can be named together`() throws {
    #expect(try project.export("--target", "gemini,cursor-rule", "--target", "claude").code == 0)
    let paths = try project.files().keys.sorted()
    #expect(paths.contains("project/.gemini/commands/deploy.toml") && paths.contains(ExportPlace.skill))
    #expect(paths.contains { $0.hasPrefix("project/.cursor/rules/") } && !paths.contains { $0.hasPrefix("project/.cursor/commands/") })
  }

  @Test func `the tools of a project are found by what they leave there`() throws {
    try place.makeFolder("project/.cursor")
    try place.put("project/GEMINI.md", "Hello\n")
    let run = try project.export()
    #expect(run.code == 0 && run.talk.contains("the project uses Cursor, Gemini CLI"))
    let paths = Set(try project.files().keys)
    #expect(paths.contains("project/.cursor/commands/deploy.md") && paths.contains("project/.gemini/commands/deploy.toml"))
    #expect(!paths.contains(ExportPlace.skill))
  }

  @Test func `a project without a sign of a tool asks for a name`() throws {
    let run = try project.export()
    #expect(run.code == 2 && run.talk.contains("name one with --target"))
  }

  @Test func `without a folder the plan is printed and nothing is written`() throws {
    let run = try Tool.run("export", "--library", "../library", "--target", "claude", in: place["project"])
    #expect(run.code == 0 && run.out.contains("3 new") && run.talk.contains("nothing was written"), "\(run.out)")
    #expect(try project.files() == [:])
  }

  @Test func `a later export without a target keeps fresh what was asked for, and names tools that came since`() throws {
    _ = try project.export("--target", "gemini")
    try place.makeFolder("project/.cursor")
    let run = try project.export()
    #expect(run.code == 0 && run.talk.contains("--target cursor brings its files"))
    #expect(!(try project.files().keys.contains { $0.hasPrefix("project/.cursor/") }))
  }

  // MARK: Again

  @Test func `a second export changes nothing, not even a time`() throws {
    _ = try project.export("--target", "claude,claude-plugin,mcp,agents-md")
    let before = try project.files()
    let date = { try FileManager.default.attributesOfItem(atPath: place[ExportPlace.skill])[.modificationDate] as? Date }
    let then = try date()
    #expect(try project.export().code == 0)
    #expect(try project.files() == before)
    #expect(try date() == then)
    #expect(try project.export("--check").code == 0)
  }

  @Test func `check says what is stale and writes nothing`() throws {
    _ = try project.export("--target", "claude")
    try place.put("library/workflows/x/rules/steps.md", "# Steps\n\n- Test first.\n")
    let before = try project.files()
    let run = try project.export("--check")
    #expect(run.code == 1 && run.out.contains("stale: project/.claude/skills/workflows-x/references/steps.md\n"), "\(run.out)")
    #expect(try project.files() == before)
    #expect(try project.export().code == 0)
    #expect(try project.export("--check").code == 0)
  }

  @Test func `what is no longer made goes, with its folder, and nothing else does`() throws {
    _ = try project.export("--target", "claude")
    try place.put("project/.claude/skills/workflows-x/mine.md", "mine\n")
    try place.put("project/.claude/skills/other/SKILL.md", "mine\n")
    place.remove("library/workflows/x/rules")
    try place.put("library/workflows/x/README.md", "# Deploy\n\n**AI Prompt Template** `ship`:\n```\nShip [it].\n```\n")
    #expect(try project.export().code == 0)
    #expect(
      Set(try project.files().keys) == [
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
    #expect(try project.export("--target", "gemini", "--prompt", "undo").code == 0)
    #expect(try project.export("--target", "gemini", "--prompt", "stop").code == 0)
    #expect(try project.export().code == 0)
    let names = try project.files().keys.filter { $0.hasSuffix(".toml") }.sorted()
    #expect(names == ["project/.gemini/commands/stop.toml", "project/.gemini/commands/undo.toml"])
  }

  // MARK: What a target cannot say

  @Test func `a prompt that a target cannot express is an error with its place; the skills hold it`() throws {
    try place.put("library/workflows/x/README.md", "# Deploy\n\n**AI Prompt Template** `deploy`:\n```\nSay\n  {{args}} to [it].\n```\n")
    let run = try project.export("--target", "gemini,claude")
    #expect(run.code == 1 && run.talk.contains("library/workflows/x/README.md:6:3: gemini-command: No file: `{{args}}`"), "\(run.talk)")
    #expect(place.data("project/.gemini/commands/deploy.toml") == nil && place.data(ExportPlace.skill) != nil)
    #expect(try project.export("--check").code == 1)
  }

  @Test func `programs are told of every file and loss`() throws {
    let run = try project.export("--target", "mcp,gemini", "--format", "json")
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
