import Foundation
import JSON
import TestSupport
import Testing

/// The commands from outside: exit codes, what is data and what is talk, and what is written.
@Suite struct CommandTests {
  /// A folder with the library `content`: one sound module, one with a broken link and a stale count.
  private func broken() throws -> Scratch {
    let scratch = try Scratch()
    let files = SoundModule.with(
      LibraryText(
        """
        -- workflows/broken/module.json --
        {
          "name": "broken", "version": "1.0.0", "displayName": "Broken", "description": "A module with two faults in it.",
          "type": "workflows", "tags": ["x"], "augment": { "characterCount": 7, "priority": "low" }
        }
        -- workflows/broken/README.md --
        # Broken

        See [nothing](nothing.md).

        ## Character Count

        ~7 characters
        """
      )
    )
    try scratch.put(files, in: "content")
    return scratch
  }

  private func json(_ text: String) throws -> JSONValue {
    let read = JSONReader.read(Array(text.utf8))
    #expect(read.faults.isEmpty)
    return try #require(read.value)
  }

  @Test func `a clean module exits with 0 and says nothing on stdout`() throws {
    let scratch = try broken()
    let run = try Tool.run("check", "workflows/demo", in: scratch.path)
    #expect(run.code == 0 && run.out == "")
    #expect(run.talk == "library: content\n2 modules, 6 files: no findings\n")
  }

  @Test func `findings go to stdout, talk to stderr, and errors exit with 1`() throws {
    let scratch = try broken()
    let run = try Tool.run("check", in: scratch.path)
    #expect(run.code == 1)
    #expect(run.out.hasPrefix("error[broken-link]: `nothing.md` leads to no file\n --> content/workflows/broken/README.md:3:5\n"))
    #expect(run.out.components(separatedBy: "error[stale-character-count]").count == 3)
    #expect(run.talk == "library: content\n2 modules, 6 files: 3 errors\n2 of them can be mended by `augury check --fix`\n")
    #expect(!run.out.contains("\u{1B}"))
  }

  @Test(
    arguments: [(["--fail-on", "never"], 0), (["--fail-on", "note"], 1), (["--strict"], 1), (["--select", "trees"], 0)]
      as [([String], Int32)]
  )
  func `the exit code follows the level`(options: [String], code: Int32) throws {
    let scratch = try broken()
    let run =
      options.count == 2
      ? try Tool.run("check", options[0], options[1], in: scratch.path) : try Tool.run("check", options[0], in: scratch.path)
    #expect(run.code == code)
  }

  @Test func `the JSON report is data, on stdout or in a file`() throws {
    let scratch = try broken()
    let run = try Tool.run("check", "--report", "json", in: scratch.path)
    let root = try json(run.out)
    #expect(root["findings"]?.array?.count == 3)
    let both = try Tool.run("check", "--report", "text", "--report", "json=out.json", in: scratch.path)
    #expect(both.code == 1 && both.out.hasPrefix("error["))
    #expect(scratch.text("out.json") == run.out)
    let nowhere = try Tool.run("check", "--report", "json=no/such/folder.json", in: scratch.path)
    #expect(nowhere.code == 3 && nowhere.talk.contains("no/such/folder.json"))
  }

  @Test(arguments: [
    (["check", "--selct", "links"], "--select"), (["chekc"], "'chekc'"),
    (["check", "--select", "brokn-link"], "did you mean `broken-link`?"),
    (["check", "--ignore", "linsk"], "did you mean `links`?"), (["explain", "brokenlink"], "did you mean `broken-link`?"),
    (["check", "workflows/demmo"], "did you mean `workflows/demo`?"), (["check", "--report", "yaml"], "--report"),
    (["check", "--library", "nowhere"], "`nowhere` is not a folder"), (["count", "--format", "xml"], "xml"),
    (["check", "--fail-on", "always"], "always"),
  ])
  func `a wrong call exits with 2 and names what was probably meant`(arguments: [String], hint: String) throws {
    let scratch = try broken()
    let run =
      switch arguments.count {
      case 1: try Tool.run(arguments[0], in: scratch.path)
      case 2: try Tool.run(arguments[0], arguments[1], in: scratch.path)
      default: try Tool.run(arguments[0], arguments[1], arguments[2], in: scratch.path)
      }
    #expect(run.code == 2 && run.out == "")
    #expect(run.talk.contains(hint), "\(run.talk)")
  }

  @Test func `a faulty configuration exits with 2 and its places`() throws {
    let scratch = try broken()
    try scratch.put("content/augury.yml", "preset: augx\nbudgte: 5\nrules:\n  brokn-link: note\n  malformed-json: note\n")
    let run = try Tool.run("check", in: scratch.path)
    #expect(run.code == 2 && run.out == "")
    #expect(
      run.talk == """
        augury: content/augury.yml:2:1: unknown key `budgte`; did you mean `budgets`?
        augury: content/augury.yml:4:3: unknown rule `brokn-link`; did you mean `broken-link`?
        augury: content/augury.yml:5:3: `malformed-json` is about broken format, which nothing lowers

        """
    )
  }

  @Test(arguments: [
    ("requires: \">=0.1,<2\"\n", Int32(0), ""),
    (
      "preset: none\nrequires: ^9.1 || ^10\nfrom-the-future: true\n", 2,
      "augury: content/augury.yml:2:11: the library requires Augury `^9.1 || ^10`, and this is "
    ),
    ("requires: soon\n", 2, "augury: content/augury.yml:1:11: `requires` is a range of versions, such as `\">=1.2,<2\"`\n"),
  ])
  func `a library says which versions of Augury it needs`(yaml: String, code: Int32, talk: String) throws {
    let scratch = try broken()
    try scratch.put("content/augury.yml", yaml)
    let run = try Tool.run("check", "--select", "trees", in: scratch.path)
    #expect(run.code == code && (talk.isEmpty || run.talk.hasPrefix(talk)), "\(run.talk)")
    #expect(talk.isEmpty || run.talk.split(separator: "\n").count == 1)
  }

  @Test func `a configuration that is a link is refused, not passed over`() throws {
    let scratch = try broken()
    try scratch.rename("content/augury.yml", to: "real.yml")
    try scratch.link("content/augury.yml", to: "../real.yml")
    let run = try Tool.run("check", in: scratch.path)
    #expect(run.code == 2 && run.talk.contains("symbolic link"))
  }

  @Test func `an empty library is a wrong call`() throws {
    let scratch = try Scratch()
    let run = try Tool.run("check", in: scratch.path)
    #expect(run.code == 2 && run.talk.contains("no module in `.`"))
  }

  @Test(arguments: ["check", "build"])
  func `a library whose one manifest cannot be read is a finding, not a wrong call`(command: String) throws {
    let scratch = try Scratch()
    try scratch.put("x/README.md", "# X\n")
    try scratch.link("x/module.json", to: "README.md")
    let run = try Tool.run(command, in: scratch.path)
    #expect(run.code == 1)
    #expect(run.out.contains("error[unreadable-file]: a symbolic link, which is not followed\n --> x/module.json"), "\(run.out)\(run.talk)")
  }

  @Test func `configured severities decide`() throws {
    let scratch = try broken()
    try scratch.put("content/augury.yml", "preset: none\nrules:\n  broken-link: off\n  stale-character-count: warning\n")
    let run = try Tool.run("check", in: scratch.path)
    #expect(run.code == 0 && run.talk.contains(": 2 warnings\n"))
    #expect(try Tool.run("check", "--strict", in: scratch.path).code == 1)
  }

  @Test func `the library is found upward, then in content, then in augment-extensions, then here`() throws {
    let scratch = try broken()
    #expect(try Tool.run("count", in: scratch.path).talk == "library: content\n")
    try scratch.rename("content", to: "augment-extensions")
    #expect(try Tool.run("count", in: scratch.path).talk == "library: augment-extensions\n")
    #expect(try Tool.run("count", in: scratch["augment-extensions"]).talk == "library: .\n")
    try scratch.put("augment-extensions/augury.yml", "")
    #expect(try Tool.run("count", in: scratch["augment-extensions/workflows/demo/rules"]).talk == "library: ../../..\n")
    #expect(try Tool.run("count", "--library", "augment-extensions/", in: scratch.path).talk == "library: augment-extensions\n")
  }

  @Test(arguments: [
    ("", "workflows/broken"), ("", "content/workflows/broken"), ("", "./content/workflows/broken/"), ("", "workflows/broken/README.md"),
    ("content/workflows", "broken"), ("content/workflows/broken", "."), ("content/workflows/broken", "README.md"),
    ("content/workflows/demo", "../broken"),
  ])
  func `a path is an id, a folder or a file, seen from the current folder too`(folder: String, path: String) throws {
    let scratch = try broken()
    try scratch.put("content/augury.yml", "")
    let options = ["--select", "links"]
    let library = folder.isEmpty ? "content" : String(repeating: "../", count: folder.split(separator: "/").count - 1)
    let run = try Tool.run("check", path, "--library", library.isEmpty ? "." : library, options[0], options[1], in: scratch[folder])
    #expect(run.code == 1 && run.out.contains("broken-link"))
    let other = try Tool.run("check", "workflows/demo", "--library", library.isEmpty ? "." : library, in: scratch[folder])
    #expect(other.code == 0)
  }

  @Test func `count shows numbers, as text and as JSON`() throws {
    let scratch = try broken()
    let run = try Tool.run("count", in: scratch.path)
    #expect(run.code == 0 && run.out.hasPrefix("module "))
    let root = try json(try Tool.run("count", "--format", "json", in: scratch.path).out)
    let modules = try #require(root["modules"]?.array)
    #expect(modules.map { $0["id"]?.string } == ["workflows/broken", "workflows/demo"])
    #expect(modules[1]["characters"]?.int == modules[1]["stated"]?.int)
    #expect(modules[0]["stated"]?.int == 7)
    #expect(try Tool.run("count", "workflows/demo", in: scratch.path).out.contains("rules/guide.md"))
  }

  @Test func `count --write makes check clean, keeps every other byte, and then changes nothing`() throws {
    let scratch = try broken()
    let readme = "content/workflows/broken/README.md"
    let before = try #require(scratch.text(readme)).replacing("See [nothing](nothing.md).", with: "é 🧮").replacing("\n", with: "\r\n")
    try scratch.put(readme, before)
    try scratch.put("content/workflows/broken/metadata.json", "{\"characterCount\" : 1 }")
    let run = try Tool.run("count", "--write", in: scratch.path)
    #expect(run.code == 0)
    let number = try #require(run.out.split(separator: " ").dropFirst().first)
    #expect(run.out.hasPrefix("workflows/broken: \(number) characters, written to README.md, metadata.json, module.json\nworkflows/demo: "))
    #expect(scratch.text(readme) == before.replacing("~7 characters", with: "~\(number) characters"))
    #expect(scratch.text("content/workflows/broken/metadata.json") == "{\"characterCount\" : \(number) }")
    #expect(try Tool.run("check", in: scratch.path).code == 0)
    let again = try Tool.run("count", "--write", in: scratch.path)
    #expect(
      again.out == "workflows/broken: \(number) characters, unchanged\n" + again.out.split(separator: "\n").dropFirst().joined() + "\n"
    )
  }

  @Test func `names in a library do not drive the terminal`() throws {
    let scratch = try broken()
    try scratch.put("content/workflows/\u{1B}[31mred/module.json", "{}")
    try scratch.put("content/workflows/\u{1B}[31mred/\u{7}.md", "# x\n")
    for arguments in [["count", "workflows"], ["check", "--strict"], ["count", "--write"]] {
      let run = try Tool.run(arguments[0], arguments[1], in: scratch.path)
      #expect(!(run.out + run.talk).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
    }
    try scratch.put("content/augury.yml", "\"\\e[31m\": 1\n")
    #expect(!(try Tool.run("check", in: scratch.path).talk.contains("\u{1B}")))
  }

  @Test func `explain lists the rules and explains each`() throws {
    let list = try Tool.run("explain")
    #expect(list.code == 0 && list.out.contains("  broken-link "))
    let one = try Tool.run("explain", "broken-link")
    #expect(one.code == 0 && one.out.hasPrefix("broken-link (links, error, since 0.1.0)\n"))
    #expect(one.out.contains("Bad") && one.out.contains("Good"))
  }

  @Test(arguments: ["--help", "--version"])
  func `help and version are data`(option: String) throws {
    let run = try Tool.run(option)
    #expect(run.code == 0 && !run.out.isEmpty && run.talk == "")
  }

  @Test(arguments: [
    "build", "check", "context", "count", "explain", "export", "mcp", "prompt", "prompt list", "prompt show", "prompt fill", "schema",
    "verify",
  ])
  func `every command has help with an example`(command: String) throws {
    let run = try Tool.run(command.split(separator: " ").map(String.init) + ["--help"])
    #expect(run.code == 0 && run.out.contains("Example: augury \(command)"))
  }

  @Test func `data that cannot be written is a failure of the machine`() throws {
    let run = try Tool.run("explain", output: "/dev/full")
    #expect(run.code == 3 && run.talk.contains("cannot write to the standard output"))
  }

  @Test func `the library that ships is read`() throws {
    let run = try Tool.run("check", "--fail-on", "never", "--report", "json")
    #expect(run.code == 0)
    let root = try json(run.out)
    let findings = try #require(root["findings"]?.array)
    let rules = Set(findings.compactMap { $0["rule"]?.string })
    #expect(rules == ["module-over-budget"])
    #expect(try Tool.run("count").out.contains("workflows/database"))
  }
}
