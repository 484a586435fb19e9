internal import JSON
package import Library

/// A server of the Model Context Protocol: lines in, lines out. It offers the prompts of a library, and its guides, examples, READMEs
/// and contexts as resources.
///
/// Sources: modelcontextprotocol, specification 2025-06-18 and 2025-11-25, which differ in nothing that is sent here.
package struct MCPServer {
  /// The versions of the protocol that are spoken, the newest first.
  package static let protocolVersions = ["2025-11-25", "2025-06-18"]
  /// Bytes of a message that are read.
  package static let longestMessage = 4 << 20
  /// Items of a list that are sent at once.
  static let pageSize = 100

  private let version: String
  /// The library, when it has changed since it was asked for last.
  private let change: () -> Library?
  private var library: ServedLibrary
  /// Whether the client has been told what is offered; before that it is given nothing (specification, basic/lifecycle).
  private var isInitialized = false
  /// Whether the client has said that it is ready; before that it is told of nothing.
  private var isReady = false

  /// - Parameters:
  ///   - version: of the tool.
  ///   - change: asked before each request, and whenever nothing happens for a while.
  package init(_ library: Library, version: String, change: @escaping () -> Library?) {
    (self.version, self.change) = (version, change)
    self.library = ServedLibrary(library)
  }

  /// What a line is answered with: nothing for a notification; before the answer whatever else has to be told.
  package mutating func answer(_ line: [UInt8]) -> [[UInt8]] {
    if line.allSatisfy({ $0 <= 0x20 }) { return [] }
    do throws(RPCError) {
      switch try Message.read(line) {
      case .response: return []
      case .notification(let method):
        if method == "notifications/initialized" { isReady = isInitialized }
        return []
      case .request(let id, let method, let params): return news() + [answer(id, method, params)]
      }
    } catch {
      return [Outgoing.error(error)]
    }
  }

  /// The answer to a line that is too long to be read.
  package static var refusal: [UInt8] {
    Outgoing.error(RPCError(.parse, "a message has at most \(longestMessage) bytes"))
  }

  /// What the client has to be told because the library has changed.
  package mutating func news() -> [[UInt8]] {
    guard let changed = change().map(ServedLibrary.init) else { return [] }
    let old = library
    library = changed
    guard isReady else { return [] }
    var news: [[UInt8]] = []
    if library.prompts.list != old.prompts.list { news.append(Outgoing.notification("notifications/prompts/list_changed")) }
    if library.resources.list != old.resources.list { news.append(Outgoing.notification("notifications/resources/list_changed")) }
    return news
  }

  private mutating func answer(_ id: JSONText, _ method: String, _ params: JSONValue) -> [UInt8] {
    do throws(RPCError) {
      return Outgoing.result(try result(method, params), id: id)
    } catch {
      return Outgoing.error(RPCError(error.code, error.message, id: id, data: error.data))
    }
  }

  private mutating func result(_ method: String, _ params: JSONValue) throws(RPCError) -> JSONText {
    switch method {
    case "initialize": return try initialize(params)
    case "ping": return .object([])
    default:
      guard let answer = ServedLibrary.answers[method] else { throw RPCError(.methodNotFound, "there is no method `\(method)`") }
      guard isInitialized else { throw RPCError(.invalidRequest, "`initialize` comes before `\(method)`") }
      return try answer(library, params)
    }
  }

  private mutating func initialize(_ params: JSONValue) throws(RPCError) -> JSONText {
    guard let wanted = params["protocolVersion"]?.string else { throw RPCError(.invalidParams, "`protocolVersion` must be a string") }
    isInitialized = true
    let spoken = MCPServer.protocolVersions.contains(wanted) ? wanted : MCPServer.protocolVersions[0]
    return .object([
      ("protocolVersion", .string(spoken)),
      (
        "capabilities",
        .object([
          ("prompts", .object([("listChanged", .bool(true))])),
          ("resources", .object([("listChanged", .bool(true))])),
          ("completions", .object([])),
        ])
      ),
      ("serverInfo", .object([("name", .string("augury")), ("title", .string("Augury")), ("version", .string(version))])),
      ("instructions", .string(library.instructions)),
    ])
  }
}
