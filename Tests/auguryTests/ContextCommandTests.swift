import JSON
import TestSupport
import Testing

/// `augury context`: what it prints, lists and refuses.
@Suite struct ContextCommandTests {
  private static func library(_ profiles: String = "start: [\"x:README.md\"]") throws -> Scratch {
    let scratch = try Scratch()
    try scratch.put(
      LibraryText("-- augury.yml --\npreset: none\nprofiles: { \(profiles) }\n-- x/module.json --\n{}\n-- x/README.md --\n# X\n\nText.")
    )
    return scratch
  }

  @Test func `the context goes to stdout, to the byte what a built site has, and its size to stderr`() throws {
    let scratch = try Self.library()
    let run = try Tool.run("context", "start", in: scratch.path)
    #expect(run.code == 0 && run.out.hasSuffix("**File 1 of 1: `x/README.md`**\n\n# X\n\nText.\n"))
    let size = run.out.unicodeScalars.count
    #expect(run.talk == "library: .\n1 file, \(size) characters, about \((size + 3) / 4) tokens\n")
    _ = try Tool.run("build", "--output", "public", in: scratch.path)
    #expect(scratch.text("public/context/start.md") == run.out)
    #expect(scratch.text("public/llms.txt")?.contains("(context/start.md)") == true)
  }

  @Test func `over the budget nothing is printed and what to drop is named`() throws {
    let scratch = try Self.library()
    let size = try Tool.run("context", "start", in: scratch.path).out.unicodeScalars.count
    #expect(try Tool.run("context", "start", "--budget", "\(size)", in: scratch.path).code == 0)
    let run = try Tool.run("context", "start", "--budget", "\(size - 1)", in: scratch.path)
    #expect(run.code == 1 && run.out == "")
    let headline = "profile `start` has \(size) characters, 1 over its budget of \(size - 1)"
    #expect(run.talk.hasPrefix("library: .\naugury: \(headline)\ndrop `x/README.md` ("))
  }

  @Test func `a profile with a file that is not there is not printed`() throws {
    let scratch = try Self.library("start: [\"x:README.md\", \"x:gone.md\"]")
    let run = try Tool.run("context", "start", in: scratch.path)
    #expect(run.code == 1 && run.out == "")
    #expect(run.talk == "library: .\naugury: profile `start` names `x:gone.md`, which is no file of the library, or no text\n")
  }

  @Test(arguments: [
    (["context", "strat"], "augury: there is no profile `strat`; did you mean `start`?"),
    (["context", "zzzzzzzz"], "augury: there is no profile `zzzzzzzz`; there are `start`"),
    (["context", "start", "--budget", "0"], "Error: --budget is a number of characters above 0"),
    (["context", "--budget", "9"], "Error: --budget needs a profile"),
  ])
  func `a wrong call is told so`(arguments: [String], sentence: String) throws {
    let scratch = try Self.library()
    let run = try Tool.run(arguments, in: scratch.path)
    #expect(run.code == 2 && run.out == "" && run.talk.contains(sentence + "\n"))
  }

  @Test func `without a profile they are listed, for people and for programs`() throws {
    let scratch = try Self.library()
    let size = try Tool.run("context", "start", in: scratch.path).out.unicodeScalars.count
    #expect(
      try Tool.run("context", in: scratch.path).out == "name   module  files  characters\nstart              1         \(size)\n"
    )
    let json = try #require(JSONReader.read(Array(try Tool.run("context", "--format", "json", in: scratch.path).out.utf8)).value)
    let profile = try #require(json["profiles"]?.array?.first)
    #expect(profile["name"]?.string == "start" && profile["module"]?.isNull == true && profile["characters"]?.int == size)
    #expect(profile["file"]?.string == "context/start.md" && profile["files"]?.array?.first?["path"]?.string == "x/README.md")
  }

  @Test func `as JSON a profile carries its text`() throws {
    let scratch = try Self.library()
    let text = try Tool.run("context", "start", in: scratch.path).out
    let run = try Tool.run("context", "start", "--format", "json", in: scratch.path)
    let json = try #require(JSONReader.read(Array(run.out.utf8)).value)
    #expect(json["text"]?.string == text && json["schemaVersion"]?.int == 1)
  }

  @Test func `a library without profiles is told how to declare one`() throws {
    let scratch = try Scratch()
    try scratch.put(LibraryText("-- x/module.json --\n{}"))
    let run = try Tool.run("context", in: scratch.path)
    #expect(run.code == 0 && run.out == "" && run.talk.contains("the library has no profiles; declare one in `augury.yml`"))
    #expect(try Tool.run("context", "start", in: scratch.path).code == 2)
  }
}
