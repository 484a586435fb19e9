internal import Diagrams
internal import Files
internal import Highlight
internal import Library
internal import Markdown

// Code, and what came of it.
extension ArticleRenderer {
  /// A code block: a bar with its language, what it ran on and a button that copies it, and the code as a region that scrolls and takes
  /// the focus. The result blocks behind a runnable fence stand in its figure.
  func writeCode(_ node: Int, info: Text, literal: Text, to out: inout [UInt8]) {
    guard !isOutcome(node) else { return }
    let bytes = file.document.bytes(literal)
    let tree = trees[node]
    let start = file.document.nodes[node].span.lowerBound
    let badge = badges[start]
    let isResult = badges.isResult(at: start)
    let written = isResult ? "" : String(decoding: file.document.bytes(info).prefix { $0 > 0x20 }, as: UTF8.self)
    let isDrawn = tree != nil || ArticleRenderer.isPlain(written) && ArticleRenderer.hasBoxes(bytes)
    let language = isResult ? "result" : written.isEmpty && tree != nil ? "tree" : Words.clipped(written, to: 40)
    if site.has(.diagrams), TableReader.languages.contains(written) { writeDiagram(node, info: info, bytes, to: &out) }
    out += "<figure class=\"code\(isDrawn ? " drawn" : "")\(isResult ? " result" : "")".utf8
    if let badge { out += " proof rung-\(badge.rung.rawValue.lowercased())".utf8 }
    out.appendLiteral("\">\n<figcaption>")
    if let badge { writeBadge(badge, to: &out) }
    out.appendLiteral("<span class=\"language\">")
    out.appendEscaped(language)
    out.appendLiteral("</span><button class=\"copy\" type=\"button\">Copy</button></figcaption>\n")
    writeRegion(node, label: language.isEmpty ? "Code" : language + " code", to: &out)
    if let tree {
      writeTree(tree, bytes, to: &out)
    } else {
      out.appendCode(bytes, in: isDrawn || !site.has(.highlighting) ? nil : Language.named(written))
    }
    out.appendLiteral("</code></pre>\n")
    if let badge { writeOutcomes(of: node, badge, to: &out) }
    out.appendLiteral("</figure>\n")
  }

  /// The tables of a block and how they refer to each other, as a picture above it; nothing where its fence says `diagram=no`.
  private func writeDiagram(_ node: Int, info: Text, _ code: ArraySlice<UInt8>, to out: inout [UInt8]) {
    guard let schema = TableReader.schema(of: code), !file.document.string(info).split(separator: " ").contains("diagram=no") else {
      return
    }
    let number = numbers[node] ?? 0
    out += "<figure class=\"tables\">\n<div tabindex=\"0\" role=\"region\" aria-label=\"Diagram of tables \(number)\">\n".utf8
    out += TableDrawing.svg(of: schema, id: "tables:\(number)")
    out.appendLiteral("</div>\n<figcaption>Drawn from the <code>CREATE TABLE</code> statements below.</figcaption>\n</figure>\n")
  }

  /// What opens a region of code. No two of a page have the same name.
  private func writeRegion(_ node: Int, label: String, to out: inout [UInt8]) {
    out.appendLiteral("<pre tabindex=\"0\" role=\"region\" aria-label=\"")
    out.appendEscaped(label)
    out += " \(numbers[node] ?? 0)\"><code>".utf8
  }

  /// A knot that is as full as what was proved is near, and the words for it.
  private func writeBadge(_ badge: PageBadges.Badge, to out: inout [UInt8]) {
    out += "<span class=\"badge rung-\(badge.rung.rawValue.lowercased())\">".utf8
    out.appendEscaped(badge.words)
    if let reason = badge.reason, !reason.isEmpty { out.appendEscaped(": " + reason) }
    out.appendLiteral("</span> ")
  }
}

// MARK: - Results

extension ArticleRenderer {
  /// Whether a block is a result that stands in the figure of the fence before it. Code blocks have nothing in them, so that the node
  /// before is the block before, or what is around.
  private func isOutcome(_ node: Int) -> Bool {
    var node = node
    while isResult(node), node > 0 {
      node -= 1
      guard case .codeBlock = file.document.nodes[node].kind else { return false }
      if badges[file.document.nodes[node].span.lowerBound] != nil { return true }
    }
    return false
  }

  private func isResult(_ node: Int) -> Bool {
    guard file.document.nodes.indices.contains(node), case .codeBlock = file.document.nodes[node].kind else { return false }
    return badges.isResult(at: file.document.nodes[node].span.lowerBound)
  }

  /// The result blocks behind a fence; where it has none, that it is to be refused or to wait.
  private func writeOutcomes(of fence: Int, _ badge: PageBadges.Badge, to out: inout [UInt8]) {
    var node = fence + 1
    while isResult(node), case .codeBlock(let info, let literal, _) = file.document.nodes[node].kind {
      let bytes = file.document.bytes(literal)
      out.appendLiteral(ArticleRenderer.hasBoxes(bytes) ? "<div class=\"outcome drawn\">\n" : "<div class=\"outcome\">\n")
      let version = file.document.string(info).split { $0 == "@" || $0.isWhitespace }.dropFirst(2).first.map(String.init)
      writeTitle(badge, rows: ArticleRenderer.rows(of: bytes), version: version, to: &out)
      writeRegion(node, label: "Result", to: &out)
      out.appendContent(bytes)
      out.appendLiteral("</code></pre>\n</div>\n")
      node += 1
    }
    if node == fence + 1, badge.expectation.speaks {
      out.appendLiteral("<div class=\"outcome\">\n")
      writeTitle(badge, rows: nil, version: nil, to: &out)
      out.appendLiteral("</div>\n")
    }
  }

  /// What a result is. Where nothing ran it is only what its author expects.
  private func writeTitle(_ badge: PageBadges.Badge, rows: Substring?, version: String?, to out: inout [UInt8]) {
    out.appendLiteral(badge.isRun ? "<p>Result" : "<p>Expected")
    switch badge.expectation {
    case .error(let code):
      out.appendLiteral(badge.isRun ? ": the error that was expected" : ": an error")
      if let code {
        out.appendLiteral(", <b>")
        out.appendEscaped(code)
        out.appendLiteral("</b>")
      }
    case .blocked: out.appendLiteral(": it waits until another session is done")
    case .plan: out.appendLiteral(": lines of the plan")
    case .ok, .rows, .sortedRows:
      if let rows { out += ", \(rows)".utf8 }
    }
    if let version { out.appendEscaped(", version " + version) }
    out.appendLiteral("</p>\n")
  }

  /// `2 rows`, where the last line of a result says so in brackets.
  private static func rows(of result: ArraySlice<UInt8>) -> Substring? {
    let last = result.split(separator: UInt8(ascii: "\n")).last ?? []
    guard last.count < 20, last.first == UInt8(ascii: "("), last.last == UInt8(ascii: ")") else { return nil }
    let words = String(decoding: last.dropFirst().dropLast(), as: UTF8.self)
    return words.wholeMatch(of: /[0-9]+ rows?/)?.output
  }
}

extension Expectation {
  /// Whether there is something to say of it where no result block follows.
  fileprivate var speaks: Bool {
    switch self {
    case .error, .blocked: true
    case .ok, .rows, .sortedRows, .plan: false
    }
  }
}

// MARK: - Drawings

extension ArticleRenderer {
  /// A drawing of a folder: what exists is a link, what does not is struck through.
  private func writeTree(_ tree: DirectoryTree, _ bytes: ArraySlice<UInt8>, to out: inout [UInt8]) {
    var position = bytes.startIndex
    for entry in tree.entries where !entry.isElision {
      let range = (bytes.startIndex + entry.literalRange.lowerBound)..<(bytes.startIndex + entry.literalRange.upperBound)
      guard range.lowerBound >= position, range.upperBound <= bytes.endIndex else { continue }
      out.appendContent(bytes[position..<range.lowerBound])
      position = range.upperBound
      if !entry.exists {
        out.appendLiteral("<s>")
        out.appendContent(bytes[range])
        out.appendLiteral("</s> <span class=\"missing-note\">(missing)</span>")
      } else if let href = href(ofEntry: entry) {
        out += "<a href=\"\(href)\">".utf8
        out.appendContent(bytes[range])
        out.appendLiteral("</a>")
      } else {
        out.appendContent(bytes[range])
      }
    }
    out.appendContent(bytes[position...])
  }

  private func href(ofEntry entry: DirectoryTree.Entry) -> String? {
    guard !entry.isFolder else { return nil }
    let path = module.path(entry.path)
    return (site.map.page(ofFile: path)?.location ?? site.map.copies[path]).map { root + $0.href }
  }

  /// Whether a fence names no language, or that it has none.
  private static func isPlain(_ language: String) -> Bool {
    ["", "text", "txt", "plain", "plaintext", "tree", "ascii"].contains(language.lowercased())
  }

  /// Whether a text draws with box characters (U+2500 to U+257F, in UTF-8 `E2 94 80` to `E2 95 BF`).
  private static func hasBoxes(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let lead = rest.range(ofBytes: [0xE2]) {
      rest = rest[lead.upperBound...]
      if rest.first == 0x94 || rest.first == 0x95 { return true }
    }
    return false
  }
}
