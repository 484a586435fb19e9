/// What came of a fence.
package struct Answer: Sendable, Hashable {
  /// What was printed, as a user of the system's own client sees it.
  package var output: String
  /// The first error; nil when there was none.
  package var error: Fault?

  /// An error of an engine.
  package struct Fault: Sendable, Hashable {
    /// What `expect=error:CODE` may say: `23505`; several where a system has several for one error.
    package let codes: [String]
    /// The line of the fence, from 1; nil when that is not known.
    package let line: Int?

    package init(codes: [String], line: Int? = nil) {
      self.codes = codes
      self.line = line
    }
  }

  package init(output: String, error: Fault? = nil) {
    self.output = output
    self.error = error
  }
}
