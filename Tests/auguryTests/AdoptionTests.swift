import Foundation
import TestSupport
import Testing

/// Reports, baseline and fixes of `augury check`, with the built program on a disk.
@Suite struct AdoptionTests {
  /// A repository with the library `docs/content`: one sound module, one with a broken link and a stale count.
  private func repository() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.makeFolder(".git")
    let text = LibraryText(
      """
      -- workflows/old/module.json --
      {
        "name": "old", "version": "1.0.0", "displayName": "Old", "description": "A module with faults that are known.",
        "type": "workflows", "tags": ["x"], "augment": { "characterCount": 7, "priority": "low" }
      }
      -- workflows/old/README.md --
      # Old

      See [nothing](nothing.md).

      ## Character Count

      ~7 characters
      """
    )
    try scratch.put(SoundModule.with(text), in: "docs/content")
    return scratch
  }

  private let baseline = "docs/content/augury-baseline.json"
  private let readme = "docs/content/workflows/old/README.md"

  private func check(_ scratch: Scratch, _ arguments: String..., folder: String = "docs") throws -> Program.Ending {
    try Tool.run(["check"] + arguments, in: scratch[folder])
  }

  // MARK: Reports

  @Test func `several reports in one run, at most one to stdout`() throws {
    let scratch = try repository()
    let run = try check(scratch, "--report", "github", "--report", "sarif=a.sarif", "--report", "junit=b.xml", "--report", "markdown=c.md")
    #expect(run.code == 1 && run.out.hasPrefix("::error file=docs/content/workflows/old/README.md,line=3,"))
    #expect(scratch.text("docs/a.sarif")?.contains("\"uri\": \"docs/content/workflows/old/README.md\"") == true)
    #expect(scratch.text("docs/b.xml")?.contains("file=\"docs/content/workflows/demo/module.json\" time=\"0\"/>") == true)
    #expect(scratch.text("docs/c.md")?.contains("**3 errors**") == true)
    let twice = try check(scratch, "--report", "github", "--report", "gitlab=-")
    #expect(twice.code == 2 && twice.out == "" && twice.talk.contains("stdout"))
    #expect(try check(scratch, "--report", "github=x", "--report", "gitlab=x").code == 2)
  }

  @Test func `a report does not take the place of what is no file`() throws {
    let scratch = try repository()
    try scratch.put("target", "keep")
    try scratch.link("docs/link", to: "../target")
    try scratch.makePipe("docs/pipe")
    for target in ["link", "pipe"] { #expect(try check(scratch, "--report", "json=\(target)").code == 3) }
    #expect(scratch.text("target") == "keep")
  }

  @Test func `paths of machines start at the repository, else at the current folder`() throws {
    let scratch = try repository()
    func path(_ folder: String) throws -> String? {
      let lines = try check(scratch, "--report", "github", "--library", scratch["docs/content"], folder: folder).out.split(separator: "\n")
      return lines.first.flatMap { $0.split(separator: ",").first }.map(String.init)
    }
    let tail = "workflows/old/README.md"
    #expect(try path("docs/content/workflows") == "::error file=docs/content/\(tail)")
    try scratch.put("docs/content/.git", "gitdir: elsewhere\n")
    #expect(try path("") == "::error file=\(tail)")
    try FileManager.default.removeItem(atPath: scratch["docs/content/.git"])
    try FileManager.default.removeItem(atPath: scratch[".git"])
    #expect(try path("docs") == "::error file=content/\(tail)")
    #expect(try path("docs/content/workflows/demo") == "::error file=\(tail)")
  }

  @Test func `a fingerprint does not depend on where the library lies`() throws {
    let scratch = try repository()
    func prints() throws -> [String] {
      try check(scratch, "--report", "json").out.split(separator: "\n").filter { $0.contains("\"fingerprint\"") }.map(String.init)
    }
    let before = try prints()
    try scratch.rename("docs/content", to: "docs/augment-extensions")
    #expect(try before.count == 3 && prints() == before)
  }

  // MARK: Baseline

  @Test func `a library with faults starts today, and later runs report what is new`() throws {
    let scratch = try repository()
    let written = try check(scratch, "--write-baseline")
    #expect(written.code == 0 && written.out == "" && written.talk.contains("wrote content/augury-baseline.json: 3 findings\n"))
    let again = try check(scratch)
    #expect(again.code == 0 && again.talk.hasSuffix("2 modules, 6 files: no findings; 3 more in the baseline\n"))
    try scratch.put(readme, try #require(scratch.text(readme)).replacing("# Old", with: "# Old\n\n[new](new.md)"))
    let new = try check(scratch, "--select", "links")
    #expect(new.code == 1 && new.out.contains("`new.md`") && !new.out.contains("`nothing.md`"))
    #expect(try check(scratch, "--select", "links", "--report", "json").out.contains("\"known\": 1"))
    #expect(try check(scratch, "--no-baseline", "--select", "links").out.contains("`nothing.md`"))
  }

  @Test func `build respects it too`() throws {
    let scratch = try repository()
    #expect(try Tool.run("build", in: scratch["docs"]).code == 1)
    _ = try check(scratch, "--write-baseline")
    let build = try Tool.run("build", "--strict", in: scratch["docs"])
    #expect(build.code == 0 && build.talk.contains("3 more in the baseline"))
    #expect(try Tool.run("build", in: scratch["docs"]).talk.contains("3 more in the baseline\nnothing changed"))
    try scratch.put(baseline, "{")
    #expect(try Tool.run("build", in: scratch["docs"]).code == 2)
  }

  @Test func `what is mended is a note until it is pruned`() throws {
    let scratch = try repository()
    _ = try check(scratch, "--write-baseline")
    try scratch.put(readme, try #require(scratch.text(readme)).replacing("[nothing](nothing.md)", with: "nothing at all it is"))
    let stale = try check(scratch, "--select", "links,stale-baseline-entry")
    #expect(stale.code == 0 && stale.out.hasPrefix("note[stale-baseline-entry]: `broken-link` no longer finds this"))
    #expect(stale.out.contains(" --> content/augury-baseline.json:4:5\n"))
    let pruned = try check(scratch, "--select", "links", "--prune-baseline")
    #expect(pruned.talk.contains("wrote content/augury-baseline.json: 2 findings, 1 taken out\n"))
    #expect(try check(scratch, "--select", "links,stale-baseline-entry").out == "")
    try FileManager.default.removeItem(atPath: scratch[baseline])
    #expect(try check(scratch, "--prune-baseline").code == 2)
  }

  @Test func `writing it for a part keeps the rest`() throws {
    let scratch = try repository()
    _ = try check(scratch, "--write-baseline", "--select", "links")
    #expect(scratch.text(baseline)?.contains("broken-link") == true && scratch.text(baseline)?.contains("stale") == false)
    _ = try check(scratch, "workflows/demo", "--write-baseline")
    #expect(scratch.text(baseline)?.contains("broken-link") == true && scratch.text(baseline)?.contains("stale") == false)
    _ = try check(scratch, "--write-baseline", "--ignore", "links")
    #expect(scratch.text(baseline)?.contains("broken-link") == true && scratch.text(baseline)?.contains("stale") == true)
  }

  @Test(arguments: [
    ("{\"schemaVersion\": 1,}", "content/augury-baseline.json:1:"), ("{\n \"schemaVersion\": 2}", "content/augury-baseline.json:1:1: "),
    ("<<<<<<< HEAD", "content/augury-baseline.json:1:1: "),
  ])
  func `a malformed one ends with 2 and its place, whatever is asked`(text: String, place: String) throws {
    let scratch = try repository()
    try scratch.put(baseline, text)
    for option in ["--strict", "--write-baseline", "--prune-baseline", "--fix"] {
      let run = try check(scratch, option)
      #expect(run.code == 2 && run.talk.contains("augury: " + place), "\(run.talk)")
    }
    #expect(scratch.text(baseline) == text)
    #expect(try check(scratch, "--no-baseline").code == 1)
  }

  @Test func `a link in its place is refused`() throws {
    let scratch = try repository()
    try scratch.put("elsewhere.json", "{\"schemaVersion\": 1, \"findings\": []}")
    try scratch.link(baseline, to: "../../elsewhere.json")
    for option in ["--strict", "--write-baseline"] {
      let run = try check(scratch, option)
      #expect(run.code == 2 && run.talk.contains("symbolic link"))
    }
    #expect(scratch.text("elsewhere.json") == "{\"schemaVersion\": 1, \"findings\": []}")
  }

  @Test func `options that contradict each other are refused`() throws {
    let scratch = try repository()
    #expect(try check(scratch, "--write-baseline", "--prune-baseline").code == 2)
    #expect(try check(scratch, "--write-baseline", "--no-baseline").code == 2)
  }

  // MARK: Fixes

  @Test func `fixes are told one a line, and a second run does nothing`() throws {
    let scratch = try repository()
    let crlf = try #require(scratch.text(readme)).replacing("\n", with: "\r\n")
    scratch.remove(readme)
    try scratch.put(readme, bytes: Array(crlf.utf8), mode: 0o640)
    let run = try check(scratch, "--fix")
    #expect(run.code == 1 && run.out.contains("`nothing.md`") && !run.out.contains("stale"))
    let lines = run.talk.split(separator: "\n").filter { $0.hasPrefix("fixed ") }
    #expect(lines.count == 2 && lines[0].hasPrefix("fixed content/workflows/old/README.md:7:1: write `~"))
    #expect(lines.allSatisfy { $0.hasSuffix(" [stale-character-count]") })
    let number = try #require(lines[0].split(whereSeparator: { "~ ".contains($0) }).first { Int($0) != nil })
    #expect(scratch.text(readme) == crlf.replacing("~7", with: "~\(number)"))
    #expect(try scratch.mode(readme) == 0o640)
    let again = try check(scratch, "--fix")
    #expect(again.code == 1 && !again.talk.contains("fixed") && again.out == run.out)
  }

  @Test func `what the baseline knows is mended too, and what is not chosen is not`() throws {
    let scratch = try repository()
    _ = try check(scratch, "--write-baseline")
    #expect(try !check(scratch, "--fix", "--select", "links").talk.contains("fixed"))
    #expect(try !check(scratch, "--fix", "workflows/demo").talk.contains("fixed"))
    let run = try check(scratch, "--fix")
    #expect(run.talk.contains("fixed content/workflows/old/module.json") && run.out.contains("stale-baseline-entry"))
  }

  @Test func `nothing outside of the library changes, nor what a link leads to`() throws {
    let scratch = try repository()
    let text = try #require(scratch.text(readme))
    try scratch.put("outside.md", text)
    try FileManager.default.removeItem(atPath: scratch[readme])
    try scratch.link(readme, to: "../../../../outside.md")
    let run = try check(scratch, "--fix")
    #expect(run.code == 1 && run.out.contains("unreadable-file"))
    #expect(scratch.text("outside.md") == text)
  }
}
