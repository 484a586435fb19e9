private import Files

/// Characters that came about when UTF-8 was read as Windows-1252 or ISO 8859-1 and saved again: `Ã©` for `é`, `â€™` for `’`.
///
/// Each byte of a character has become a character of its own; those that lie one behind the other as the bytes of UTF-8 do are a
/// sequence. A few pairs that people write look like one (`ß“`, `IRMÃ”`): they are possible, not certain.
package struct MojibakeText: Sendable {
  package struct Sequence: Sendable, Hashable {
    /// The bytes of the sequence in the file.
    package let range: Range<Int>
    /// The character that is meant.
    package let meant: Unicode.Scalar
    /// Whether nobody writes that on purpose, but to show what mojibake is.
    package fileprivate(set) var isCertain: Bool
  }

  /// In their order.
  package private(set) var sequences: [Sequence] = []
  /// Whether there is nothing else beyond ASCII, so that the whole file can be taken back.
  package private(set) var isWhole = true

  /// So many are looked at; a file of a megabyte could hold half a million.
  private static let mostSequences = 100_000

  /// - Complexity: linear.
  package init(in bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while let (scalar, end) = ScalarReader.scalar(bytes, at: offset), sequences.count < Self.mostSequences {
        if scalar.value < 0x80 {
          offset = end
        } else if let sequence = Self.sequence(bytes, at: offset) {
          append(sequence)
          offset = sequence.range.upperBound
        } else {
          isWhole = false
          offset = end
        }
      }
    }
  }

  /// Notes a sequence. Two in a row are certain, whatever each is by itself.
  private mutating func append(_ sequence: Sequence) {
    var sequence = sequence
    if let last = sequences.last, last.range.upperBound == sequence.range.lowerBound {
      sequence.isCertain = true
      sequences[sequences.count - 1].isCertain = true
    }
    sequences.append(sequence)
  }

  /// What the file said before: every sequence as the character that is meant, from the first to the last.
  package func repaired(_ bytes: [UInt8]) -> (range: Range<Int>, text: String)? {
    guard let first = sequences.first, let last = sequences.last else { return nil }
    var text: [UInt8] = []
    var position = first.range.lowerBound
    for sequence in sequences {
      text += bytes[position..<sequence.range.lowerBound]
      text += String(Character(sequence.meant)).utf8
      position = sequence.range.upperBound
    }
    return (first.range.lowerBound..<last.range.upperBound, String(decoding: text, as: UTF8.self))
  }

  /// The sequence that starts at an offset.
  static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Sequence? {
    // All that begin one are U+00C2 to U+00F4.
    guard bytes[offset] == 0xC3, offset + 3 < bytes.count, bytes[offset + 2] >= 0x80 else { return nil }
    guard let (lead, second) = ScalarReader.scalar(bytes, at: offset), let first = byte(of: lead) else { return nil }
    let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    var meant = [first]
    var followers: [Unicode.Scalar] = []
    var end = second
    while meant.count < length {
      guard let (scalar, next) = ScalarReader.scalar(bytes, at: end), let byte = byte(of: scalar), byte & 0xC0 == 0x80 else { return nil }
      meant.append(byte)
      followers.append(scalar)
      end = next
    }
    guard length > 0, UTF8Check.firstInvalidOffset(in: meant) == nil,
      let scalar = String(decoding: meant, as: UTF8.self).unicodeScalars.first,
      scalar.value >= 0xA0
    else { return nil }
    let before = ScalarReader.scalar(bytes, before: offset)
    return Sequence(range: offset..<end, meant: scalar, isCertain: isCertain(first, followers, before: before))
  }

  /// Whether a sequence by itself is none that people write.
  private static func isCertain(_ lead: UInt8, _ followers: [Unicode.Scalar], before: Unicode.Scalar?) -> Bool {
    let isPunctuation = followers.allSatisfy { punctuation.contains($0) || $0.value <= 0xA0 }
    let category = before?.properties.generalCategory
    switch lead {
    case 0xC2, 0xC3: return !isPunctuation || lead == 0xC3 && category == .lowercaseLetter
    case 0xE2: return !isPunctuation
    case 0xF0: return followers.first == "Ÿ"
    // A capital with an accent behind a small letter.
    case 0xC4...0xDE where lead != 0xD7: return category == .lowercaseLetter
    default: return false
    }
  }

  /// What people write behind a letter: quotation marks, dashes, dots.
  private static let punctuation = Set("‘’‚“”„†‹›«»–—…•™".unicodeScalars)

  /// The byte that a character stands for, in Windows-1252 or, where that has none, in ISO 8859-1.
  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x80...0xFF: UInt8(scalar.value)
    default: windows1252[scalar]
    }
  }

  /// What Windows-1252 has from 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252).
  private static let windows1252: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "‚": 0x82, "ƒ": 0x83, "„": 0x84, "…": 0x85, "†": 0x86, "‡": 0x87, "ˆ": 0x88, "‰": 0x89, "Š": 0x8A, "‹": 0x8B, "Œ": 0x8C,
    "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97, "˜": 0x98, "™": 0x99, "š": 0x9A, "›": 0x9B,
    "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
  ]
}
