import Foundation
import JSON
import TestSupport
import Testing

/// `augury prompt`: what it lists, shows, prints, asks and refuses.
@Suite struct PromptCommandTests {
  /// A library with one prompt that has a variable of every type.
  private static func library(extra: String = "") throws -> Scratch {
    let scratch = try Scratch()
    try scratch.put(
      LibraryText(
        """
        -- augury.yml --
        preset: none
        -- workflows/x/module.json --
        {}
        -- workflows/x/README.md --
        # Deploy \u{1B}[31m

        **Purpose**: Roll out a service

        **AI Prompt Template** `deploy`:
        ```
        Deploy [service] to [region], [count] times, dry: [dry].\(extra)

        Steps:
        1. [Step 1]
        2. [Step 2]

        Notes: [notes]
        ```

        **Variables**:

        | placeholder | name | type | required | default | choices | example | description |
        |---|---|---|---|---|---|---|---|
        | [service] | service | text | yes | | | api | Its name |
        | [region] | region | choice | yes | | north, south | | |
        | [count] | count | integer | no | 1 | | | |
        | [dry] | dry | boolean | yes | | | | |
        | [Step 1] | steps | list | yes | | | | |
        | [notes] | notes | multiline | yes | | | | |
        """
      )
    )
    return scratch
  }

  private static let filled = "Deploy api to south, 1 times, dry: no.\n\nSteps:\n1. build\n2. ship\n\nNotes: a\n\nb\n"

  @Test func `a list has a line a prompt, and none is said to be none`() throws {
    let library = try Self.library()
    let run = try Tool.run("prompt", "list", in: library.path)
    #expect(
      run.out == """
        name    module       title              variables
        deploy  workflows/x  Deploy \\u{1B}[31m          6

        """
    )
    let scratch = try Scratch()
    try scratch.put(LibraryText(SoundModule.text))
    let empty = try Tool.run("prompt", "list", in: scratch.path)
    #expect(empty.code == 0 && empty.out == "" && empty.talk.contains("no prompts"))
  }

  @Test func `what is shown has the template and a table of the variables`() throws {
    let library = try Self.library()
    let run = try Tool.run("prompt", "show", "deploy", in: library.path)
    #expect(
      run.out == """
        deploy
        Deploy \\u{1B}[31m

        Roll out a service

        module: workflows/x
        file: workflows/x/README.md

        Template:

            Deploy [service] to [region], [count] times, dry: [dry].

            Steps:
            1. [Step 1]
            2. [Step 2]

            Notes: [notes]

        Variables:

            variable  type       required  default  choices       example  description
            service   text       yes                              api      Its name
            region    choice     yes                north, south
            count     integer    no        1
            dry       boolean    yes
            steps     list       yes                                       Steps
            notes     multiline  yes                                       Notes

        """
    )
  }

  // MARK: Filling in

  @Test func `only the prompt goes to stdout, from a file, from stdin or from the command line`() throws {
    let scratch = try Self.library()
    let json = "{\"service\": \"api\", \"region\": \"south\", \"dry\": false, \"steps\": [\"build\", \"ship\"], \"notes\": \"a\\n\\nb\"}"
    try scratch.put("v.json", json)
    try scratch.put("v.yml", "service: api\nregion: north\ndry: no\nsteps: [x]\nnotes: |-\n  a\n\n  b\n")
    #expect(try Tool.run("prompt", "fill", "deploy", "--from", "v.json", in: scratch.path).out == Self.filled)
    #expect(try Tool.run(["prompt", "fill", "deploy", "--from", "-"], in: scratch.path, input: json).out == Self.filled)
    let above = ["--set", "region=south", "--set", "steps=build", "--set", "steps=ship"]
    let run = try Tool.run(["prompt", "fill", "deploy", "--from", "v.yml"] + above, in: scratch.path)
    #expect(run.code == 0 && run.out == Self.filled && run.talk == "library: .\n")
  }

  @Test func `a final line end is added only where there is none`() throws {
    let scratch = try Self.library(extra: "")
    let readme = try #require(scratch.text("workflows/x/README.md"))
    try scratch.put("workflows/x/README.md", readme.replacing("Notes: [notes]\n", with: "Notes: [notes]\n\n"))
    try scratch.put(
      "v.json",
      "{\"service\":\"api\",\"region\":\"south\",\"dry\":false,\"steps\":[\"build\",\"ship\"],\"notes\":\"a\\n\\nb\"}"
    )
    #expect(try Tool.run("prompt", "fill", "deploy", "--from", "v.json", in: scratch.path).out == Self.filled)
  }

  @Test func `without a terminal everything that is missing is named at once`() throws {
    let library = try Self.library()
    let run = try Tool.run("prompt", "fill", "deploy", "--set", "region=north", in: library.path)
    #expect(run.code == 2 && run.out == "")
    #expect(
      run.talk == """
        library: .
        augury: `service` has no value, and is required (Its name)
        augury: `dry` has no value, and is required ([dry])
        augury: `steps` has no value, and is required (Steps)
        augury: `notes` has no value, and is required (Notes)
        a value is given by --set name=value, or in a file by --from

        """
    )
  }

  @Test(arguments: [
    (["--set", "region=west"], "augury: `west` is no value of `region`: one of north, south"),
    (["--set", "regoin=north"], "augury: the prompt has no variable `regoin`; did you mean `region`?"),
    (["--set", "region"], "region"), (["--from", "nowhere.yml"], "augury: cannot open nowhere.yml: No such file or directory"),
    (["--from", "bad.yml"], "augury: bad.yml:2:3: a value is a text, a number, true or false, or a list of these"),
    (["--from", "unknown.json"], "augury: the prompt has no variable `serivce`; did you mean `service`?"),
  ])
  func `a wrong value is told with what was probably meant`(options: [String], sentence: String) throws {
    let scratch = try Self.library()
    try scratch.put("bad.yml", "service:\n  a: 1\n")
    try scratch.put("unknown.json", "{\"serivce\": 1}")
    let run = try Tool.run(["prompt", "fill", "deploy"] + options, in: scratch.path)
    #expect(run.code == (options[1] == "nowhere.yml" ? 3 : 2) && run.out == "")
    #expect(run.talk.contains(sentence), "\(run.talk)")
  }

  @Test(arguments: [(["show", "deplyo"], "did you mean `deploy`?"), (["fill", "deplyo"], "did you mean `deploy`?"), (["shwo"], "shwo")])
  func `an unknown prompt is a wrong call`(arguments: [String], hint: String) throws {
    let library = try Self.library()
    let run = try Tool.run(["prompt"] + arguments, in: library.path)
    #expect(run.code == 2 && run.out == "" && run.talk.contains(hint), "\(run.talk)")
  }

  // MARK: Asking

  private static let python = Repository.root + "/.build/python/bin/python"

  /// False only where Python is missing and nobody promised it: in CI its absence is a failure.
  private static var hasPython: Bool {
    FileManager.default.isExecutableFile(atPath: python) || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  /// Runs `prompt fill deploy` in a pseudo terminal.
  private func ask(_ answers: [String], _ options: [String] = []) throws -> (code: Int?, typed: Int?, screen: String, out: String) {
    let scratch = try Self.library()
    let typed = String(decoding: JSONWriter.line(.array(answers.map(JSONText.string))), as: UTF8.self)
    let script = Repository.root + "/Tests/Readers/terminal.py"
    try scratch.put("report", "")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.python)
    process.arguments = [script, scratch["out"], typed, Tool.path, "prompt", "fill", "deploy"] + options
    process.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
    process.standardOutput = FileHandle(forWritingAtPath: scratch["report"])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let report = try #require(JSONReader.read(Array((scratch.text("report") ?? "").utf8)).value)
    return (report["code"]?.int, report["typed"]?.int, report["screen"]?.string ?? "", scratch.text("out") ?? "")
  }

  @Test(
    .enabled(if: hasPython, "needs Python, which .ci/python installs"),
    arguments: [["a\n", "\n", "b\n", ".\n"], ["a\n", "\n", "b\n", "\u{4}"]]
  )
  func `on a terminal it asks for what is missing until each answer is right`(notes: [String]) throws {
    let answers = ["\n", "api\n", "west\n", "2\n", "perhaps\n", "n\n", "build\n", "ship\n", "\n"]
    let run = try ask(answers + notes)
    #expect(run.code == 0 && run.out == Self.filled && run.typed == answers.count + notes.count)
    let expected = [
      "1 of 5: service\n  Its name\n  Example: api\n> ", "a value is needed\n> ", "2 of 5: region\n  [region]\n  1. north\n  2. south\n> ",
      "`west` is no value of `region`: one of north, south\n> ", "3 of 5: dry\n  [dry]\n  yes or no.\n> ",
      "`perhaps` is no value of `dry`: yes or no\n> ", "4 of 5: Steps\n  One item a line; an empty line ends.\n> ",
      "5 of 5: Notes\n  Several lines; a line with only a dot ends, and so does Control-D.\n> ",
    ]
    for text in expected { #expect(run.screen.contains(text), "\(run.screen)") }
    #expect(!run.screen.contains("count") && !run.screen.contains("Deploy api"))
  }

  @Test(.enabled(if: hasPython, "needs Python, which .ci/python installs"))
  func `it asks only for what was not given, and a choice may be named`() throws {
    let given = ["service=api", "dry=no", "steps=build\nship", "notes=a\n\nb"].flatMap { ["--set", $0] }
    let run = try ask(["south\n"], given)
    #expect(run.code == 0 && run.out == Self.filled && run.screen.contains("1 of 1: region"))
  }

  @Test(.enabled(if: hasPython, "needs Python, which .ci/python installs"))
  func `an input that ends before the answer is a wrong call, and a wrong value is not asked for`() throws {
    let ended = try ask(["api\n", "\u{4}"])
    #expect(ended.code == 2 && ended.out == "" && ended.screen.contains("augury: no value for `region`: the input has ended"))
    let wrong = try ask([], ["--set", "region=west"])
    #expect(wrong.code == 2 && !wrong.screen.contains("> ") && wrong.screen.contains("`west` is no value of `region`"))
  }
}
