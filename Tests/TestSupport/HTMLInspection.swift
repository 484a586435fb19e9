/// A strict reader of the HTML that Augury writes: what it does not know is a problem, so that nothing executable can hide in a
/// form that only a lenient browser would read.
///
/// Tags are `<name a="b" c>` in lower case with double quotes; there are no comments; a reference is one of the few that we write;
/// elements and attributes are those of the lists below, none of which runs anything. Every element that needs it is closed.
package struct HTMLInspection {
  /// What is wrong, each with the bytes at its place; empty for a page that is as it should be.
  package private(set) var problems: [String] = []

  private let html: [UInt8]
  private var position = 0
  private var open: [String] = []

  /// The most problems that are told.
  private static let longest = 5

  package init(_ html: [UInt8]) {
    self.html = html
    if starts(with: "<!doctype html>") { position = 15 }
    while position < html.count, problems.count < Self.longest { readNext() }
    for name in open where problems.count < Self.longest { fail("<\(name)> is never closed") }
  }

  private mutating func readNext() {
    switch html[position] {
    case UInt8(ascii: "<"): readTag()
    case UInt8(ascii: "&"): _ = readReference()
    case let byte where byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 || byte == 0x7F:
      fail("a control character")
      position += 1
    default: position += 1
    }
  }

  private mutating func readTag() {
    position += 1
    let isEnd = position < html.count && html[position] == UInt8(ascii: "/")
    if isEnd { position += 1 }
    let name = readName()
    guard !name.isEmpty else { return fail("`<` that starts no tag") }
    guard Self.elements.contains(name) else { return fail("the element <\(name)>") }
    if isEnd {
      if open.last == name { open.removeLast() } else { fail("</\(name)> closes <\(open.last ?? "")>") }
      return expect(">")
    }
    if name == "a", open.contains("a") { fail("a link inside a link") }
    if name == "script" { return readScript() }
    var attributes: Set<String> = []
    while take(" ") {
      if starts(with: "/>") { break }
      let attribute = readAttribute(of: name)
      if attribute.isEmpty || !attributes.insert(attribute).inserted { return fail("an attribute of <\(name)> twice, or without a name") }
    }
    let isSelfClosed = take("/")
    expect(">")
    if !isSelfClosed, !Self.voidElements.contains(name) { open.append(name) }
  }

  /// The one script of a page: ours, and nothing in it.
  private mutating func readScript() {
    expect(" ")
    for part in ["src=\"", "../", "assets/augury.js\"></script>"] {
      while starts(with: part) { position += part.utf8.count }
    }
    if !html[..<position].suffix(9).elementsEqual("</script>".utf8) { fail("a script that is not ours") }
  }

  private mutating func readAttribute(of element: String) -> String {
    let name = readName()
    if !Self.attributes.contains(name), !name.hasPrefix("aria-") { fail("the attribute \(name) of <\(element)>") }
    guard take("=") else { return name }
    expect("\"")
    var value: [UInt8] = []
    while position < html.count, html[position] != UInt8(ascii: "\""), problems.isEmpty {
      if html[position] == UInt8(ascii: "&") {
        value.append(readReference())
      } else {
        if html[position] == UInt8(ascii: "<") { fail("`<` in an attribute") }
        value.append(html[position])
        position += 1
      }
    }
    expect("\"")
    if name == "href" || name == "src" { checkAddress(value, mayLeave: name == "href") }
    return name
  }

  /// A browser drops control characters and white space before it reads the scheme (WHATWG URL, "basic URL parser").
  private mutating func checkAddress(_ value: [UInt8], mayLeave: Bool) {
    let address = value.filter { $0 > 0x20 && $0 != 0x7F }
    if !mayLeave, address.starts(with: "//".utf8) { fail("something loaded from another host") }
    let end = address.firstIndex { !Self.isSchemeByte($0) } ?? address.count
    guard end > 0, end < address.count, address[end] == UInt8(ascii: ":") else { return }
    let scheme = String(decoding: address[..<end], as: UTF8.self).lowercased()
    if scheme == "data", Self.pictures.contains(where: { address[(end + 1)...].starts(with: $0.utf8) }) { return }
    if !mayLeave || !["http", "https", "ftp", "mailto", "tel"].contains(scheme) { fail("the address \(scheme):") }
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "+-.".utf8.contains(byte)
    }
  }

  /// The byte that a character reference stands for.
  private mutating func readReference() -> UInt8 {
    for (text, byte) in Self.references where starts(with: text) {
      position += text.utf8.count
      return byte
    }
    fail("`&` that starts no reference")
    position += 1
    return UInt8(ascii: "&")
  }
}

// MARK: - Bytes

extension HTMLInspection {
  private func starts(with text: StaticString) -> Bool {
    let end = position + text.utf8CodeUnitCount
    return end <= html.count && text.withUTF8Buffer { html[position..<end].elementsEqual($0) }
  }

  private func starts(with text: String) -> Bool { html[position...].starts(with: text.utf8) }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < html.count, html[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) {
    if !take(character) { fail("no `\(character)` where one is expected") }
  }

  /// Letters, digits, hyphens and colons.
  private mutating func readName() -> String {
    let rest = html[position...]
    let name = rest.prefix { Self.isSchemeByte($0) || $0 == UInt8(ascii: ":") }
    position += name.count
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func fail(_ problem: String) {
    let start = max(min(position, html.count) - 60, 0)
    problems.append(problem + " near `" + String(decoding: html[start..<min(position + 30, html.count)], as: UTF8.self) + "`")
  }

  /// What an address may hold itself: pictures that cannot run anything.
  private static let pictures = ["png", "gif", "jpeg", "webp"].flatMap { ["image/\($0);", "image/\($0),"] }

  private static let references: [(String, UInt8)] = [
    ("&lt;", 0x3C), ("&gt;", 0x3E), ("&amp;", 0x26), ("&quot;", 0x22), ("&#39;", 0x27), ("&#x27;", 0x27),
  ]

  private static let voidElements: Set<String> = ["br", "hr", "img", "input", "link", "meta"]

  /// No `script` but ours, no `style`, `iframe`, `object`, `embed`, `base`, `form`, and nothing else that loads or runs.
  private static let elements: Set<String> = voidElements.union([
    "a", "blockquote", "body", "button", "circle", "code", "dd", "del", "desc", "details", "div", "dl", "dt", "em", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "html", "i", "kbd", "label", "li", "main", "mark", "nav", "ol", "p",
    "path", "pre", "s", "script", "section", "span", "strong", "summary", "sup", "svg", "table", "tbody", "td", "text", "textarea", "th",
    "thead", "title", "tr", "ul",
  ])

  /// No `on…`, `style`, `srcdoc`, `http-equiv`, `action`, and nothing else that runs, restyles or sends.
  private static let attributes: Set<String> = [
    "align", "alt", "autocomplete", "charset", "checked", "class", "colspan", "content", "cx", "cy", "d", "data-copy", "data-default",
    "data-kind", "data-marker", "data-name", "dir", "disabled", "fill", "focusable", "for", "height", "hidden", "href", "id", "inputmode",
    "lang", "name", "placeholder", "popover", "popovertarget", "popovertargetaction", "preserveAspectRatio",
    "property", "r", "rel", "role", "rows", "rowspan", "scope", "src", "start", "stroke", "stroke-dasharray", "stroke-width", "tabindex",
    "title",
    "type", "value", "vector-effect", "viewBox", "width", "x", "y",
  ]
}
