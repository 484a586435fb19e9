import Foundation
import JSON
import TestSupport
import Testing

/// `augury mcp` as a process: with the official client as its peer, and with bytes that no client sends.
@Suite struct MCPCommandTests {
  private static func library() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.put(
      LibraryText(
        """
        -- augury.yml --
        preset: none
        -- workflows/x/module.json --
        {}
        -- workflows/x/README.md --
        # Deploy

        **AI Prompt Template** `deploy`:
        ```
        Deploy [service] to [region].

        Steps:
        1. [Step 1]
        2. [Step 2]
        ```

        **Variables**:

        | placeholder | name | type | required | choices |
        |---|---|---|---|---|
        | [service] | service | text | yes | |
        | [region] | region | choice | yes | north, south |
        | [Step 1] | steps | list | yes | |
        -- workflows/x/rules/a b.md --
        # Guide
        """
      )
    )
    return scratch
  }

  // MARK: The official client

  @Test(.enabled(if: Readers.isWanted, "needs the Python package mcp, which .ci/python installs"), arguments: ["2025-06-18", "2025-11-25"])
  func `the official client understands all of it, in both versions`(version: String) throws {
    let scratch = try Self.library()
    let script = Repository.root + "/Tests/Readers/mcp_peer.py"
    let edited = scratch["workflows/x/rules/new.md"]
    let (code, out) = try Readers.run("python", [script, version, edited, Tool.path, "mcp", "--library", scratch.path])
    try #require(code == 0)
    let seen = try #require(JSONReader.read(Array(out.utf8)).value)
    #expect(seen["initialize"]?["protocolVersion"]?.string == version)
    #expect(seen["prompts"]?["prompts"]?.array?.map { $0["name"]?.string } == ["deploy"])
    let message = seen["prompt"]?["messages"]?.array?.first
    #expect(message?["content"]?["text"]?.string == "Deploy api to south.\n\nSteps:\n1. build\n2. ship")
    #expect(seen["missing"]?["code"]?.int == -32602)
    #expect(seen["completion"]?["completion"]?["values"]?.array?.map(\.string) == ["south"])
    let uris = ["augury://workflows/x/README.md", "augury://workflows/x/rules/a%20b.md"]
    #expect(seen["texts"]?.object?.map(\.key) == uris)
    #expect(seen["texts"]?[uris[1]]?["contents"]?.array?.first?["text"]?.string == "# Guide\n")
    #expect(seen["absent"]?["code"]?.int == -32002)
    let told = ["notifications/prompts/list_changed", "notifications/resources/list_changed"]
    #expect(seen["told"]?.array?.map(\.string) == told)
    #expect(seen["after"]?["prompts"]?.array?.map { $0["name"]?.string } == ["deploy", "new"])
  }

  // MARK: Bytes

  private static let ping = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}"
  private static let pong = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {}}\n"

  @Test func `only messages go to stdout, and the end of stdin is the end`() throws {
    let scratch = try Self.library()
    let run = try Tool.run(["mcp"], in: scratch.path, input: "\(Self.ping)\n\n{\"jsonrpc\": \"2.0\", \"method\": \"x\"}\n\(Self.ping)")
    #expect(run.code == 0 && run.out == Self.pong + Self.pong && run.talk == "library: .\n")
    #expect(try Tool.run(["mcp"], in: scratch.path, input: "").code == 0)
  }

  @Test func `a line of 100 MB is refused without being kept, and the server lives`() throws {
    let scratch = try Self.library()
    let line = "{\"jsonrpc\": \"2.0\", \"id\": 2, \"method\": \"" + String(repeating: "x", count: 100 << 20) + "\"}"
    let run = try Tool.run(["mcp"], in: scratch.path, input: "\(line)\n\(Self.ping)\n")
    let lines = run.out.split(separator: "\n")
    #expect(run.code == 0 && lines.count == 2 && lines[0].contains("\"code\": -32700") && lines[0].contains("\"id\": null"))
    #expect(lines.last.map { $0 + "\n" } == Self.pong[...])
  }

  @Test func `a library that is not there is a wrong call, before anything is read`() throws {
    let run = try Tool.run(["mcp", "--library", "nowhere"], input: Self.ping)
    #expect(run.code == 2 && run.out == "" && run.talk == "augury: `nowhere` is not a folder\n")
  }

  @Test func `a client that goes away ends the server quietly`() throws {
    let scratch = try Self.library()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    let asking = "while echo '\(Self.ping)'; do :; done 2>/dev/null"
    process.arguments = ["-c", "{ \(asking); } | { \"$0\" mcp 2>talk; echo $? >code; } | head -n 1 >out", Tool.path]
    process.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
    try process.run()
    process.waitUntilExit()
    #expect(scratch.text("out") == Self.pong && scratch.text("code") == "0\n" && scratch.text("talk") == "library: .\n")
  }

  /// The server as a process that is asked while it runs.
  private final class Peer {
    let library: Scratch
    private let process = Process()
    private let talkFile: Scratch
    private let (input, output) = (Pipe(), Pipe())

    init() throws {
      // What it says lies elsewhere: it would be an edit of the library.
      (library, talkFile) = (try MCPCommandTests.library(), try Scratch())
      try talkFile.put("talk", "")
      process.executableURL = URL(fileURLWithPath: Tool.path)
      process.arguments = ["mcp", "--library", library.path]
      process.standardInput = input
      process.standardOutput = output
      process.standardError = FileHandle(forWritingAtPath: talkFile["talk"])
      try process.run()
    }

    /// Sends a ping and reads until something comes back.
    func ping() -> String {
      input.fileHandleForWriting.write(Data((MCPCommandTests.ping + "\n").utf8))
      return String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    }

    func close() throws { try input.fileHandleForWriting.close() }
    func terminate() { process.terminate() }

    /// Waits for its end; what it said, and its exit code, nil when a signal ended it.
    func end() -> (code: Int32?, talk: String) {
      process.waitUntilExit()
      return (process.terminationReason == .exit ? process.terminationStatus : nil, talkFile.text("talk") ?? "")
    }
  }

  @Test func `a library that breaks is served as it was, and told once`() throws {
    let peer = try Peer()
    // Answered before the edit, so that it has read the library by then; and after it once more, with nothing new.
    for edit in [nil, "preset: none\nbudgte: 1\n", nil] {
      if let edit { try peer.library.put("augury.yml", edit) }
      #expect(peer.ping() == Self.pong)
    }
    try peer.close()
    let path = peer.library.path
    let fault = "\(path)/augury.yml:2:1: unknown key `budgte`; did you mean `budgets`?"
    let end = peer.end()
    #expect(end.code == 0 && end.talk == "library: \(path)\naugury: \(fault)\nthe library is served as it was\n")
  }

  @Test func `SIGTERM ends the server cleanly`() throws {
    let peer = try Peer()
    #expect(peer.ping() == Self.pong)
    peer.terminate()
    let end = peer.end()
    #expect(end.code == 0 && end.talk == "library: \(peer.library.path)\n")
  }
}
