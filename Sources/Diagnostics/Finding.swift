package import Files

/// What a rule reports: a fault in an author's file, with its place, the reason and the way out.
package struct Finding: Sendable, Hashable {
  /// The rule's id, for example `broken-link`.
  package let rule: String
  package var severity: Severity
  /// The file it is about, relative to the library's root. A folder when the fault is that a file is missing.
  package let path: String
  /// The bytes it is about; nil when the whole file is meant.
  package let range: Range<Int>?
  /// What is wrong, specifics first; stands alone, no final period.
  package let headline: String
  /// Why that matters, or what was seen; may be empty.
  package var why: String
  /// What to do about it, in words; may be empty.
  package let help: String
  /// A change that is always right; nil when a person has to decide.
  package let fix: Fix?
  /// How much of it there is, for what may shrink but not grow while a baseline knows it: characters of a module over its budget.
  package let measure: Int?
  /// What it is known by from run to run; nil until a check has numbered its findings.
  package var fingerprint: Fingerprint?

  package init(
    rule: String,
    severity: Severity,
    path: String,
    range: Range<Int>? = nil,
    headline: String,
    why: String = "",
    help: String = "",
    fix: Fix? = nil,
    measure: Int? = nil,
    fingerprint: Fingerprint? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.path = path
    self.range = range
    self.headline = headline
    self.why = why
    self.help = help
    self.fix = fix
    self.measure = measure
    self.fingerprint = fingerprint
  }
}

extension Finding: Comparable {
  /// The order of every report: path, place, rule, then the words, so that no two runs differ.
  package static func < (left: Self, right: Self) -> Bool {
    let leftStart = left.range?.lowerBound ?? -1
    let rightStart = right.range?.lowerBound ?? -1
    return (left.path, leftStart, left.rule, left.headline) < (right.path, rightStart, right.rule, right.headline)
  }
}

/// A replacement of bytes in one file that is right in every case.
package struct Fix: Sendable, Hashable {
  /// What it does, as an instruction: `write ~1234`.
  package let title: String
  package let span: SourceSpan
  package let replacement: String

  package init(title: String, span: SourceSpan, replacement: String) {
    self.title = title
    self.span = span
    self.replacement = replacement
  }
}
