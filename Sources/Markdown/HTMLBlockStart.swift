/// The seven kinds of HTML blocks (CommonMark 4.6), as far as their start and end have to be known.
enum HTMLBlockStart: Sendable {
  /// Kinds 1 to 5: up to a line that holds one of these.
  case until([StaticString])
  /// Kinds 6 and 7: up to a blank line.
  case untilBlank

  /// Reads the start of a block.
  ///
  /// - Parameters:
  ///   - line: the text of the line, without white space before it.
  ///   - interrupting: whether a paragraph stands before it, which kind 7 may not end.
  init?(_ line: UnsafeBufferPointer<UInt8>, interrupting: Bool) {
    guard line.first == UInt8(ascii: "<"), line.count > 1 else { return nil }
    let start = String(decoding: line.prefix(16), as: UTF8.self).lowercased()
    let name = Self.name(of: start)
    if start.hasPrefix("<!--") {
      self = .until(["-->"])
    } else if start.hasPrefix("<?") {
      self = .until(["?>"])
    } else if start.hasPrefix("<![cdata[") {
      self = .until(["]]>"])
    } else if start.hasPrefix("<!"), line.count > 2, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(line[2]) {
      self = .until([">"])
    } else if let name, !name.isClosing, ["script", "pre", "style"].contains(name.text) {
      self = .until(["</script>", "</pre>", "</style>"])
    } else if name.map({ Self.blockNames.contains($0.text) }) ?? false || (!interrupting && Tag.isWhole(line)) {
      self = .untilBlank
    } else {
      return nil
    }
  }

  /// Whether a line is the last one of the block; a blank line ends kinds 6 and 7 before itself.
  func ends(in line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard case .until(let ends) = self else { return false }
    return line.indices.contains { index in
      (line[index] == UInt8(ascii: "<") || line[index] == ends[0].utf8Start.pointee)
        && ends.contains { Self.stands($0, in: line, at: index) }
    }
  }

  private static func stands(_ text: StaticString, in line: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    text.withUTF8Buffer { text in
      index + text.count <= line.count
        && text.indices.allSatisfy { line[index + $0] == text[$0] || (text[$0] >= 0x61 && line[index + $0] | 0x20 == text[$0]) }
    }
  }

  /// The name of the tag that a text starts with, if white space, `>` or `/>` follows it.
  private static func name(of start: String) -> (text: String, isClosing: Bool)? {
    let isClosing = start.hasPrefix("</")
    let behind = start.dropFirst(isClosing ? 2 : 1)
    let name = behind.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let rest = behind.dropFirst(name.count)
    guard let next = rest.first else { return (String(name), isClosing) }
    return next == ">" || next == " " || next == "\t" || rest.hasPrefix("/>") ? (String(name), isClosing) : nil
  }

  private static let blockNames = Set(
    """
    address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset \
    figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem \
    nav noframes ol optgroup option p param section source summary table tbody td tfoot th thead title tr track ul
    """.split(separator: " ").map(String.init)
  )
}

/// One complete tag (CommonMark 6.8), read byte by byte in linear time.
private struct Tag {
  private let line: UnsafeBufferPointer<UInt8>
  private var offset = 1

  /// Whether a line is one complete tag, opening or closing, and white space.
  static func isWhole(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var tag = Self(line: line)
    return tag.readToEnd() && line[tag.offset...].allSatisfy(LineTable.isSpace)
  }

  private init(line: UnsafeBufferPointer<UInt8>) {
    self.line = line
  }

  private var byte: UInt8? { offset < line.count ? line[offset] : nil }

  private mutating func readToEnd() -> Bool {
    let isClosing = take("/")
    guard let first = byte, (0x61...0x7A).contains(first | 0x20) else { return false }
    skip { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
    if isClosing {
      skip(LineTable.isSpace)
      return take(">")
    }
    while true {
      let before = offset
      skip(LineTable.isSpace)
      if take(">") { return true }
      if take("/") { return take(">") }
      guard offset > before, readAttribute() else { return false }
    }
  }

  private mutating func readAttribute() -> Bool {
    let start = offset
    skip { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x3A).contains($0) || "_.-".utf8.contains($0) }
    guard offset > start else { return false }
    let behindName = offset
    skip(LineTable.isSpace)
    guard take("=") else {
      offset = behindName
      return true
    }
    skip(LineTable.isSpace)
    for quote in ["\"", "'"] as [Unicode.Scalar] where take(quote) {
      skip { $0 != UInt8(ascii: quote) }
      return take(quote)
    }
    let value = offset
    skip { $0 > 0x20 && !"\"'=<>`".utf8.contains($0) }
    return offset > value
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func skip(_ isMember: (UInt8) -> Bool) {
    while let byte, isMember(byte) { offset += 1 }
  }
}
