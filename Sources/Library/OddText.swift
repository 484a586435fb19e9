package import Files
internal import Markdown

/// What a text file holds that its author does not see, or did not write: traces of editors, conversions and merges. Most files hold
/// nothing of that.
package struct OddText: Sendable {
  package let source: SourceFile
  /// Whether it starts with the three bytes of a byte order mark.
  package private(set) var hasByteOrderMark = false
  /// Whether a sequence is certain to be mojibake; see `MojibakeText`.
  package private(set) var hasMojibake = false
  /// Control characters and invisible ones that no script, emoji or drawing needs, in order; no more than `mostCharacters`.
  package private(set) var characters: [OddCharacter] = []
  /// Whether there is a no-break space.
  package private(set) var hasNoBreakSpace = false
  /// The line ends, when there are several kinds.
  package private(set) var mixedLineEnds: LineEnds?
  /// Merges that were not finished, in order.
  package let conflicts: [MergeConflict]

  /// Nobody reads of more in one file.
  package static let mostCharacters = 200
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Nil for a file without any of that, and for one that is no text.
  ///
  /// - Parameter page: the same file, if it is Markdown: what its code shows is a sample.
  /// - Complexity: linear; two searches for a plain file.
  init?(_ source: SourceFile, page: MarkdownFile?) {
    guard source.isText, source.invalidUTF8Offset == nil else { return nil }
    self.source = source
    conflicts = MergeConflict.all(in: source, page)
    source.bytes.withUnsafeBufferPointer { bytes in
      guard bytes.odd > 0 else { return }
      let ends = LineEnds(bytes)
      if ends.isMixed { mixedLineEnds = ends }
      hasByteOrderMark = source.bytes.starts(with: Self.byteOrderMark)
      scan(bytes, from: hasByteOrderMark ? Self.byteOrderMark.count : 0)
    }
    if !hasByteOrderMark, !hasMojibake, characters.isEmpty, !hasNoBreakSpace, mixedLineEnds == nil, conflicts.isEmpty { return nil }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    var offset = start
    var lastSequence = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x7F, byte >= 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
        offset += 1
        continue
      }
      guard let (scalar, end) = ScalarReader.scalar(bytes, at: offset) else { return }
      if byte == 0xC3, let sequence = MojibakeText.sequence(bytes, at: offset), sequence.isCertain || lastSequence == offset {
        hasMojibake = true
        offset = sequence.range.upperBound
        lastSequence = offset
        continue
      }
      if scalar.value == 0xA0 { hasNoBreakSpace = true }
      if OddCharacter.mayBe(scalar), let odd = OddCharacter(scalar, offset..<end, in: bytes) { append(odd) }
      offset = end
    }
  }

  /// Notes a character; one behind another of its kind goes with it.
  private mutating func append(_ odd: OddCharacter) {
    if let last = characters.last, last.scalar == odd.scalar, last.range.upperBound == odd.range.lowerBound {
      characters[characters.count - 1].range = last.range.lowerBound..<odd.range.upperBound
    } else if characters.count < Self.mostCharacters {
      characters.append(odd)
    }
  }
}

/// How the lines of a file end.
package struct LineEnds: Sendable {
  /// How many lines end in a line feed alone, in carriage return and line feed, in a carriage return alone.
  package let lf: Int
  package let crlf: Int
  package let cr: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let returns = bytes.count(of: 0x0D)
    var pairs = 0
    if returns > 0 {
      for offset in bytes.indices.dropFirst() where bytes[offset] == 0x0A && bytes[offset - 1] == 0x0D { pairs += 1 }
    }
    lf = returns > 0 ? bytes.count(of: 0x0A) - pairs : 0
    crlf = pairs
    cr = returns - pairs
  }

  package var isMixed: Bool { [lf, crlf, cr].count { $0 > 0 } > 1 }
}
