/// What is wrong with how a runnable fence, a set-up or a result block is written. Rules report each kind.
package struct FenceFlaw: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case unknownAttribute(String)
    case repeatedAttribute(String)
    /// A word without an equals sign.
    case looseWord(String)
    case unknownEngine(String)
    /// A set-up that names no engine, where no default does.
    case noEngine
    /// A value that its attribute cannot have, and what it may be.
    case unfitValue(key: String, value: String, allowed: String)
    /// `run=no` without a reason.
    case unexplainedSkip
    /// A result block without a fence that it could be the result of.
    case strayResult
    /// An expectation that says nothing without a result block.
    case missingResult(String)
    /// `expect=error` without a code.
    case uncertainError
  }

  package let kind: Kind
  package let range: Range<Int>

  /// Whether the fence cannot run as it is written.
  package var isFatal: Bool {
    switch kind {
    case .strayResult, .uncertainError, .missingResult, .unexplainedSkip: false
    default: true
    }
  }
}
