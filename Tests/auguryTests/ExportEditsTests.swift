import Files
import Foundation
import TestSupport
import Testing

/// `augury export` into a project in which somebody has been at work: nothing of theirs is lost, and nothing is written outside.
@Suite struct ExportEditsTests {
  private let project: ExportPlace
  private var place: Scratch { project.scratch }

  init() throws { project = try ExportPlace() }

  // MARK: Edits

  @Test(
    arguments: [".claude/skills/deploy/SKILL.md", ".gemini/commands/deploy.toml", "mcp/prompts.json", ".cursor/commands/deploy.md"],
    [false, true]
  )
  func `a hand edit stays, whether the source changed or not, until it is forced`(path: String, changesSource: Bool) throws {
    _ = try project.export("--target", "claude,gemini,mcp,cursor")
    let fresh = try #require(place.text("project/\(path)"))
    let edited = fresh.replacing("Deploy", with: "Install")
    #expect(edited != fresh)
    try place.put("project/\(path)", edited)
    if changesSource {
      try place.put("library/workflows/x/README.md", "# Deploy\n\n**AI Prompt Template** `deploy`:\n```\nDeploy [service] now.\n```\n")
    }
    let run = try project.export()
    #expect(run.code == 1 && run.talk.contains("left project/\(path) alone: edited since augury wrote it"))
    #expect(place.text("project/\(path)") == edited)
    #expect(try project.export("--check").out.contains("edited since augury wrote it: project/\(path)"))
    #expect(try project.export().code == 1 && place.text("project/\(path)") == edited)
    #expect(try project.export("--force").code == 0)
    #expect(place.text("project/\(path)")?.contains("Install") == false)
  }

  @Test func `a file of somebody else's is left alone until it is forced`() throws {
    try place.put(ExportPlace.skill, "mine\n")
    let run = try project.export("--target", "claude")
    #expect(run.code == 1 && run.talk.contains("not written by augury") && place.text(ExportPlace.skill) == "mine\n")
    #expect(try project.export("--force").code == 0 && place.text(ExportPlace.skill) != "mine\n")
  }

  @Test func `an edited file that is no longer made is kept`() throws {
    _ = try project.export("--target", "gemini")
    let path = "project/.gemini/commands/deploy.toml"
    try place.put(path, (place.text(path) ?? "") + "# mine\n")
    try place.put("library/workflows/x/README.md", "# Deploy\n")
    let run = try project.export()
    #expect(run.talk.contains("no longer made, but edited") && place.text(path)?.hasSuffix("# mine\n") == true)
  }

  @Test func `other line ends are no edit`() throws {
    _ = try project.export("--target", "claude,mcp")
    for path in try project.files().keys where !path.hasPrefix("project/.augury") {
      try place.put(path, (place.text(path) ?? "").replacing("\n", with: "\r\n"))
    }
    #expect(try project.export("--check").code == 0)
  }

  // MARK: AGENTS.md

  @Test(arguments: ["", "# Ours\n", "# Ours", "\u{FEFF}# Ours\r\n\r\nText\r\n", "a\rb", "a\r", "# Ours\n\n\n"])
  func `what stands in AGENTS.md stays to the byte, and comes back when the section goes`(text: String) throws {
    let path = "project/AGENTS.md"
    try place.put(path, text)
    #expect(try project.export("--target", "agents-md").code == 0)
    let with = try #require(place.data(path))
    #expect(with.starts(with: Data(text.utf8)) && with.count > text.utf8.count + 200)
    try place.put(path, with + Data("\nAfter\n".utf8))
    try place.put("library/workflows/x/module.json", #"{"name": "x", "description": "How to roll out"}"#)
    #expect(try project.export().code == 0)
    let fresh = try #require(place.text(path))
    #expect(fresh.hasPrefix(text) && fresh.contains("How to roll out") && fresh.hasSuffix("\nAfter\n"))
    try place.put(path, Data(fresh.utf8.dropLast("\nAfter\n".utf8.count)))
    try place.put("library/workflows/x/README.md", "# Deploy\n")
    place.remove("library/workflows/x/rules")
    #expect(try project.export().code == 0)
    #expect(place.data(path) == Data(text.utf8))
  }

  @Test(arguments: [
    ("<!-- augury:begin x -->\n", 1, "without an `augury:end`"), ("a\n<!-- augury:end -->\n", 2, "without an `augury:begin`"),
    ("<!-- augury:begin a -->\n<!-- augury:begin b -->\n<!-- augury:end -->\n", 2, "a second `augury:begin`"),
  ])
  func `damaged markers are an error with a place, and nothing is changed`(text: String, line: Int, message: String) throws {
    try place.put("project/AGENTS.md", text)
    let before = try project.files()
    for extra in [[], ["--force"]] {
      let run = try Tool.run(["export", "--library", "library", "--target", "agents-md", "--into", "project"] + extra, in: place.path)
      #expect(run.code == 2 && run.talk.contains("project/AGENTS.md:\(line): ") && run.talk.contains(message), "\(run.talk)")
    }
    #expect(try project.files() == before)
  }

  @Test func `an edit in the section is left alone`() throws {
    _ = try project.export("--target", "agents-md")
    let edited = try #require(place.text("project/AGENTS.md")).replacing("How to deploy", with: "My words")
    try place.put("project/AGENTS.md", edited)
    #expect(try project.export().code == 1 && place.text("project/AGENTS.md") == edited)
  }

  // MARK: Hostile and broken places

  @Test(arguments: [".claude", ".claude/skills", ".claude/skills/deploy", ".augury"])
  func `nothing is written through a symbolic link`(link: String) throws {
    try place.makeFolder("outside/deploy")
    try place.makeFolder(String("project/\(link)".prefix { _ in true }.split(separator: "/").dropLast().joined(separator: "/")))
    try place.link("project/\(link)", to: place["outside"])
    let run = try project.export("--target", "claude")
    #expect(run.code == 3 && run.talk.contains("symbolic link"), "\(run.talk)")
    #expect(try place.kinds(below: "outside").keys.sorted() == ["outside/deploy"])
    #expect(place.data(ExportPlace.skill) == nil || link == ".claude/skills")
  }

  @Test func `a file that is a symbolic link is not written through, and not replaced when forced`() throws {
    try place.put("outside.md", "outside\n")
    try place.makeFolder("project/.claude/skills/deploy")
    try place.link(ExportPlace.skill, to: place["outside.md"])
    #expect(try project.export("--target", "claude", "--force").code == 3)
    #expect(place.text("outside.md") == "outside\n")
    #expect(try place.kinds()[ExportPlace.skill] == .symbolicLink)
  }

  @Test func `a record cannot make it delete outside of the target's folder`() throws {
    _ = try project.export("--target", "gemini")
    let ours = try #require(place.text("project/.gemini/commands/deploy.toml"))
    try place.put("project/mine.txt", ours)
    let record = "project/.augury/export.json"
    try place.put(record, (place.text(record) ?? "").replacing(".gemini/commands/deploy.toml", with: "mine.txt"))
    _ = try project.export()
    #expect(place.text("project/mine.txt") == ours)
    try place.put(record, (place.text(record) ?? "").replacing("\"path\": \"", with: "\"path\": \"../"))
    #expect(try project.export().code == 2)
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `a project that cannot be written into is said to be so`() throws {
    try Scratch.check(chmod(place["project"], 0o555))
    defer { chmod(place["project"], 0o755) }
    let run = try project.export("--target", "claude")
    #expect(run.code == 3 && run.talk.contains("cannot write into project: Permission denied"), "\(run.talk)")
  }

  @Test func `a project that is none is refused`() throws {
    let run = try project.export("--target", "claude", into: "nowhere")
    #expect(run.code == 2 && run.talk.contains("`nowhere` is not a folder"))
  }

  @Test func `an export that was interrupted is completed by the next`() throws {
    _ = try project.export("--target", "claude,mcp")
    let whole = try project.files()
    let record = "project/.augury/export.json"
    let journal = (place.text(record) ?? "").replacing("\"libraries\"", with: "\"unfinished\": true,\n  \"libraries\"")
    try place.put(record, journal)
    try place.put("project/.augury/export.part", "half")
    place.remove(ExportPlace.skill)
    let run = try project.export()
    #expect(run.code == 0 && run.talk.contains("interrupted"))
    #expect(try project.files() == whole)
  }

  @Test func `two exports at once end with one whole project`() throws {
    let command = [Tool.path, "export", "--library", "library", "--target", "claude,gemini,mcp", "--into", "project"]
    let runs = try (0..<6).map { _ in try Program(command, in: place.path) }
    for run in runs { #expect(run.wait().code == 0) }
    #expect(try project.export("--check").code == 0)
    #expect(place.data("project/.augury/export.part") == nil)
  }

  @Test func `libraries share a project, and neither takes what the other brought`() throws {
    _ = try project.export("--target", "gemini")
    try place.copy("library", to: "second")
    try place.rename("second/workflows/x", to: "second/workflows/y")
    try place.put("second/workflows/y/README.md", "# Deploy\n\n**AI Prompt Template** `deploy`:\n```\nPut [service] out.\n```\n")
    let run = try Tool.run("export", "--library", "second", "--target", "gemini", "--into", "project", in: place.path)
    #expect(run.code == 1 && run.talk.contains("written by the export of another library"), "\(run.talk)")
    #expect(try project.export("--check").code == 0)
  }
}
