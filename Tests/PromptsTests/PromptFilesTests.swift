import Files
import Library
import TestSupport
import Testing

@testable import Prompts

/// What the page of a prompt says of its files: a tool once, at the paths that the export has, with why where there is none.
@Suite struct PromptFilesTests {
  private func files(_ template: String) throws -> [PromptFiles.File] {
    let readme = "# M\n\n## Go Workflow\n\n**Steps**:\n1. Go\n\n**AI Prompt Template** `go`:\n```\n\(template)\n```\n"
    let library = TestModule.library(["README.md": readme])
    let pack = Pack(library)
    let export = pack.promptFiles()
    let prompt = try #require(library.prompts.first)
    let entry = try #require(PromptFiles(pack, export)[prompt])
    let paths = Set(export.files.map(\.inSite.path))
    for file in entry.files {
      if let inSite = file.paths?.inSite { #expect(paths.contains(inSite), "\(inSite) is no file of the export") }
    }
    #expect(entry.name == "go" && Set(entry.files.map(\.tool)).count == entry.files.count)
    return entry.files
  }

  @Test func `every tool has its file, its call and what it makes of the slots`() throws {
    let files = try files("Go to [place].")
    let claude = try #require(files.first { $0.tool == "Claude Code" })
    #expect(claude.paths?.inProject == ".claude/skills/go/SKILL.md" && claude.call == "/go")
    let copilot = try #require(files.first { $0.tool == "GitHub Copilot" })
    #expect(copilot.paths?.inProject == ".github/prompts/go.prompt.md" && copilot.note == "asked for by name")
    #expect(files.first?.call == "paste it")
  }

  @Test func `a tool that would misread the prompt has no file, and the reason`() throws {
    let files = try files("Run !{ls} in [place].")
    let gemini = try #require(files.first { $0.tool == "Gemini CLI" })
    #expect(gemini.paths == nil && gemini.note.contains("!{"))
  }

  @Test func `a prompt without slots makes nothing of them`() throws {
    #expect(try files("Go.").allSatisfy { $0.note == "none" })
  }
}
