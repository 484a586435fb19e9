internal import Diagnostics
internal import Files
internal import Library
internal import Markdown

/// A guide or an example as it goes into somebody's project: without front matter, without what only Augury reads, with links that lead
/// somewhere where it then lies.
struct GuideText {
  /// Where a reference of the file leads from now on.
  enum Destination {
    /// Another file of the target, or this one (an empty path).
    ///
    /// - Parameter mention: what a code span says that names the file; nil leaves it as it is.
    case file(String, anchor: String? = nil, mention: String? = nil)
    /// Nowhere that the target holds: a link becomes its text, with the module it leads to in words.
    case outside
  }

  private let page: MarkdownFile
  private let library: Library
  private let start: Int

  init(_ page: MarkdownFile, in library: Library) {
    (self.page, self.library) = (page, library)
    start = FrontMatter.length(in: page.source.bytes)
  }

  /// The text, with line feeds at the ends of lines and one at its end.
  func text(_ destination: (Reference) -> Destination) -> String {
    var fixes = directives + fences
    let references = library.references(in: page.path)
    for reference in references { fixes += changes(for: reference, destination) }
    if references.contains(where: isByLabel) { fixes += definitions }
    if start > 0 { fixes.append(fix(0..<start, "")) }
    let bytes = Edits.applied(fixes, to: page.source)
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    return text.trimmingBlankLines + "\n"
  }

  private func fix(_ range: Range<Int>, _ replacement: String) -> Fix {
    Fix(title: "", span: page.source.span(range), replacement: replacement)
  }

  // MARK: What only Augury reads

  /// Comments that speak to Augury, with the lines they stand on.
  private var directives: [Fix] {
    Directive.all(in: page).map { directive in
      guard directive.isAlone else { return fix(directive.range, "") }
      let bytes = page.source.bytes
      let end = bytes[directive.range.upperBound...].firstIndex { $0 > 0x20 } ?? bytes.count
      let lines = bytes[directive.range.upperBound..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? end
      return fix(directive.range.lowerBound..<lines, "")
    }
  }

  /// Attributes behind the language of a fence.
  private var fences: [Fix] {
    page.document.nodes.compactMap { node in
      guard case .codeBlock(let info, _, .some) = node.kind, page.document.bytes(info).contains(UInt8(ascii: "=")) else { return nil }
      let line = page.source.lineRange(at: node.span.lowerBound)
      let text = String(decoding: page.source.bytes[node.span.lowerBound..<line.upperBound], as: UTF8.self)
      let plain = FenceAttributes.removed(from: text)
      return plain == text ? nil : fix(node.span.lowerBound..<line.upperBound, plain)
    }
  }

  // MARK: Links

  private func changes(for reference: Reference, _ destination: (Reference) -> Destination) -> [Fix] {
    switch (reference.form, reference.target) {
    case (.installCommand, _), (_, .external): []
    case (.mention, .page):
      if case .file(_, _, .some(let name)) = destination(reference) { mention(reference, name) } else { [] }
    case (.mention, _): []
    case (.image, _): link(reference, opening: "", closing: "")
    case (.link, .externalModule(_, .some(let url))): link(reference, opening: "[", closing: "](\(url))")
    case (.link, _):
      switch destination(reference) {
      case .file(let path, let anchor, _):
        path.isEmpty && anchor == nil
          ? link(reference, opening: "", closing: "")
          : link(reference, opening: "[", closing: "](\(path)\(anchor.map { "#" + $0 } ?? ""))")
      case .outside: link(reference, opening: "", closing: words(for: reference.target))
      }
    }
  }

  /// Puts something else in place of what stands before and behind the text of a link.
  private func link(_ reference: Reference, opening: String, closing: String) -> [Fix] {
    let nodes = page.document.nodes
    let children = page.document.children(of: reference.node)
    let whole = reference.range
    let isInBrackets = page.source.bytes[whole].starts(with: reference.form == .image ? "![".utf8 : "[".utf8)
    guard isInBrackets, let first = children.first(where: { _ in true }), let last = children.reversed().first else { return [] }
    let text = nodes[first].span.lowerBound..<nodes[last].span.upperBound
    guard text.lowerBound > whole.lowerBound, text.upperBound < whole.upperBound else { return [] }
    return [fix(whole.lowerBound..<text.lowerBound, opening), fix(text.upperBound..<whole.upperBound, closing)]
  }

  private func mention(_ reference: Reference, _ name: String) -> [Fix] {
    page.source.bytes[reference.range].range(ofBytes: reference.written.utf8).map { [fix($0, name)] } ?? []
  }

  /// What a link leads to, behind its text, when that is in another module.
  private func words(for target: Reference.Target) -> String {
    switch target {
    case .page(let path, _), .file(let path):
      guard let module = library.module(containing: path), module.id != page.module, !module.id.isEmpty else { return "" }
      return " (\(MarkdownText.code(module.pathInModule(path))) of module \(MarkdownText.code(module.id)))"
    case .module(let id), .externalModule(let id, _), .missingModule(let id): return " (module \(MarkdownText.code(id)))"
    default: return ""
    }
  }

  /// Whether a link has its address from a definition: it ends in its label.
  private func isByLabel(_ reference: Reference) -> Bool {
    guard reference.form == .link || reference.form == .image, !reference.range.isEmpty else { return false }
    return page.source.bytes[reference.range.upperBound - 1] == UInt8(ascii: "]")
  }

  /// Definitions of addresses in the library; every link that used one has its address itself now.
  private var definitions: [Fix] {
    let written = Set(
      library.references(in: page.path).lazy.filter { if case .external = $0.target { false } else { true } }.map(\.written)
    )
    return LinkDefinitions(of: page).all.filter { written.contains(String(decoding: $0.destination, as: UTF8.self)) }.map {
      let end = page.source.bytes[$0.range.upperBound...].firstIndex(of: 0x0A).map { $0 + 1 } ?? page.source.bytes.count
      return fix($0.range.lowerBound..<end, "")
    }
  }
}

extension String {
  /// Without blank lines before and white space behind.
  fileprivate var trimmingBlankLines: String {
    let start = utf8.firstIndex { $0 != 0x0A && $0 != 0x0D } ?? endIndex
    let end = utf8.lastIndex { $0 > 0x20 }.map { utf8.index(after: $0) } ?? start
    return start < end ? String(self[start..<end]) : ""
  }
}
