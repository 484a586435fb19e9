/// A file of somebody else's in which one section is ours: everything between a line `<!-- augury:begin ... -->` and a line
/// `<!-- augury:end -->`. What stands around it is never changed, not by a byte.
///
/// Exactly one line end is added before a new section and taken away with it. So the section stands apart from a text that ends with a
/// line end, and taking it out gives the text that was there before.
struct OwnSection {
  private static let begin = Array("<!-- augury:begin ".utf8)
  private static let end = Array("<!-- augury:end".utf8)

  /// Markers that do not enclose one section.
  struct Fault: Error {
    /// From 1.
    let line: Int
    /// A sentence without a period.
    let message: String
  }

  private let bytes: [UInt8]
  /// The lines of the section, its markers and the line end behind it included; nil when there is none.
  private let range: Range<Int>?

  /// - Complexity: linear.
  init(in bytes: [UInt8]) throws(Fault) {
    self.bytes = bytes
    var begin: (line: Int, offset: Int)?
    var range: Range<Int>?
    // A byte order mark stands before the first line.
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 0
    while offset < bytes.count {
      let next = LineEnds.next(after: offset, in: bytes[...])
      line += 1
      if bytes[offset...].starts(with: Self.begin) {
        if let begin { throw Fault(line: line, message: "a second `augury:begin`, and the one of line \(begin.line) has no end") }
        if range != nil { throw Fault(line: line, message: "a second section of augury; there can be one") }
        begin = (line, offset)
      } else if bytes[offset...].starts(with: Self.end) {
        guard let opened = begin else { throw Fault(line: line, message: "`augury:end` without an `augury:begin` before it") }
        range = opened.offset..<next
        begin = nil
      }
      offset = next
    }
    if let begin { throw Fault(line: begin.line, message: "`augury:begin` without an `augury:end`") }
    self.range = range
  }

  /// The lines of a section that holds a text.
  static func lines(_ text: [UInt8]) -> [UInt8] {
    let text = text.last == LineEnds.feed ? text : text + [LineEnds.feed]
    let advice = " Made by augury; an edit between these two lines is never overwritten, but ends the updates. -->\n"
    return begin + Array(OwnMark.hash(text).utf8) + Array(advice.utf8) + text + end + Array(" -->\n".utf8)
  }

  /// What the section says about itself.
  var trace: OwnMark.Trace {
    guard let range else { return .none }
    let section = bytes[range]
    let start = section.startIndex + Self.begin.count
    let textStart = LineEnds.next(after: range.lowerBound, in: section)
    guard start + OwnMark.hashLength < textStart else { return .edited }
    let lastLine = section.dropLast().lastIndex(of: LineEnds.feed).map { $0 + 1 } ?? textStart
    let text = Array(section[textStart..<lastLine])
    return OwnMark.hash(text).utf8.elementsEqual(section[start..<start + OwnMark.hashLength]) ? .intact : .edited
  }

  /// Whether the section is just these lines, whatever their line ends.
  func holds(_ lines: [UInt8]) -> Bool {
    guard let range else { return false }
    let section = LineEnds.unified(Array(bytes[range]))
    return section == lines || section + [LineEnds.feed] == lines
  }

  /// The file with these lines in the place of the section; without one, behind everything else.
  func replaced(with lines: [UInt8]) -> [UInt8] {
    let style = LineEnds.style(of: bytes)
    let lines = LineEnds.written(lines, with: style)
    guard let range else { return bytes.isEmpty ? lines : bytes + style + lines }
    let endsFile = range.upperBound == bytes.count && bytes.last != LineEnds.feed
    let section = endsFile ? lines.dropLast(style.count) : lines[...]
    return Array(bytes[..<range.lowerBound] + section + bytes[range.upperBound...])
  }

  /// The file without the section, and without the line end that was added before it.
  var removed: [UInt8] {
    guard let range else { return bytes }
    var before = bytes[..<range.lowerBound]
    let after = bytes[range.upperBound...]
    let style = LineEnds.style(of: bytes)
    if before.suffix(style.count).elementsEqual(style) {
      let rest = before.dropLast(style.count)
      // What follows must not be joined to what stands before.
      if after.isEmpty || rest.isEmpty || rest.last == LineEnds.feed { before = rest }
    }
    return Array(before + after)
  }
}
