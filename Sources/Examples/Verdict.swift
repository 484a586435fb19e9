package import Library

/// What verifying came to for one fence.
package struct Verdict: Sendable {
  package let fence: RunnableFence
  package let outcome: Outcome

  package enum Outcome: Sendable {
    /// It ran, or was parsed, and came to what its author expects.
    case passed(Receipt)
    /// It did not run again, since its receipt is valid.
    case proven(Receipt)
    case failed(Failure)
    /// It did not run, and why.
    case skipped(String)
  }

  /// Why a fence failed.
  package struct Failure: Sendable {
    /// Stands alone, no final period.
    package let headline: String
    /// The line of the fence's code, from 1; nil when it is about the whole.
    package let line: Int?
    /// A unified diff, or what was printed; empty for nothing.
    package let details: String
    /// What its result block would have to say; nil where no result could mend it.
    package let result: String?
    /// What would be its receipt with that result.
    package let receipt: Receipt?

    init(_ headline: String, line: Int? = nil, details: String = "", result: String? = nil, receipt: Receipt? = nil) {
      self.headline = headline
      self.line = line
      self.details = details
      self.result = result
      self.receipt = receipt
    }
  }
}
