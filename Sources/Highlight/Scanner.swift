/// A place in code that moves forward. Reading behind the end gives 0, so that looking ahead needs no care.
struct Scanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  let end: Int
  var position = 0
  /// Where the token starts that is being read.
  var start = 0
  /// The last byte before it that is neither white space nor in a comment; 0 at the beginning.
  var previous: UInt8 = 0
  /// The class of the token before it that is no comment.
  var previousClass = TokenClass.plain
  /// The bytes of that token.
  var previousRange = 0..<0
  /// Brackets that are open, where a language cares.
  var brackets = 0
  /// The texts that are open around the place, outermost first: a text with code in it, in which there may be a text.
  var texts: [OpenText] = []

  /// A text that holds code.
  struct OpenText {
    /// The byte that ends it, and how often it stands there; 0 times when only code is meant.
    let quote: UInt8
    var quotes = 1
    /// Brackets that are open in its code; 0 in the text itself.
    var depth = 0
  }

  /// As many texts are followed into each other; what is deeper is read as one text.
  static let deepest = 32

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    end = bytes.count
  }

  /// The byte at an index that is not negative.
  func byte(at index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

  /// A byte from the place on.
  subscript(ahead: Int) -> UInt8 { byte(at: position + ahead) }

  var isAtEnd: Bool { position >= end }

  /// Whether only white space stands before the token on its line.
  /// - Complexity: linear in the white space before the token.
  var isFirstOnLine: Bool {
    var index = start - 1
    while index >= 0, ByteSet.blank.contains(byte(at: index)) { index -= 1 }
    return index < 0 || byte(at: index) == UInt8(ascii: "\n")
  }

  var isAtLineStart: Bool { start == 0 || byte(at: start - 1) == UInt8(ascii: "\n") }

  /// Whether the token before is a word.
  func follows(_ word: StaticString) -> Bool {
    previousRange.count == word.utf8CodeUnitCount
      && word.withUTF8Buffer { word in word.indices.allSatisfy { word[$0] == bytes[previousRange.lowerBound + $0] } }
  }

  func starts(with text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= end else { return false }
    return text.withUTF8Buffer { text in text.indices.allSatisfy { bytes[position + $0] == text[$0] } }
  }

  /// Steps over a text that stands here.
  mutating func take(_ text: StaticString) -> Bool {
    guard starts(with: text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  mutating func skip(while set: ByteSet) {
    while position < end, set.contains(bytes[position]) { position += 1 }
  }

  mutating func skip(until set: ByteSet) {
    while position < end, !set.contains(bytes[position]) { position += 1 }
  }

  mutating func skipLine() {
    while position < end, bytes[position] != UInt8(ascii: "\n") { position += 1 }
  }

  /// Steps behind the next occurrence of a text, to the end when there is none.
  mutating func skip(past text: StaticString) {
    while position < end, !take(text) { position += 1 }
  }

  /// Steps over bytes, at most to the end.
  mutating func advance(_ count: Int) { position = min(position + count, end) }

  /// The first byte from the place on that is not in a set.
  func next(behind set: ByteSet) -> UInt8 {
    var index = position
    while index < end, set.contains(bytes[index]) { index += 1 }
    return byte(at: index)
  }

  /// The part of the code that has been read of the token.
  var token: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[start..<position]) }
}
