package import Diagnostics
internal import Files
package import Library
internal import Markdown

package enum InvisibleCharacter: Rule {
  package static let id = "invisible-character"
  package static let group = RuleGroup.markdown
  package static let severity = Severity.warning
  package static let readsBytes = true
  package static let summary = "A text holds a character that nobody sees"
  package static let why = """
    A zero-width space splits a word for every search, a soft hyphen breaks a command that is copied, marks of direction show other code \
    than runs, tags spell text that only an agent reads, and a no-break space in code is no space. Joiners inside scripts and emoji that \
    need them are fine, and so are marks of direction in lines of Hebrew or Arabic.
    """
  package static let bad = Sample(stringLiteral: "-- workflows/demo/rules/guide.md --\n# Guide\n\n- A zero-«\u{200B}»width space.")
  package static let good = Sample(stringLiteral: "-- workflows/demo/rules/guide.md --\n# Guide\n\n- A family: \u{1F468}\u{200D}\u{1F469}.")

  private static let noBreakSpace: Unicode.Scalar = "\u{A0}"

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module in
      module.oddTexts.flatMap { odd in
        firstFindings(odd.characters.lazy.filter { $0.kind != .control }) { finding(odd, $0) }
          + spaces(in: odd, module.pages.lazy.first { $0.path == odd.source.path })
      }
    }
  }

  private static func finding(_ odd: OddText, _ character: OddCharacter) -> Finding {
    let isSafe = character.scalar == "\u{FEFF}" || character.scalar == "\u{AD}"
    return finding(
      odd.source.path,
      character.range,
      "\(character.name), \(character.codePoint)",
      why: character.consequence,
      help: "remove it",
      fix: isSafe ? Fix(title: "remove it", span: odd.source.span(character.range), replacement: "") : nil
    )
  }

  /// No-break spaces in code, on lines that are ASCII but for them: a drawing of a tree is made with them, and so is typeset prose.
  private static func spaces(in odd: OddText, _ page: MarkdownFile?) -> [Finding] {
    guard odd.hasNoBreakSpace, let page else { return [] }
    return firstFindings(page.blocks.codeBlocks.lazy.flatMap { CodeText($0, in: page).ranges(of: noBreakSpace) }) { range in
      finding(
        page.path,
        range,
        "no-break space in code, U+00A0",
        why: "compilers and shells take it for a letter",
        help: "write a space",
        fix: Fix(title: "write a space", span: page.source.span(range), replacement: " ")
      )
    }
  }
}

/// The lines of a code block in their file.
private struct CodeText {
  private let page: MarkdownFile
  private let span: Range<Int>

  init(_ node: Int, in page: MarkdownFile) {
    self.page = page
    span = page.document.nodes[node].span
  }

  /// The places of a character on lines that are ASCII but for it.
  func ranges(of scalar: Unicode.Scalar) -> [Range<Int>] {
    let needle = Array(String(scalar).utf8)
    var ranges: [Range<Int>] = []
    var rest = page.source.bytes[span]
    while let found = rest.range(ofBytes: needle) {
      let line = page.source.lineRange(at: found.lowerBound)
      let odd = page.source.bytes[line].count { $0 >= 0x80 }
      var inLine = page.source.bytes[line]
      var places: [Range<Int>] = []
      while let place = inLine.range(ofBytes: needle) {
        places.append(place)
        inLine = inLine[place.upperBound...]
      }
      if odd == places.count * needle.count { ranges += places }
      rest = rest[min(max(line.upperBound, found.upperBound), rest.endIndex)...]
    }
    return ranges
  }
}

extension OddCharacter {
  /// U+200B.
  var codePoint: String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  fileprivate var name: String {
    switch (scalar.value, kind) {
    case (0xAD, _): "soft hyphen"
    case (0x200B, _): "zero-width space"
    case (0x200C, _): "zero-width non-joiner"
    case (0x200D, _): "zero-width joiner"
    case (0x2028, _): "line separator"
    case (0x2029, _): "paragraph separator"
    case (0x2060, _): "word joiner"
    case (0xFEFF, _): "byte order mark inside the file"
    case (0xFFFC, _): "stand-in for an object that was pasted"
    case (_, .direction): "mark of direction"
    case (_, .tag): "tag character"
    default: "invisible character"
    }
  }

  fileprivate var consequence: String {
    switch kind {
    case .direction: "what is shown may stand in another order than what is there"
    case .tag: "agents read what such characters spell, and nobody sees it"
    case .control, .invisible: "searches, commands and links break at it"
    }
  }
}
