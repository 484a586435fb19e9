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
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard !number.isEmpty, rest[number.endIndex...].hasPrefix(after) else { continue }
      hidden += "#"
      rest = rest[number.endIndex...]
    }
    return hidden + rest
  }
}
