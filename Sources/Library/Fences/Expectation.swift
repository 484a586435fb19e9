/// What a runnable fence is to come to: its `expect=`.
package enum Expectation: Sendable, Hashable {
  /// No error; what is printed does not matter.
  case ok
  /// The output of the result block.
  case rows
  /// Its lines in any order.
  case sortedRows
  /// Each line of the result block in order, as a part of a line of the output.
  case plan
  /// An error with a code; nil for any error.
  case error(code: String?)
  /// Still waiting when the next fence starts; the result block is matched when it returns.
  case blocked

  /// Nil for a text that is none.
  init?(_ text: String) {
    switch text {
    case "ok": self = .ok
    case "rows": self = .rows
    case "rows,sorted": self = .sortedRows
    case "plan": self = .plan
    case "error": self = .error(code: nil)
    case "blocked": self = .blocked
    default:
      guard text.hasPrefix("error:"), text.utf8.count > 6 else { return nil }
      self = .error(code: String(text.dropFirst(6)))
    }
  }

  /// What may be written, for a message.
  static let forms = ["ok", "rows", "rows,sorted", "plan", "error:CODE", "error", "blocked"]

  /// Whether it says nothing without a result block.
  package var needsResult: Bool {
    switch self {
    case .rows, .sortedRows, .plan: true
    case .ok, .error, .blocked: false
    }
  }

  package var text: String {
    switch self {
    case .ok: "ok"
    case .rows: "rows"
    case .sortedRows: "rows,sorted"
    case .plan: "plan"
    case .error(let code): code.map { "error:" + $0 } ?? "error"
    case .blocked: "blocked"
    }
  }
}
