/// Cuts text into the words that are searched for. `site/assets/search.js` cuts a query, and a page that is marked, in the same way; a
/// test in a browser compares both.
///
/// A word is a run of letters, digits, marks and `_`, folded: in lower case, Latin letters without their accents. An identifier gives
/// itself and its parts (`fooBar_baz`: `foobar_baz`, `foo`, `bar`, `baz`). Chinese and Japanese, which have no blanks, give every two
/// neighbours. What is longer than 32 scalars is cut there.
struct SearchWords {
  /// The longest word, in scalars.
  private static let longest = 32

  /// Each letter before its accented forms: Latin-1 Supplement and Latin Extended-A. The same text stands in the script.
  private static let accents =
    "aàáâãäåāăą cçćĉċč dďđ eèéêëēĕėęě gĝğġģ hĥħ iìíîïĩīĭįı jĵ kķ lĺļľŀł nñńņňŉ oòóôõöøōŏő rŕŗř sśŝşš tţťŧ uùúûüũūŭůűų wŵ yýÿŷ zźżž"

  private static let base: [Unicode.Scalar: Unicode.Scalar] = {
    var base: [Unicode.Scalar: Unicode.Scalar] = [:]
    for group in accents.split(separator: " ") {
      guard let letter = group.unicodeScalars.first else { continue }
      for accented in group.unicodeScalars.dropFirst() { base[accented] = letter }
    }
    return base
  }()

  /// The word that is being read, folded, as UTF-8; and where its parts begin.
  private var folded: [UInt8] = []
  private var parts: [Range<Int>] = []

  /// Calls `found` with each word, folded, as UTF-8; `isPart` tells a part of an identifier from a word as it stands in the text.
  ///
  /// - Complexity: linear; ASCII, nearly all of it, takes no look into the Unicode tables.
  mutating func read(_ text: ArraySlice<UInt8>, _ found: (_ word: ArraySlice<UInt8>, _ isPart: Bool) -> Void) {
    var position = text.startIndex
    while position < text.endIndex {
      let start = position
      var isASCII = true
      while position < text.endIndex {
        if text[position] < 0x80 {
          guard Self.isWordByte(text[position]) else { break }
          position += 1
        } else {
          guard let (scalar, length) = Self.scalar(at: position, in: text), Self.isWord(scalar) else { break }
          isASCII = false
          position += length
        }
      }
      if position == start {
        position += text[position] < 0x80 ? 1 : Self.scalar(at: position, in: text)?.length ?? 1
      } else if isASCII {
        emit(ascii: text[start..<position], found)
      } else {
        emit(scalars: Array(String(decoding: text[start..<position], as: UTF8.self).unicodeScalars), found)
      }
    }
  }

  private mutating func emit(ascii word: ArraySlice<UInt8>, _ found: (ArraySlice<UInt8>, Bool) -> Void) {
    folded.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    var start = 0
    var previous: UInt8 = 0
    var index = word.startIndex
    while index < word.endIndex {
      let byte = word[index]
      let isCapital = byte &- 0x41 < 26
      if byte == UInt8(ascii: "_") {
        if folded.count > start { parts.append(start..<folded.count) }
        start = folded.count + 1
      } else if isCapital, folded.count > start, Self.isBoundary(previous, index + 1 < word.endIndex ? word[index + 1] : 0) {
        parts.append(start..<folded.count)
        start = folded.count
      }
      folded.append(isCapital ? byte | 0x20 : byte)
      previous = byte
      index += 1
    }
    if folded.count > start { parts.append(start..<folded.count) }
    emitFolded(found)
  }

  /// Whether a capital letter begins a part: behind a small letter or a digit, or as the last of several before a small one (`HTMLPage`).
  private static func isBoundary(_ previous: UInt8, _ next: UInt8) -> Bool {
    let isSmall = { (byte: UInt8) in byte &- 0x61 < 26 }
    return isSmall(previous) || previous &- 0x30 < 10 || previous &- 0x41 < 26 && isSmall(next)
  }

  /// What was folded without the `_` at its ends, and its parts where there are several.
  private func emitFolded(_ found: (ArraySlice<UInt8>, Bool) -> Void) {
    guard let first = parts.first, let last = parts.last else { return }
    found(Self.cut(folded[first.lowerBound..<last.upperBound]), false)
    guard parts.count > 1 else { return }
    for part in parts where part.count > 1 { found(Self.cut(folded[part]), true) }
  }

  /// The first scalars of a word.
  private static func cut(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard word.count > longest else { return word }
    var scalars = 0
    for (index, byte) in zip(word.indices, word) where byte & 0xC0 != 0x80 {
      if scalars == longest { return word[..<index] }
      scalars += 1
    }
    return word
  }
}

// MARK: - Beyond ASCII

extension SearchWords {
  private mutating func emit(scalars word: [Unicode.Scalar], _ found: (ArraySlice<UInt8>, Bool) -> Void) {
    var start = 0
    while start < word.count {
      let isDense = Self.isDense(word[start])
      let end = word[start...].firstIndex { Self.isDense($0) != isDense } ?? word.count
      if isDense { emit(dense: word[start..<end], found) } else { emit(run: word[start..<end], found) }
      start = end
    }
  }

  /// Every two neighbours; one that stands alone by itself.
  private func emit(dense run: ArraySlice<Unicode.Scalar>, _ found: (ArraySlice<UInt8>, Bool) -> Void) {
    if run.count == 1 { found(Array(String(run[run.startIndex]).utf8)[...], false) }
    for (first, second) in zip(run, run.dropFirst()) { found((Array(String(first).utf8) + String(second).utf8)[...], false) }
  }

  private mutating func emit(run: ArraySlice<Unicode.Scalar>, _ found: (ArraySlice<UInt8>, Bool) -> Void) {
    folded.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    var start = 0
    for index in run.indices {
      let scalar = run[index]
      if scalar == "_" {
        if folded.count > start { parts.append(start..<folded.count) }
        start = folded.count + 1
      } else if scalar.isASCII, scalar.value &- 0x41 < 26, folded.count > start,
        Self.isBoundary(Self.ascii(run[index - 1]), index + 1 < run.endIndex ? Self.ascii(run[index + 1]) : 0)
      {
        parts.append(start..<folded.count)
        start = folded.count
      }
      appendFolded(scalar)
    }
    if folded.count > start { parts.append(start..<folded.count) }
    emitFolded(found)
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> UInt8 { scalar.isASCII ? UInt8(scalar.value) : 0 }

  private mutating func appendFolded(_ scalar: Unicode.Scalar) {
    if (0x300...0x36F).contains(scalar.value) { return }
    let lower = scalar.properties.lowercaseMapping
    if lower.unicodeScalars.count == 1, let only = lower.unicodeScalars.first, let base = Self.base[only] {
      folded += String(base).utf8
    } else {
      folded += lower.utf8
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
  }

  /// A letter, a number or a mark: `[\p{L}\p{N}\p{M}]` of the script.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber,
      .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }

  /// Kana and Han.
  private static func isDense(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// The scalar that begins at a byte of at least 0x80; nil where none does.
  private static func scalar(at position: Int, in text: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, length: Int)? {
    var iterator = text[position..<min(position + 4, text.endIndex)].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }
}
