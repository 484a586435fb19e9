/// A place in a source file for people: line and column, both counted from 1.
///
/// Columns count Unicode scalars, the unit that editors and SARIF (`columnKind: unicodeCodePoints`) agree on for text outside
/// the Basic Multilingual Plane.
package struct SourcePosition: Hashable, Sendable, Comparable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A half-open range of bytes in one source file.
package struct SourceSpan: Hashable, Sendable {
  /// Path of the file, relative to the library's root, with `/` between its parts.
  package let path: String
  /// UTF-8 byte offsets from the first byte of the file.
  package let range: Range<Int>

  package init(path: String, range: Range<Int>) {
    self.path = path
    self.range = range
  }
}
