/// Words with their classes, found without making a string of what is looked up.
struct WordTable: Sendable {
  private struct Entry {
    let word: [UInt8]
    let tokenClass: TokenClass
    let isUpperCase: Bool
  }

  private let ignoresCase: Bool
  private var entries: [Entry] = []
  /// Indices into `entries` from 1, open addressing; 0 is free. A power of two, at most half full.
  private var slots: [UInt16]
  private var longest = 0

  /// - Parameters:
  ///   - classes: words separated by white space, with their class. Of a word that stands twice the first counts.
  ///   - upperCase: words that are keywords only when they are written in capitals: `NAME` is, `name` is a column. For languages
  ///     that ignore case.
  init(_ classes: KeyValuePairs<TokenClass, String>, ignoresCase: Bool = false, upperCase: String = "") {
    self.ignoresCase = ignoresCase
    var entries = classes.flatMap { tokenClass, words in
      words.split(whereSeparator: \.isWhitespace).map { Entry(word: Array($0.utf8), tokenClass: tokenClass, isUpperCase: false) }
    }
    entries += upperCase.split(whereSeparator: \.isWhitespace).map {
      Entry(word: Array($0.lowercased().utf8), tokenClass: .keyword, isUpperCase: true)
    }
    var size = 4
    while size < entries.count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for entry in entries {
      let slot = entry.word.withUnsafeBufferPointer { self.slot(of: $0) }
      guard slots[slot] == 0 else { continue }
      self.entries.append(entry)
      slots[slot] = UInt16(self.entries.count)
      longest = max(longest, entry.word.count)
    }
  }

  /// The class of a word; nil when it is none of the table.
  subscript(word: UnsafeBufferPointer<UInt8>) -> TokenClass? {
    guard word.count <= longest else { return nil }
    let index = slots[slot(of: word)]
    guard index > 0 else { return nil }
    let entry = entries[Int(index) - 1]
    if entry.isUpperCase, word.contains(where: { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) { return nil }
    return entry.tokenClass
  }

  /// Where a word stands in `slots`, or would.
  private func slot(of word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261  // FNV-1a
    for byte in word { hash = (hash ^ UInt32(fold(byte))) &* 16_777_619 }
    var slot = Int(hash ^ hash >> 15) & (slots.count - 1)
    while slots[slot] > 0, !matches(entries[Int(slots[slot]) - 1].word, word) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func matches(_ entry: [UInt8], _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    entry.count == word.count && entry.indices.allSatisfy { entry[$0] == fold(word[$0]) }
  }

  private func fold(_ byte: UInt8) -> UInt8 {
    ignoresCase && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
