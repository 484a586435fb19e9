import Foundation
import TestSupport
import Testing
import Yams

/// What other people's CI takes from the repository: the action for GitHub and the hooks for pre-commit, as far as they can be run here.
@Suite struct ServiceTests {
  private static let actionPath = Repository.root + "/.github/actions/check/action.yml"

  private func action() throws -> Node {
    try #require(try Yams.compose(yaml: String(contentsOfFile: Self.actionPath, encoding: .utf8)))
  }

  private func steps() throws -> [Node] {
    try #require(try action()["runs"]?["steps"]?.sequence.map(Array.init))
  }

  // MARK: The action

  @Test func `each input is used, by the environment and never inside a script`() throws {
    let inputs = try #require(try action()["inputs"]?.mapping).map { $0.key.string ?? "" }
    let used = try steps().flatMap { step in step["env"]?.mapping.map { $0.map { $0.value.string ?? "" } } ?? [] }
    #expect(used.sorted() == inputs.map { "${{ inputs.\($0) }}" }.sorted())
    #expect(try steps().allSatisfy { $0["run"]?.string?.contains("${{") == false && $0["shell"]?.string == "bash" })
    #expect(try action()["runs"]?["using"]?.string == "composite")
    #expect(try action()["outputs"]?["sarif"]?["value"]?.string == "${{ steps.check.outputs.sarif }}")
    #expect(try steps().contains { $0["id"]?.string == "check" })
  }

  @Test func `its scripts are bash`() throws {
    for step in try steps() {
      let script = try #require(step["run"]?.string)
      #expect(try bash(["-n"], script, [:], in: Repository.root).code == 0)
    }
  }

  @Test func `it unpacks the archive with the right sum, checks, annotates and sums up`() throws {
    let runner = try Runner()
    let run = try runner.run(steps(), inputs: ["library": "content", "arguments": "--ignore  budgets"])
    #expect(run.codes == [0, 1])
    #expect(run.out.contains("::error file=content/workflows/old/README.md,line=3,"))
    #expect(runner.scratch.text("summary")?.contains("### augury check") == true)
    let sarif = try #require(runner.scratch.text("output")?.split(separator: "=").last).trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(try String(contentsOfFile: sarif, encoding: .utf8).contains("\"version\": \"2.1.0\""))
    #expect(try Runner().run(steps(), inputs: ["arguments": "--fail-on never"]).codes == [0, 0])
    #expect(try Runner().run(steps(), inputs: ["arguments": "--selct x"]).codes == [0, 2])
  }

  @Test func `an archive with another sum is not unpacked`() throws {
    let runner = try Runner()
    let run = try runner.run(steps(), inputs: ["sha256": String(repeating: "0", count: 64)])
    #expect(run.codes.first != 0 && runner.scratch.text("temp/augury/augury") == nil)
  }

  @Test func `inputs are data, not shell`() throws {
    let runner = try Runner()
    let run = try runner.run(steps(), inputs: ["library": "$(touch pwned)", "arguments": "; touch pwned"])
    #expect(run.codes == [0, 2] && runner.scratch.text("pwned") == nil)
  }

  // MARK: pre-commit

  @Test func `the hooks run the commands they name`() throws {
    let yaml = try String(contentsOfFile: Repository.root + "/.pre-commit-hooks.yaml", encoding: .utf8)
    let hooks = try #require(try Yams.compose(yaml: yaml)?.sequence)
    #expect(hooks.map { $0["id"]?.string } == ["augury-check", "augury-fix"])
    for hook in hooks {
      let words = try #require(hook["entry"]?.string).split(separator: " ").map(String.init)
      #expect(words[0] == "augury" && hook["name"]?.string == words.joined(separator: " "))
      #expect(hook["language"]?.string == "system" && hook["pass_filenames"]?.bool == false)
      let runner = try Runner()
      #expect(try Tool.run(Array(words.dropFirst()), in: runner.scratch.path).code == 1)
      let files = try Regex(try #require(hook["files"]?.string))
      for name in ["content/x/README.md", "module.json", "content/augury.yml", "augury.yml"] {
        #expect(try files.firstMatch(in: name) != nil)
      }
      for name in ["main.swift", "content/notaugury.yml", "a.md.txt"] { #expect(try files.firstMatch(in: name) == nil) }
    }
  }
}

/// Runs a script with a given environment.
private func bash(
  _ options: [String],
  _ script: String,
  _ environment: [String: String],
  in folder: String
) throws -> Program.Ending {
  let scratch = try Scratch()
  try scratch.put("script", script)
  return try Program.run(["bash"] + options + [scratch["script"]], in: folder, environment: environment)
}

/// A runner of GitHub's as far as the action sees one: a checkout with a faulty library, and an archive as a release has it, in which
/// the program is one line that calls the built one.
private struct Runner {
  let scratch: Scratch
  private let sum: String

  init() throws {
    scratch = try Scratch()
    try scratch.makeFolder(".git")
    try scratch.makeFolder("temp")
    try scratch.put("content/workflows/old/module.json", "{}\n")
    try scratch.put("content/workflows/old/README.md", "# Old\n\nSee [nothing](nothing.md).\n")
    try scratch.put("pack/augury-1.0.0-linux-x86_64/augury", "#!/bin/sh\nexec \(Tool.path) \"$@\"\n")
    try scratch.put("pack/augury-1.0.0-linux-x86_64/LICENSE", "\n")
    let script = "chmod 755 pack/*/augury && tar -C pack -czf augury.tar.gz augury-1.0.0-linux-x86_64 && sha256sum augury.tar.gz"
    sum = String(try bash([], script, [:], in: scratch.path).out.prefix(64))
  }

  /// Runs the steps one after the other until one fails.
  func run(_ steps: [Node], inputs: [String: String]) throws -> (codes: [Int32?], out: String) {
    let inputs = ["archive": "augury.tar.gz", "sha256": sum, "library": "", "arguments": ""].merging(inputs) { _, new in new }
    var codes: [Int32?] = []
    var out = ""
    for step in steps where codes.allSatisfy({ $0 == 0 }) {
      var environment = [
        "RUNNER_TEMP": scratch["temp"], "GITHUB_OUTPUT": scratch["output"], "GITHUB_STEP_SUMMARY": scratch["summary"],
      ]
      for (name, value) in step["env"]?.mapping ?? [:] {
        let input = try #require(try /\$\{\{ inputs\.(\w+) \}\}/.wholeMatch(in: value.string ?? "")).1
        environment[name.string ?? ""] = inputs[String(input)]
      }
      let run = try bash([], try #require(step["run"]?.string), environment, in: scratch.path)
      codes.append(run.code)
      out += run.out
    }
    return (codes, out)
  }
}
