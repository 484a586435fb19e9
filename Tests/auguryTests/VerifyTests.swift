import Files
import Foundation
import TestSupport
import Testing

/// `augury verify` from outside, on the embedded engine.
@Suite struct VerifyTests {
  private let page = "content/workflows/demo/rules/guide.md"
  private let receipts = "content/.augury/receipts/workflows/demo.txt"

  /// A folder with the library `content`, whose guide has these fences.
  private func library(_ fences: String) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.put(SoundModule.with(LibraryText("-- workflows/demo/rules/guide.md --\n# Guide\n\n- A list.\n\n" + fences)), in: "content")
    return scratch
  }

  private func verify(_ scratch: Scratch, _ arguments: String...) throws -> Program.Ending {
    try Tool.run(["verify"] + arguments, in: scratch.path)
  }

  private let sound = """
    <!-- augury: setup engine=sqlite
    CREATE TABLE t (a INTEGER PRIMARY KEY);
    -->

    ```sql engine=sqlite
    INSERT INTO t VALUES (1), (2);
    ```

    ```sql engine=sqlite expect=rows
    SELECT count(*) AS n FROM t;
    ```

    ```text result
    n
    2
    ```
    """

  @Test func `what comes to what is expected passes, and writes nothing`() throws {
    let scratch = try library(sound)
    let before = try scratch.paths()
    let run = try verify(scratch)
    #expect(run.code == 0 && run.out == "")
    #expect(run.talk.contains("2  sqlite: ran on SQLite 3.") && run.talk.contains("2 examples: 2 ran"))
    #expect(try scratch.paths() == before)
  }

  @Test func `a difference is shown with its place, and fails`() throws {
    let scratch = try library(sound.replacing("n\n2", with: "n\n3"))
    let run = try verify(scratch)
    #expect(run.code == 1)
    #expect(run.out.contains("failed content/workflows/demo/rules/guide.md:13 (sqlite): the output differs"))
    #expect(run.out.contains(" n\n-3\n+2\n"))
  }

  @Test func `promoting twice changes nothing the second time`() throws {
    let scratch = try library(sound.replacing("n\n2", with: "n\n3") + "\n\n> ```sql engine=sqlite expect=rows\n> SELECT 1 AS one;\n> ```")
    #expect(try verify(scratch, "--promote").code == 0)
    let text = try #require(scratch.text(page))
    #expect(text.contains("```text result\nn\n2\n```"))
    #expect(text.hasSuffix("> ```\n>\n> ```text result\n> one\n> 1\n> ```\n"))
    let notes = try #require(scratch.text(receipts))
    let second = try verify(scratch, "--promote", "--all")
    #expect(second.code == 0 && !second.talk.contains("wrote"))
    #expect(scratch.text(page) == text && scratch.text(receipts) == notes)
  }

  @Test func `what has a receipt does not run again until it changes`() throws {
    let scratch = try library(sound)
    try #require(try verify(scratch, "--promote").code == 0)
    #expect(try verify(scratch).talk.contains("2 examples: 2 ran (2 as their receipts say)"))
    #expect(try verify(scratch, "--all").talk.contains("2 examples: 2 ran\n"))
    try scratch.put(page, try #require(scratch.text(page)).replacing("(1), (2)", with: "(1), (3)"))
    let changed = try verify(scratch)
    #expect(changed.code == 1 && changed.talk.contains("are stale") && changed.talk.contains("2 examples: 2 ran\n"))
    let check = try Tool.run(["check", "--select", "stale-receipt", "--fail-on", "warning"], in: scratch.path)
    #expect(check.code == 1 && check.out.contains("this fence has not run as it is, nor has what follows it in its database (1 more)"))
  }

  @Test func `a library outside the current folder needs to be trusted`() throws {
    let scratch = try library(sound)
    try scratch.makeFolder("elsewhere")
    let arguments = ["verify", "--library", "../content"]
    let run = try Tool.run(arguments, in: scratch["elsewhere"])
    #expect(run.code == 2 && run.talk.contains("--trust"))
    #expect(try Tool.run(arguments + ["--trust"], in: scratch["elsewhere"]).code == 0)
  }

  @Test func `an engine that is missing fails only with strict`() throws {
    let scratch = try library("```aql engine=arangodb\nRETURN 1\n```")
    #expect(try verify(scratch).code == 0)
    let run = try verify(scratch, "--strict")
    #expect(run.code == 1 && run.talk.contains("1  arangodb: skipped: there is no engine for ArangoDB"))
    #expect(try verify(scratch, "--engine", "sqlit").code == 2)
  }

  @Test func `nothing of the caller gets into an example`() throws {
    guard FileManager.default.isExecutableFile(atPath: "/bin/bash") else { return }
    let scratch = try library(
      "```sh engine=shell expect=rows\necho \"[$SECRET] $HOME\" | grep -c \"^\\[\\] $PWD$\"\n```\n\n```text result\n1\n```"
    )
    let run = try Program.run([Tool.path, "verify"], in: scratch.path, environment: ["SECRET": "x"])
    #expect(run.code == 0, "\(run.out)\(run.talk)")
  }

  @Test func `no process and no folder is left when it is killed`() throws {
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;"
    let scratch = try library("```sql engine=sqlite\n\(endless)\n```")
    try scratch.makeFolder("tmp")
    try Scratch.check(chmod(scratch.path, 0o755))
    let run = try Program([Tool.path, "verify"], in: scratch.path, environment: ["TMPDIR": scratch["tmp"]])
    try #require(wait { try !guards(of: scratch).isEmpty && !FileSystem.list(scratch["tmp"]).isEmpty })
    run.kill()
    run.wait()
    #expect(try wait { try guards(of: scratch).isEmpty && FileSystem.list(scratch["tmp"]).isEmpty })
  }

  /// The processes that work on a database in a folder.
  private func guards(of scratch: Scratch) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { process in
      guard Int(process) != nil, let words = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else { return false }
      return String(decoding: words, as: UTF8.self).contains(scratch["tmp"] + "/augury-")
    }
  }

  /// Whether something becomes true, within a time that no machine needs.
  private func wait(until isTrue: () throws -> Bool) throws -> Bool {
    for _ in 0..<3_000 {
      if try isTrue() { return true }
      usleep(10_000)
    }
    return false
  }
}
