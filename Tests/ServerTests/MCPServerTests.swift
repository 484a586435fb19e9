import JSON
import Library
import Server
import TestSupport
import Testing

/// Lines in, lines out: what the protocol asks for, and what it says of errors.
@Suite struct MCPServerTests {
  private static let text = """
    -- workflows/x/module.json --
    {}
    -- workflows/x/README.md --
    # Deploy

    **AI Prompt Template** `deploy`:
    ```
    Deploy [service] to [region], dry: [dry].
    1. [Step 1]
    2. [Step 2]
    ```

    **Variables**:

    | placeholder | name | type | required | default | choices | example |
    |---|---|---|---|---|---|---|
    | [service] | service | text | yes | | | api |
    | [region] | region | choice | yes | north | north, north-east, south | |
    | [dry] | dry | boolean | no | | | |
    | [Step 1] | steps | list | yes | | | |
    -- workflows/x/rules/a b.md --
    # Guide

    <!-- augury: ignore thin-guide - it is short -->
    Short.
    -- workflows/x/examples/one.md --
    # One
    -- workflows/x/CHANGELOG.md --
    # Changes
    """

  private static let initialize = Array(
    "{\"jsonrpc\": \"2.0\", \"id\": 0, \"method\": \"initialize\", \"params\": {\"protocolVersion\": \"2025-11-25\"}}".utf8
  )

  /// A server of the library that the client has greeted, and of others that it changes into when it is asked.
  private static func server(_ changes: [String?] = [], _ text: String = text) -> MCPServer {
    var server = silentServer([nil] + changes, text)
    _ = server.answer(initialize)
    return server
  }

  private static func silentServer(_ changes: [String?] = [], _ text: String = text) -> MCPServer {
    var changes = changes[...]
    return MCPServer(LibraryText(text).library(), version: "9.8.7") {
      guard let next = changes.popFirst(), let next else { return nil }
      return LibraryText(next).library()
    }
  }

  private var server = server()

  /// The one answer to a request.
  private mutating func ask(_ method: String, _ params: String = "{}") throws -> JSONValue {
    let lines = server.answer(Array("{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"\(method)\", \"params\": \(params)}".utf8))
    try #require(lines.count == 1)
    let answer = try Self.read(lines[0])
    #expect(answer["jsonrpc"]?.string == "2.0" && answer["id"]?.int == 7)
    return answer
  }

  /// A message, which is one line.
  private static func read(_ line: [UInt8]) throws -> JSONValue {
    #expect(line.last == 0x0A && line.count { $0 == 0x0A } == 1)
    let read = JSONReader.read(line)
    #expect(read.faults.isEmpty)
    return try #require(read.value)
  }

  private mutating func error(_ line: String) throws -> (code: Int?, message: String, id: JSONValue?) {
    let lines = server.answer(Array(line.utf8))
    try #require(lines.count == 1)
    let answer = try Self.read(lines[0])
    #expect(answer["result"] == nil)
    return (answer["error"]?["code"]?.int, answer["error"]?["message"]?.string ?? "", answer["id"])
  }

  // MARK: Starting

  @Test(arguments: [
    ("2025-06-18", "2025-06-18"), ("2025-11-25", "2025-11-25"), ("2024-11-05", "2025-11-25"), ("2099-01-01", "2025-11-25"),
  ])
  mutating func `the client's version is spoken where it is known, else the newest that is`(wanted: String, spoken: String) throws {
    let result = try ask("initialize", "{\"protocolVersion\": \"\(wanted)\", \"capabilities\": {}, \"clientInfo\": {}}")["result"]
    #expect(result?["protocolVersion"]?.string == spoken)
    #expect(result?["capabilities"]?.object?.map(\.key) == ["prompts", "resources", "completions"])
    #expect(result?["capabilities"]?["prompts"]?["listChanged"]?.bool == true)
    #expect(result?["capabilities"]?["resources"]?["listChanged"]?.bool == true)
    #expect(result?["serverInfo"]?["version"]?.string == "9.8.7")
    #expect(try ask("initialize")["error"]?["code"]?.int == -32602)
  }

  @Test(arguments: ["prompts/list", "prompts/get", "completion/complete", "resources/list", "resources/read"])
  mutating func `before it is initialized only a ping is answered`(method: String) throws {
    server = Self.silentServer()
    let error = try ask(method)["error"]
    #expect(error?["code"]?.int == -32600 && error?["message"]?.string == "`initialize` comes before `\(method)`")
    #expect(try ask("ping")["result"] != nil)
    // What is asked to find out whether a server is of a later protocol.
    #expect(try ask("server/discover")["error"]?["code"]?.int == -32601)
    #expect(try ask("initialize")["error"]?["code"]?.int == -32602)
    #expect(try ask(method)["error"]?["code"]?.int == -32600)
    _ = server.answer(Self.initialize)
    #expect(try ask(method)["error"]?["code"]?.int != -32600)
  }

  @Test mutating func `a ping is answered, a notification never`() throws {
    #expect(try ask("ping")["result"]?.object?.isEmpty == true)
    for method in ["notifications/initialized", "notifications/cancelled", "notifications/unheard-of", "prompts/list"] {
      #expect(server.answer(Array("{\"jsonrpc\": \"2.0\", \"method\": \"\(method)\"}".utf8)).isEmpty)
    }
    for line in ["", "  \r", "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {}}", "{\"jsonrpc\": \"2.0\", \"id\": 1, \"error\": {}}"] {
      #expect(server.answer(Array(line.utf8)).isEmpty)
    }
  }

  // MARK: Prompts

  @Test mutating func `prompts are listed with arguments whose types stand in words`() throws {
    let prompts = try #require(try ask("prompts/list")["result"]?["prompts"]?.array)
    #expect(prompts.map { $0["name"]?.string } == ["deploy"] && prompts[0]["title"]?.string == "Deploy")
    let arguments = try #require(prompts[0]["arguments"]?.array)
    #expect(arguments.map { $0["name"]?.string } == ["service", "region", "dry", "steps"])
    #expect(arguments.map { $0["required"]?.bool } == [true, false, false, true])
    #expect(
      arguments.map { $0["description"]?.string } == [
        "[service]; example: api", "[region]; one of north, north-east, south; default: north", "[dry]; yes or no",
        "[Step 1]; one item a line",
      ]
    )
  }

  @Test mutating func `a prompt is given as the text that fill prints`() throws {
    let result = try ask(
      "prompts/get",
      "{\"name\": \"deploy\", \"arguments\": {\"service\": \"api\", \"dry\": \"TRUE\", \"steps\": \"a\\nb\\nc\"}}"
    )
    let messages = try #require(result["result"]?["messages"]?.array)
    #expect(messages.count == 1 && messages[0]["role"]?.string == "user" && messages[0]["content"]?["type"]?.string == "text")
    #expect(messages[0]["content"]?["text"]?.string == "Deploy api to north, dry: yes.\n1. a\n2. b\n3. c")
  }

  @Test(arguments: [
    ("{\"name\": \"deploy\"}", "`service` has no value"), ("{\"name\": \"deploy\"}", "`steps` has no value"),
    ("{\"name\": \"deploy\", \"arguments\": {\"region\": \"west\"}}", "one of north, north-east, south"),
    ("{\"name\": \"deploy\", \"arguments\": {\"serivce\": \"x\"}}", "did you mean `service`?"),
    ("{\"name\": \"deploy\", \"arguments\": {\"service\": 1}}", "the argument `service` must be a string"),
    ("{\"name\": \"deploy\", \"arguments\": []}", "`arguments` must be an object"), ("{\"name\": \"deplyo\"}", "did you mean `deploy`?"),
    ("{}", "`name` must be a string"), ("[]", "`params` must be an object"),
  ])
  mutating func `what cannot be filled in is an error with a sentence`(params: String, sentence: String) throws {
    let error = try ask("prompts/get", params)["error"]
    #expect(error?["code"]?.int == -32602)
    #expect(error?["message"]?.string?.contains(sentence) == true)
  }

  @Test(arguments: [
    ("region", "", ["north", "north-east", "south"]), ("region", "NORTH-", ["north-east"]), ("region", "x", []), ("dry", "n", ["no"]),
    ("service", "a", []),
  ])
  mutating func `choices are completed by their start`(name: String, typed: String, values: [String]) throws {
    let params =
      "{\"ref\": {\"type\": \"ref/prompt\", \"name\": \"deploy\"}, \"argument\": {\"name\": \"\(name)\", \"value\": \"\(typed)\"}}"
    let completion = try ask("completion/complete", params)["result"]?["completion"]
    #expect(completion?["values"]?.array?.map(\.string) == values && completion?["total"]?.int == values.count)
    #expect(completion?["hasMore"]?.bool == false)
  }

  @Test mutating func `at most a hundred completions are sent`() throws {
    let choices = (1...120).map { "c\($0)" }.joined(separator: ", ")
    server = Self.server([], Self.text.replacing("north, north-east, south", with: choices).replacing("| north |", with: "| |"))
    let params = "{\"ref\": {\"type\": \"ref/prompt\", \"name\": \"deploy\"}, \"argument\": {\"name\": \"region\", \"value\": \"c\"}}"
    let completion = try ask("completion/complete", params)["result"]?["completion"]
    #expect(completion?["values"]?.array?.count == 100 && completion?["total"]?.int == 120 && completion?["hasMore"]?.bool == true)
  }

  @Test(arguments: [
    "{}", "{\"ref\": {\"type\": \"ref/prompt\", \"name\": \"deploy\"}, \"argument\": {\"name\": \"nothing\", \"value\": \"\"}}",
    "{\"ref\": {\"type\": \"ref/prompt\", \"name\": \"no\"}, \"argument\": {\"name\": \"region\", \"value\": \"\"}}",
    "{\"ref\": {\"type\": \"ref/tool\"}, \"argument\": {\"name\": \"region\", \"value\": \"\"}}",
  ])
  mutating func `what cannot be completed is an error`(params: String) throws {
    #expect(try ask("completion/complete", params)["error"]?["code"]?.int == -32602)
  }

  @Test mutating func `a long list is sent in pages`() throws {
    let more = (1...250).map { "\n\n# P\($0)\n\n**AI Prompt Template** `p\($0)`:\n```\nx\n```" }
    let files = stride(from: 0, to: 250, by: 50).map { "\n-- workflows/x/prompts/f\($0).md --" + more[$0..<($0 + 50)].joined() }
    server = Self.server([], Self.text + files.joined())
    var names: [String] = []
    var params = "{}"
    var pages = 0
    while pages < 10 {
      let result = try ask("prompts/list", params)["result"]
      names += (result?["prompts"]?.array ?? []).compactMap { $0["name"]?.string }
      pages += 1
      guard let cursor = result?["nextCursor"]?.string else { break }
      params = "{\"cursor\": \"\(cursor)\"}"
    }
    #expect(pages == 3 && names.count == 251 && Set(names).count == 251)
    for cursor in ["\"x\"", "\"251\"", "\"-1\"", "\"0\"", "5"] {
      #expect(try ask("prompts/list", "{\"cursor\": \(cursor)}")["error"]?["code"]?.int == -32602)
    }
  }

  // MARK: Resources

  @Test mutating func `the README, guides and examples are resources, and each that is listed can be read`() throws {
    let resources = try #require(try ask("resources/list")["result"]?["resources"]?.array)
    #expect(
      resources.map { $0["uri"]?.string } == [
        "augury://workflows/x/README.md", "augury://workflows/x/rules/a%20b.md", "augury://workflows/x/examples/one.md",
      ]
    )
    for resource in resources {
      let uri = try #require(resource["uri"]?.string)
      let contents = try #require(try ask("resources/read", "{\"uri\": \"\(uri)\"}")["result"]?["contents"]?.array)
      #expect(contents.count == 1 && contents[0]["uri"]?.string == uri && contents[0]["mimeType"]?.string == "text/markdown")
      #expect(contents[0]["text"]?.string?.utf8.count == resource["size"]?.int)
    }
    #expect(resources[1]["name"]?.string == "workflows/x/rules/a b.md" && resources[1]["title"]?.string == "Guide")
    #expect(try ask("resources/templates/list")["result"]?["resourceTemplates"]?.array?.isEmpty == true)
  }

  @Test mutating func `a resource is read without what only Augury reads`() throws {
    let contents = try ask("resources/read", "{\"uri\": \"augury://workflows/x/rules/a%20b.md\"}")["result"]?["contents"]?.array
    #expect(contents?.first?["text"]?.string == "# Guide\n\nShort.\n")
  }

  @Test(arguments: ["augury://workflows/x/module.json", "augury://../x", "file:///etc/passwd", ""])
  mutating func `nothing else can be read`(uri: String) throws {
    let error = try ask("resources/read", "{\"uri\": \"\(uri)\"}")["error"]
    #expect(error?["code"]?.int == -32002 && error?["data"]?["uri"]?.string == uri)
  }

  // MARK: Changes

  @Test mutating func `the client is told which list has changed, before the answer that has the new one`() throws {
    let newGuide = Self.text + "\n-- workflows/x/rules/new.md --\n# New"
    let newPrompt = newGuide.replacing("# Deploy", with: "# Ship")
    var server = Self.server([nil, newGuide, newPrompt, newPrompt])
    let list = Array("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"resources/list\"}".utf8)
    #expect(server.answer(Array("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}".utf8)).isEmpty)
    #expect(server.answer(list).count == 1)
    let told = server.answer(list)
    #expect(try told.map { try Self.read($0)["method"]?.string } == ["notifications/resources/list_changed", nil])
    #expect(String(decoding: told[1], as: UTF8.self).contains("rules/new.md"))
    let methods = try server.news().map { try Self.read($0) }
    #expect(methods.compactMap { $0["method"]?.string } == ["notifications/prompts/list_changed", "notifications/resources/list_changed"])
    #expect(methods.allSatisfy { $0["id"] == nil })
    #expect(server.news().isEmpty && server.answer(list).count == 1)
  }

  @Test func `before the client is ready it is told of nothing, and asks for what is new`() throws {
    var server = Self.server([Self.text.replacing("# Deploy", with: "# Ship")])
    let answer = server.answer(Array("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"prompts/list\"}".utf8))
    #expect(answer.count == 1 && String(decoding: answer[0], as: UTF8.self).contains("\"Ship\""))
  }

  // MARK: Errors

  @Test(arguments: [
    ("{", -32700), ("nope", -32700), ("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\",}", -32700), ("\"x", -32700),
    (String(repeating: "[", count: 100_000), -32700),
    ("{\"a\": " + String(repeating: "[", count: 600) + String(repeating: "]", count: 600) + "}", -32700),
    ("[]", -32600), ("[{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}]", -32600), ("1", -32600), ("null", -32600), ("{}", -32600),
    ("{\"jsonrpc\": \"2.0\", \"id\": null, \"method\": \"ping\"}", -32600),
    ("{\"jsonrpc\": \"2.0\", \"id\": {}, \"method\": \"ping\"}", -32600),
    ("{\"jsonrpc\": \"2.0\", \"id\": 1.5, \"method\": \"ping\"}", -32600),
  ])
  mutating func `what is no request is refused without an id, and the server lives`(line: String, code: Int) throws {
    let error = try error(line)
    #expect(error.code == code && error.id?.isNull == true && !error.message.isEmpty && error.message.utf8.count < 300)
    #expect(try ask("ping")["result"] != nil)
  }

  @Test(arguments: [
    ("{\"id\": \"a\", \"method\": \"ping\"}", -32600), ("{\"jsonrpc\": \"1.0\", \"id\": \"a\", \"method\": \"ping\"}", -32600),
    ("{\"jsonrpc\": \"2.0\", \"id\": \"a\"}", -32600), ("{\"jsonrpc\": \"2.0\", \"id\": \"a\", \"method\": 1}", -32600),
    ("{\"jsonrpc\": \"2.0\", \"id\": \"a\", \"method\": \"tools/list\"}", -32601),
    ("{\"jsonrpc\": \"2.0\", \"id\": \"a\", \"method\": \"Ping\"}", -32601),
    ("{\"jsonrpc\": \"2.0\", \"id\": \"a\", \"method\": \"logging/setLevel\"}", -32601),
    ("{\"jsonrpc\": \"2.0\", \"id\": \"a\", \"method\": \"ping\", \"params\": [1]}", -32602),
  ])
  mutating func `a wrong request is answered with its own id`(line: String, code: Int) throws {
    let error = try error(line)
    #expect(error.code == code && error.id?.string == "a")
  }

  @Test mutating func `bytes that are not UTF-8 are refused`() throws {
    let lines = server.answer(Array("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"pi".utf8) + [0xFF] + Array("ng\"}".utf8))
    #expect(try lines.map { try Self.read($0)["error"]?["code"]?.int } == [-32700])
  }
}
