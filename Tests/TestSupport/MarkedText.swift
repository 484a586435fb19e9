/// A text in which `«` and `»` mark a range that a test speaks of: "a «b» c" is "a b c" with the bytes 2 to 3 marked.
package struct MarkedText: Sendable {
  /// The text without its marks.
  package let text: String
  /// The marked byte ranges of `text`, in order.
  package let ranges: [Range<Int>]

  package init(_ marked: String) {
    var bytes: [UInt8] = []
    var open: [Int] = []
    var ranges: [Range<Int>] = []
    for character in marked.unicodeScalars {
      switch character {
      case "«": open.append(bytes.count)
      case "»": if let start = open.popLast() { ranges.append(start..<bytes.count) }
      default: bytes += Array(String(character).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.ranges = ranges
  }

  /// The marked ranges in Unicode scalars: the bytes of the text as ISO 8859-1.
  package var scalarRanges: [Range<Int>] {
    let bytes = Array(text.utf8)
    let scalars = { (end: Int) in bytes[..<end].count { $0 & 0xC0 != 0x80 } }
    return ranges.map { scalars($0.lowerBound)..<scalars($0.upperBound) }
  }
}
