/// The HTML of inlines.
extension HTMLRendering {
  mutating func beginInline(_ node: Node, _ index: Int) -> Bool {
    switch node.kind {
    case .code(let text): code(text, index)
    case .inlineHTML(let text): inlineHTML(text)
    case .emphasis: open(index, "<em>", "</em>")
    case .strong: open(index, "<strong>", "</strong>")
    case .strikethrough: open(index, "<del>", "</del>")
    case .link(let destination, let title): beginLink(destination, title, index)
    case .image(let destination, let title):
      image(destination, title, index)
      return false
    case .footnoteReference(let number, let ordinal): footnoteReference(number, ordinal)
    default: break
    }
    return true
  }

  private mutating func code(_ text: Text, _ index: Int) {
    var address = links == 0 ? options.code?(index, document) : nil
    if options.isSafe, let unsafe = address, !URLSafety.isSafe(unsafe.utf8) { address = nil }
    if let address { startAnchor(address.utf8) }
    if address != nil { out.appendLiteral("\">") }
    out.appendLiteral("<code>")
    out.appendEscaped(document.bytes(text))
    out.appendLiteral(address == nil ? "</code>" : "</code></a>")
  }

  private mutating func inlineHTML(_ text: Text) {
    let bytes = document.bytes(text)
    if !options.isSafe {
      out.append(contentsOf: bytes)
    } else if !HTMLComment.areAll(bytes) {
      out.appendEscaped(bytes)
    }
  }

  private mutating func beginLink(_ destination: Text, _ title: Text, _ index: Int) {
    switch options.link?(index, document) {
    case .broken(let reason): beginBroken(reason, index)
    case .href(let address): beginLink(to: address.utf8, title, index)
    case nil: beginLink(to: document.bytes(destination), title, index)
    }
  }

  private mutating func beginLink(to address: some Collection<UInt8>, _ title: Text, _ index: Int) {
    guard links == 0, !options.isSafe || URLSafety.isSafe(address) else { return open(index, "", "") }
    startAnchor(address)
    appendTitle(title)
    open(index, "\">", "</a>", isLink: true)
  }

  private mutating func beginBroken(_ reason: String, _ index: Int) {
    out.appendLiteral("<span class=\"broken\" title=\"")
    out.appendEscaped(reason)
    open(index, "\">", "</span>")
  }

  /// An anchor up to the end of its address, without the closing quote.
  private mutating func startAnchor(_ address: some Collection<UInt8>) {
    out.appendLiteral("<a href=\"")
    out.appendHref(address)
  }

  private mutating func appendTitle(_ title: Text) {
    guard !title.isEmpty else { return }
    out.appendLiteral("\" title=\"")
    out.appendEscaped(document.bytes(title))
  }

  private mutating func image(_ destination: Text, _ title: Text, _ index: Int) {
    switch options.link?(index, document) {
    case .broken(let reason):
      out.appendLiteral("<span class=\"broken\" title=\"")
      out.appendEscaped(reason)
      out.appendLiteral("\">")
      out.appendEscaped(document.plainText(of: index))
      out.appendLiteral("</span>")
    case .href(let address): image(from: address.utf8, title, index)
    case nil: image(from: document.bytes(destination), title, index)
    }
  }

  private mutating func image(from address: some Collection<UInt8>, _ title: Text, _ index: Int) {
    guard !options.isSafe || URLSafety.isOwn(address) else { return out.appendEscaped(document.plainText(of: index)) }
    out.appendLiteral("<img src=\"")
    out.appendHref(address)
    out.appendLiteral("\" alt=\"")
    out.appendEscaped(document.plainText(of: index))
    appendTitle(title)
    out.appendLiteral("\" />")
  }

  /// A reference to a footnote. In a link it is no link itself, only the place to come back to.
  private mutating func footnoteReference(_ number: Int32, _ ordinal: Int32) {
    guard options.footnotes else { return }
    out.appendLiteral("<sup class=\"footnote-ref\" id=\"fnref:")
    appendReference(number, ordinal)
    out.appendLiteral("\">")
    if links == 0 {
      out.appendLiteral("<a href=\"#fn:")
      appendDecimal(number)
      out.appendLiteral("\" aria-label=\"Footnote ")
      appendDecimal(number)
      out.appendLiteral("\">")
    }
    appendDecimal(number)
    out.appendLiteral(links == 0 ? "</a></sup>" : "</sup>")
  }
}

/// HTML comments, which carry directives to Augury and show as nothing.
enum HTMLComment {
  /// Whether bytes are comments and white space only. A comment ends at its first `-->`.
  static func areAll(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes.drop(while: isSpace)
    while rest.starts(with: "<!--".utf8) {
      rest = rest.dropFirst(4)
      guard !rest.starts(with: ">".utf8), !rest.starts(with: "->".utf8), let end = end(of: rest) else { return false }
      rest = rest[end...].drop(while: isSpace)
    }
    return rest.isEmpty
  }

  private static func end(of rest: ArraySlice<UInt8>) -> Int? {
    var dashes = 0
    for index in rest.indices {
      if rest[index] == UInt8(ascii: "-") {
        dashes += 1
      } else if rest[index] == UInt8(ascii: ">"), dashes >= 2 {
        return index + 1
      } else {
        dashes = 0
      }
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
