/// How bad a finding is.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  /// The output is poorer for it, or the author may want to know.
  case note
  /// The output is right but poor.
  case warning
  /// The output would be wrong or missing.
  case error

  package static func < (left: Self, right: Self) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
