/// A part of an output that differs from run to run: a number between two texts. It is hidden on both sides of a comparison.
package struct Mask: Sendable {
  let before: String
  let after: String

  /// - Parameters:
  ///   - before: what stands before the number.
  ///   - after: what stands behind it; empty for anything.
  package init(_ before: String, _ after: String = "") {
    self.before = before
    self.after = after
  }

  /// A line with the number hidden wherever the mask fits.
  func hiding(_ line: String) -> String {
    guard line.contains(before) else { return line }
    var hidden = ""
    var rest = line[...]
    while let found = rest.firstRange(of: before) {
      hidden += rest[..<found.upperBound]
      rest = rest[found.upperBound...]
      let end = Mask.endOfNumber(rest)
      guard end > rest.startIndex, rest[end...].hasPrefix(after) else { continue }
      hidden += "#"
      rest = rest[end...]
    }
    return hidden + rest
  }

  /// The end of digits, which a point and further digits may follow: two points are no part of a number.
  private static func endOfNumber(_ text: Substring) -> Substring.Index {
    let isDigit = { (character: Character) in character.isASCII && character.isNumber }
    let behind = text.drop(while: isDigit)
    let fraction = behind.dropFirst().prefix(while: isDigit)
    return behind.startIndex > text.startIndex && behind.first == "." && !fraction.isEmpty ? fraction.endIndex : behind.startIndex
  }
}
