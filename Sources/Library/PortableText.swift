internal import Diagnostics
internal import Files
internal import Markdown

/// A Markdown file as it goes elsewhere: without front matter and what only Augury reads, its pictures as words, and its links leading
/// where they lead from there. Everything else stays to the byte, but for the ends of lines.
package struct PortableText {
  /// Where a link leads from now on.
  package enum Destination: Sendable, Hashable {
    case address(String)
    /// Nowhere: the link becomes its text, with these words behind it.
    case words(String)
  }

  /// What becomes of a code span that names a file.
  package enum Mention: Sendable, Hashable {
    /// It says this instead.
    case renamed(String)
    /// These words come behind it.
    case followed(String)
  }

  private let page: MarkdownFile
  private let references: [Reference]
  private let mentions: [Reference]

  package init(_ page: MarkdownFile, in library: Library) {
    self.page = page
    let all = library.references(in: page.path)
    references = all.filter { $0.form == .link || $0.form == .image }
    mentions = all.filter { $0.form == .mention }
  }

  /// The text alone, its links as they are.
  package static func ofFile(_ page: MarkdownFile) -> String {
    String(decoding: finished(page, directives(of: page) + fences(of: page)), as: UTF8.self)
  }

  /// The text, with line feeds at the ends of lines and one at its end.
  ///
  /// - Parameters:
  ///   - footnotes: what the labels of its footnotes begin with from now on.
  ///   - mention: what becomes of a code span that names a file; nil leaves it as it is.
  ///   - destination: where a link of the library leads; nil leaves it as it is.
  package func text(
    footnotes: String = "",
    mention: (Reference) -> Mention? = { _ in nil },
    destination: (Reference) -> Destination?
  ) -> String {
    String(decoding: bytes(footnotes: footnotes, mention: mention, destination: destination), as: UTF8.self)
  }

  /// The same as UTF-8, for whoever writes it.
  ///
  /// - Parameter picture: where a picture lies from now on; nil turns it into words.
  package func bytes(
    footnotes: String = "",
    mention: (Reference) -> Mention? = { _ in nil },
    picture: (Reference) -> String? = { _ in nil },
    destination: (Reference) -> Destination?
  ) -> [UInt8] {
    var fixes = PortableText.directives(of: page) + PortableText.fences(of: page) + definitions
    if !footnotes.isEmpty { fixes += footnoteLabels(prefix: footnotes) }
    for reference in references {
      if reference.form == .image, let address = picture(reference) {
        fixes += changes(ofPicture: reference, address)
      } else {
        fixes += changes(for: reference, destination)
      }
    }
    for reference in mentions { fixes += mention(reference).map { changes(of: reference, $0) } ?? [] }
    return PortableText.finished(page, fixes)
  }

  private static func fix(_ page: MarkdownFile, _ range: Range<Int>, _ replacement: String) -> Fix {
    Fix(title: "", span: page.source.span(range), replacement: replacement)
  }

  private func fix(_ range: Range<Int>, _ replacement: String) -> Fix { PortableText.fix(page, range, replacement) }

  /// The text with its changes. What the file leaves open is closed, so that what follows it is not swallowed.
  private static func finished(_ page: MarkdownFile, _ fixes: [Fix]) -> [UInt8] {
    let start = FrontMatter.length(in: page.source.bytes)
    var bytes = Edits.applied((start > 0 ? [fix(page, 0..<start, "")] : []) + fixes, to: page.source)
    if bytes.contains(0x0D) { bytes = bytes.replacing([0x0D, 0x0A], with: [0x0A]) }
    let end = (bytes.lastIndex { $0 > 0x20 } ?? -1) + 1
    let first = bytes[..<end].firstIndex { $0 != 0x0A && $0 != 0x0D } ?? end
    return bytes[first..<end] + Array("\n".utf8) + Array(closing(of: page).utf8)
  }

  /// What ends a fence or a comment that is open at the end of a file.
  private static func closing(of page: MarkdownFile) -> String {
    let document = page.document
    // By their places: the parser moves footnotes to the end.
    let blocks = document.children(of: 0)
    guard let last = blocks.max(by: { document.nodes[$0].span.lowerBound < document.nodes[$1].span.lowerBound }) else { return "" }
    switch document.nodes[last].kind {
    case .codeBlock(_, _, .some(let fence)) where !fence.isClosed:
      return String(repeating: fence.isTilde ? "~" : "`", count: Int(fence.length)) + "\n"
    case .htmlBlock(let literal):
      let html = document.string(literal)
      let isOpen = html.components(of: "<!--") > html.components(of: "-->")
      return isOpen ? "-->\n" : ""
    default: return ""
    }
  }
}

// MARK: What only Augury reads

extension PortableText {
  /// Comments that speak to Augury, with the lines they stand on.
  private static func directives(of page: MarkdownFile) -> [Fix] {
    Directive.all(in: page).map { directive in
      guard directive.isAlone else { return fix(page, directive.range, "") }
      let bytes = page.source.bytes
      let end = bytes[directive.range.upperBound...].firstIndex { $0 > 0x20 } ?? bytes.count
      let lines = bytes[directive.range.upperBound..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? end
      return fix(page, directive.range.lowerBound..<lines, "")
    }
  }

  /// What stands behind the language of a fence and tells how the example is run.
  private static func fences(of page: MarkdownFile) -> [Fix] {
    page.document.nodes.compactMap { node in
      guard case .codeBlock(let info, _, .some) = node.kind, page.document.bytes(info).contains(0x20) else { return nil }
      let line = page.source.lineRange(at: node.span.lowerBound)
      guard line.contains(node.span.lowerBound) else { return nil }
      let text = page.source.text(node.span.lowerBound..<line.upperBound)
      let plain = FenceAttributes.removed(from: text)
      return plain == text ? nil : fix(page, node.span.lowerBound..<line.upperBound, plain)
    }
  }
}

// MARK: Links

extension PortableText {
  private func changes(for reference: Reference, _ destination: (Reference) -> Destination?) -> [Fix] {
    let isHeading = isInHeading(reference.node)
    if reference.form == .image {
      return isHeading ? replaced(reference, opening: "", closing: "") : replaced(reference, opening: "(image: ", closing: ")")
    }
    switch destination(reference) {
    case .address(let address): return replaced(reference, opening: "[", closing: "](\(PortableText.written(address)))")
    // The text of a heading makes its anchor.
    case .words(let words): return replaced(reference, opening: "", closing: isHeading || words.isEmpty ? "" : " " + words)
    case nil:
      return isByLabel(reference) ? replaced(reference, opening: "[", closing: "](\(PortableText.written(reference.written)))") : []
    }
  }

  /// A picture that stays one, with its address written in its place.
  private func changes(ofPicture reference: Reference, _ address: String) -> [Fix] {
    if address == reference.written, !isByLabel(reference) { return [] }
    return replaced(reference, opening: "![", closing: "](\(PortableText.written(address)))")
  }

  private func changes(of mention: Reference, _ change: Mention) -> [Fix] {
    switch change {
    case .renamed(let name):
      page.source.bytes[mention.range].range(ofBytes: mention.written.utf8).map { [fix($0, name)] } ?? []
    case .followed(let words): [fix(mention.range.upperBound..<mention.range.upperBound, " " + words)]
    }
  }

  /// An address as it stands in a link (CommonMark 6.6).
  private static func written(_ address: String) -> String {
    let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"()<>".utf8.contains($0) } && !address.isEmpty
    if isPlain { return address }
    return "<" + address.replacing("<", with: "%3C").replacing(">", with: "%3E").split(whereSeparator: \.isNewline).joined() + ">"
  }

  /// Puts something else in place of what stands before and behind the text of a link or picture.
  private func replaced(_ reference: Reference, opening: String, closing: String) -> [Fix] {
    let nodes = page.document.nodes
    let whole = reference.range
    guard page.source.bytes[whole].starts(with: reference.form == .image ? "![".utf8 : "[".utf8) else { return [] }
    let children = Array(page.document.children(of: reference.node))
    guard let first = children.first, let last = children.last else {
      return [fix(whole, reference.form == .image ? opening + Path.name(reference.written) + closing : "")]
    }
    let text = nodes[first].span.lowerBound..<nodes[last].span.upperBound
    guard text.lowerBound > whole.lowerBound, text.upperBound < whole.upperBound else { return [] }
    return [fix(whole.lowerBound..<text.lowerBound, opening), fix(text.upperBound..<whole.upperBound, closing)]
  }

  private func isInHeading(_ node: Int) -> Bool {
    page.headings.contains { $0.node < node && node < Int(page.document.nodes[$0.node].end) }
  }

  /// Whether a link has its address from a definition: it ends in its label.
  private func isByLabel(_ reference: Reference) -> Bool {
    guard !reference.range.isEmpty else { return false }
    let bytes = page.source.bytes[reference.range]
    return bytes.first == UInt8(ascii: "[") && bytes.last == UInt8(ascii: "]")
  }

  /// Definitions of addresses; every link that used one has its address itself now. One whose title stands on a line of its own stays.
  private var definitions: [Fix] {
    let written = Set(references.map(\.written))
    return LinkDefinitions(of: page).all.compactMap { definition in
      guard written.contains(String(decoding: definition.destination, as: UTF8.self)) else { return nil }
      let bytes = page.source.bytes
      let end = bytes[definition.range.upperBound...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let next = bytes[end...].first { $0 != 0x20 && $0 != 0x09 }
      if let next, "\"'(".utf8.contains(next) { return nil }
      return fix(definition.range.lowerBound..<PortableText.endOfGap(in: page, from: definition.range.lowerBound, to: end), "")
    }
  }

  /// Where to cut, so that of two blank lines round lines that go one is left.
  private static func endOfGap(in page: MarkdownFile, from start: Int, to end: Int) -> Int {
    let bytes = page.source.bytes
    let isBehindBlank = bytes[..<start].dropLast().last { $0 != 0x0D } == 0x0A
    let blank = bytes[end...].prefix { $0 == 0x0D || $0 == 0x0A }
    guard isBehindBlank, let feed = blank.firstIndex(of: 0x0A) else { return end }
    return feed + 1
  }

  /// Puts something before the label of each footnote, where it is defined and where it is referred to.
  private func footnoteLabels(prefix: String) -> [Fix] {
    let mark = Array("[^".utf8)
    let definitions = page.footnoteDefinitions.map(\.offset)
    let uses = page.document.nodes.compactMap { node in
      if case .footnoteReference = node.kind { node.span.lowerBound } else { nil }
    }
    return (definitions + uses).filter { page.source.bytes[$0...].starts(with: mark) }.map { fix(($0 + 2)..<($0 + 2), prefix) }
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
