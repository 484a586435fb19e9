package import Files

/// What a finding is known by from run to run, in a baseline and by services that compare two reports (`product.md` section 10).
///
/// It is made of the rule, the path in the library, the text of the line without its white space at both ends and with one space
/// for every run of it, and the number of the finding among those alike. So lines that come or go above it change nothing, nor does
/// the folder that the library lies in, nor the words of the finding.
package struct Fingerprint: Sendable, Hashable, CustomStringConvertible {
  /// Sixteen hexadecimal digits in lower case.
  package let description: String

  /// Reads what `description` has written; nil for anything else.
  package init?(_ text: String) {
    guard text.utf8.count == 16, text.utf8.allSatisfy(Self.isDigit) else { return nil }
    description = text
  }

  fileprivate init(_ hash: QuickHash) {
    description = hash.text
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}

extension Fingerprint {
  /// Gives every finding its fingerprint.
  ///
  /// - Parameter findings: sorted, and all there are of each rule and file that they speak of: the number among those alike is counted
  ///   in their order.
  /// - Complexity: linear in the findings and in their lines; neighbours on one line read it once.
  package static func numbered(_ findings: [Finding], source: (String) -> SourceFile?) -> [Finding] {
    var alike: [UInt64: UInt64] = [:]
    var line = SourceLine()
    return findings.map { finding in
      var hash = QuickHash()
      hash.mix(Array(finding.rule.utf8))
      hash.mix(Array(finding.path.utf8))
      line.move(to: finding, source)
      hash.mix(line.hash)
      let number = alike[hash.state, default: 0]
      alike[hash.state] = number + 1
      hash.mix(number)
      var numbered = finding
      numbered.fingerprint = Fingerprint(hash)
      return numbered
    }
  }
}

/// The line of the finding looked at last.
private struct SourceLine {
  private var source: SourceFile?
  private var range = 0..<0
  /// The hash of its text, white space normalised; of nothing for a finding that is about a whole file.
  private(set) var hash = SourceLine.hash([])

  mutating func move(to finding: Finding, _ sourceOf: (String) -> SourceFile?) {
    if source?.path != finding.path {
      source = sourceOf(finding.path)
      (range, hash) = (0..<0, Self.hash([]))
    }
    guard let place = finding.range, let source else {
      return (range, hash) = (0..<0, Self.hash([]))
    }
    // A line end belongs to its line, as it does for `lineRange`.
    if !range.isEmpty, (range.lowerBound...range.upperBound).contains(place.lowerBound) { return }
    range = source.lineRange(at: place.lowerBound)
    hash = Self.hash(source.bytes[range])
  }

  private static func hash(_ line: ArraySlice<UInt8>) -> UInt64 {
    var out: [UInt8] = []
    for byte in line {
      let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
      if !isSpace {
        out.append(byte)
      } else if let last = out.last, last != UInt8(ascii: " ") {
        out.append(UInt8(ascii: " "))
      }
    }
    if out.last == UInt8(ascii: " ") { out.removeLast() }
    return QuickHash.hash(out)
  }
}
