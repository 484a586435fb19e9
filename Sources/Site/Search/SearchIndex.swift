/// Which words stand in which sections of the site, in the form in which the script reads it.
///
/// Sections are added in their order, so that what is known of a word is written down at once and nothing is kept of the text. A posting
/// is a number: how many sections lie between this and the last that has the word, and in the lowest three bits how it stands there.
struct SearchIndex {
  /// A word's sections, and what was seen of it in the section that is being read.
  private struct Word {
    let range: Range<Int>
    var postings: [UInt8] = []
    /// The last section that has it, and how many lie between that and the one before.
    var last = -1
    var gap = 0
    /// How often it stands in the prose of this section.
    var prose: Int32 = 0
    var isInTitle = false
    var isInHeading = false
  }

  private var words: [Word] = []
  /// All words, back to back.
  private var letters: [UInt8] = []
  /// Numbers of words by their hash, with open addressing; -1 where none is. A power of two, at most half of it in use.
  private var slots = [Int32](repeating: -1, count: 1 << 12)
  private var cutter = SearchWords()
  /// The words of this section.
  private var touched: [Int32] = []
  private var sectionCount = 0

  init() {}

  /// Adds the next section.
  ///
  /// - Parameter title: that of its page, when it is the first of it.
  /// - Returns: how many words it has.
  mutating func add(_ section: SearchSection, title: String) -> Int {
    var length = 0
    read(Array(title.utf8)[...]) { word, _ in word.isInTitle = true }
    read(Array(section.title.utf8)[...]) { word, _ in word.isInHeading = true }
    section.pieces { text, isCode in
      read(text) { word, isPart in
        if !isCode { word.prose &+= 1 }
        if !isPart { length += 1 }
      }
    }
    for number in touched { close(Int(number)) }
    touched.removeAll(keepingCapacity: true)
    sectionCount += 1
    return length
  }

  private mutating func read(_ text: ArraySlice<UInt8>, _ note: (inout Word, _ isPart: Bool) -> Void) {
    var cutter = SearchWords()
    swap(&cutter, &self.cutter)
    cutter.read(text) { letters, isPart in
      let number = number(of: letters)
      if words[number].last != sectionCount {
        words[number].gap = sectionCount - words[number].last - 1
        words[number].last = sectionCount
        touched.append(Int32(number))
      }
      note(&words[number], isPart)
    }
    swap(&cutter, &self.cutter)
  }

  private mutating func close(_ number: Int) {
    let word = words[number]
    let prose = word.prose
    let manner =
      word.isInTitle ? (prose > 0 ? 7 : 6) : word.isInHeading ? (prose > 0 ? 5 : 4) : prose > 3 ? 3 : prose > 1 ? 2 : prose > 0 ? 1 : 0
    SearchNumber.append(word.gap * 8 + manner, to: &words[number].postings)
    words[number].prose = 0
    words[number].isInTitle = false
    words[number].isInHeading = false
  }

  private mutating func number(of word: ArraySlice<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(word) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if letters[words[number].range].elementsEqual(word) { return number }
      slot = (slot + 1) & mask
    }
    let number = words.count
    slots[slot] = Int32(number)
    words.append(Word(range: letters.count..<(letters.count + word.count)))
    letters += word
    if words.count * 2 > slots.count { grow() }
    return number
  }

  /// FNV-1a, 64 bits (draft-eastlake-fnv), folded. Nothing that is written depends on it.
  private static func hash(_ word: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, word) in words.enumerated() {
      var slot = Self.hash(letters[word.range]) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// The words in the order of their bytes, each with `!` and its sections behind it, cut into pieces of about a size in bytes: the first
  /// word of a piece, and the piece.
  func shards(of size: Int) -> [(first: String, text: [UInt8])] {
    let order = words.indices.sorted { letters[words[$0].range].lexicographicallyPrecedes(letters[words[$1].range]) }
    var shards: [(first: String, text: [UInt8])] = []
    for number in order {
      let word = letters[words[number].range]
      if shards.last.map({ $0.text.count >= size }) ?? true { shards.append((String(decoding: word, as: UTF8.self), [])) }
      let last = shards.count - 1
      if !shards[last].text.isEmpty { shards[last].text.append(UInt8(ascii: " ")) }
      shards[last].text += word
      shards[last].text.append(UInt8(ascii: "!"))
      shards[last].text += words[number].postings
    }
    return shards
  }
}

/// Numbers as characters that stand for themselves in a text of a script: 64 of them, from `#` on without the backslash. Five bits each,
/// the lowest first; 32 is added where more follow.
enum SearchNumber {
  static func append(_ number: Int, to out: inout [UInt8]) {
    var rest = number
    while rest > 31 {
      out.append(symbol(rest & 31 | 32))
      rest >>= 5
    }
    out.append(symbol(rest))
  }

  /// The length of a section as one character, exact to an eighth: the number of its highest bit, and the two bits below it.
  static func length(_ count: Int) -> UInt8 {
    guard count > 3 else { return symbol(max(count, 0)) }
    let shift = Int.bitWidth - 3 - count.leadingZeroBitCount
    return symbol(min((shift + 1) * 4 + (count >> shift & 3), 63))
  }

  private static func symbol(_ value: Int) -> UInt8 {
    let symbol = UInt8(value) + UInt8(ascii: "#")
    return symbol < UInt8(ascii: "\\") ? symbol : symbol + 1
  }
}
