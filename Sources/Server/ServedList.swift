internal import JSON

/// A list that is sent in pages. Its items are written once, since every client asks for all of them.
struct ServedList: Equatable {
  private let items: [JSONText]
  /// What two lists are compared by.
  private let text: [UInt8]

  init(_ items: [JSONText]) {
    self.items = items
    text = JSONWriter.line(.array(items))
  }

  static func == (left: Self, right: Self) -> Bool { left.text == right.text }

  /// The page that a cursor stands for: how many items were sent before. The next page has one only if there is one.
  func page(_ params: JSONValue, as name: String) throws(RPCError) -> JSONText {
    var start = 0
    if let cursor = params["cursor"], !cursor.isNull {
      guard let offset = cursor.string.flatMap(Int.init), offset > 0, offset < items.count else {
        throw RPCError(.invalidParams, "`cursor` must be the `nextCursor` of a page")
      }
      start = offset
    }
    let end = min(start + MCPServer.pageSize, items.count)
    let next: [(String, JSONText)] = end < items.count ? [("nextCursor", .string(String(end)))] : []
    return .object([(name, .array(Array(items[start..<end])))] + next)
  }
}
