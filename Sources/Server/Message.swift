internal import Files
internal import JSON

/// One message of JSON-RPC 2.0, as the Model Context Protocol sends them: an object on a line of its own.
enum Message {
  case request(id: JSONText, method: String, params: JSONValue)
  case notification(method: String)
  /// An answer; nobody was asked anything.
  case response

  /// - Throws: the error to answer with.
  static func read(_ line: [UInt8]) throws(RPCError) -> Message {
    if let offset = UTF8Check.firstInvalidOffset(in: line) { throw RPCError(.parse, "byte \(offset + 1) is not UTF-8") }
    let read = JSONReader.read(line)
    if let fault = read.faults.first(where: \.isFatal) { throw RPCError(.parse, "\(fault.headline) at byte \(fault.span.lowerBound + 1)") }
    guard let value = read.value else { throw RPCError(.parse, "no JSON value") }
    if value.array != nil { throw RPCError(.invalidRequest, "a batch; the protocol has none since 2025-06-18") }
    guard value.object != nil else { throw RPCError(.invalidRequest, "a message is an object, not \(value.kind.name)") }
    let id = try id(value["id"])
    guard value["jsonrpc"]?.string == "2.0" else { throw RPCError(.invalidRequest, "`jsonrpc` must be \"2.0\"", id: id ?? .null) }
    guard let name = value["method"] else {
      if value["result"] != nil || value["error"] != nil { return .response }
      throw RPCError(.invalidRequest, "there is no `method`", id: id ?? .null)
    }
    guard let method = name.string else { throw RPCError(.invalidRequest, "`method` must be a string", id: id ?? .null) }
    guard let id else { return .notification(method: method) }
    let given = value["params"].flatMap { $0.isNull ? nil : $0 }
    let params = given ?? JSONValue(.object([]), span: 0..<0)
    guard params.object != nil else { throw RPCError(.invalidParams, "`params` must be an object", id: id) }
    return .request(id: id, method: method, params: params)
  }

  /// A string or a whole number; nil when there is none.
  private static func id(_ value: JSONValue?) throws(RPCError) -> JSONText? {
    guard let value else { return nil }
    if let text = value.string { return .string(text) }
    if let number = value.int { return .int(number) }
    throw RPCError(.invalidRequest, "`id` must be a string or a whole number")
  }
}

extension JSONFault {
  /// Whether a message is not what its sender meant: no JSON, or nested so deeply that a part of it was left out.
  fileprivate var isFatal: Bool {
    if case .tooDeep = kind { true } else { breaksGrammar }
  }
}

/// An error of JSON-RPC (section 5.1 of its specification), with a sentence for people.
struct RPCError: Error {
  enum Code: Int {
    case parse = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    /// The protocol's own, for a resource that is not there.
    case resourceNotFound = -32002
  }

  let code: Code
  let message: String
  /// The request it answers; null when that cannot be told.
  var id: JSONText = .null
  var data: JSONText?

  init(_ code: Code, _ message: String, id: JSONText = .null, data: JSONText? = nil) {
    (self.code, self.message, self.id, self.data) = (code, message, id, data)
  }
}

/// What goes out: an object on one line, with its line feed.
enum Outgoing {
  static func result(_ value: JSONText, id: JSONText) -> [UInt8] {
    line([("id", id), ("result", value)])
  }

  static func error(_ error: RPCError) -> [UInt8] {
    let data = error.data.map { [("data", $0)] } ?? []
    return line([
      ("id", error.id),
      ("error", .object([("code", .int(error.code.rawValue)), ("message", .string(error.message))] + data)),
    ])
  }

  static func notification(_ method: String) -> [UInt8] {
    line([("method", .string(method))])
  }

  private static func line(_ members: [(String, JSONText)]) -> [UInt8] {
    JSONWriter.line(.object([("jsonrpc", .string("2.0"))] + members)) + [UInt8(ascii: "\n")]
  }
}
