/// A stretch of a page that a search can lead to: what stands under one heading.
struct SearchSection: Sendable {
  /// How much of a code block is searched, in bytes: enough for a statement and what it is about, and a dump does not fill the index.
  private static let longestCode = 1_500

  /// The anchor of its heading; empty at the beginning of a page.
  let anchor: String
  /// Its heading; empty at the beginning of a page, which is called like the page.
  let title: String
  /// All of it as it is read, UTF-8, white space as single spaces.
  private(set) var text: [UInt8] = []
  /// What of the text is code.
  private(set) var code: [Range<Int>] = []

  init(anchor: String = "", title: String = "", text: String = "") {
    (self.anchor, self.title) = (anchor, title)
    append(text.utf8)
  }

  /// Appends text; control characters count as white space.
  mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte > 0x20, byte != 0x7F { text.append(byte) } else { separate() }
    }
  }

  /// Appends the beginning of a code block, cut at a character.
  mutating func append(code bytes: ArraySlice<UInt8>) {
    separate()
    let start = text.count
    var end = min(bytes.startIndex + Self.longestCode, bytes.endIndex)
    while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end += 1 }
    append(bytes[..<end])
    if text.count > start { code.append(start..<text.count) }
    separate()
  }

  /// Keeps what follows from growing together with what stands there.
  mutating func separate() {
    if let last = text.last, last != 0x20 { text.append(0x20) }
  }

  /// Appends a paragraph of its own.
  mutating func append(line: String?) {
    separate()
    append((line ?? "").utf8)
  }

  /// The text cut into prose and code, in order.
  func pieces(_ body: (_ text: ArraySlice<UInt8>, _ isCode: Bool) -> Void) {
    var position = 0
    for range in code {
      body(text[position..<range.lowerBound], false)
      body(text[range], true)
      position = range.upperBound
    }
    body(text[position...], false)
  }
}
