/// What a file may use on top of CommonMark. Modules use all of it; the tests of the specification switch them one by one.
package struct MarkdownExtensions: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let tables = Self(rawValue: 1 << 0)
  package static let strikethrough = Self(rawValue: 1 << 1)
  package static let autolinks = Self(rawValue: 1 << 2)
  package static let taskItems = Self(rawValue: 1 << 3)
  package static let footnotes = Self(rawValue: 1 << 4)
  /// Quotations that begin with `[!NOTE]` and its kin.
  package static let alerts = Self(rawValue: 1 << 5)

  package static let all: Self = [.tables, .strikethrough, .autolinks, .taskItems, .footnotes, .alerts]
}
