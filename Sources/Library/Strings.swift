extension StringProtocol {
  /// Without white space at both ends.
  ///
  /// - Complexity: linear in the white space, and in the text when it has to be copied.
  package var trimmed: String {
    var text = self[...]
    while let scalar = text.unicodeScalars.first, scalar.isWhiteSpace { text.removeFirst() }
    while let scalar = text.unicodeScalars.last, scalar.isWhiteSpace { text.removeLast() }
    return String(text)
  }
}

extension Unicode.Scalar {
  /// `White_Space` of Unicode; its tables are asked only for what is not ASCII.
  fileprivate var isWhiteSpace: Bool { isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace }
}
