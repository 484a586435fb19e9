internal import Files
internal import Markdown

/// Finds the references of Markdown files and what each leads to.
struct LinkResolver {
  private let modules: [String: Module]
  private let pages: [String: MarkdownFile]
  private let tree: SourceTree
  private let external: [String: String?]

  init(modules: [Module], tree: SourceTree, configuration: Configuration) {
    self.modules = Dictionary(modules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    pages = Dictionary(modules.flatMap(\.pages).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.tree = tree
    external = configuration.external
  }

  /// The references of one file in the order of its nodes.
  func references(in file: MarkdownFile) -> [Reference] {
    var references: [Reference] = []
    let document = file.document
    // What stands inside a link, or inside bold text that is a mention, leads where that leads.
    var mentionEnd = 0
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .link(let destination, _):
        let written = document.string(destination)
        references.append(reference(file, index, .link, written, target(of: written, in: file)))
        mentionEnd = max(mentionEnd, Int(node.end))
      case .image(let destination, _):
        let written = document.string(destination)
        references.append(reference(file, index, .image, written, target(of: written, in: file)))
      case .code(let literal) where index >= mentionEnd && LinkResolver.mayBeMention(document.bytes(literal)):
        references += mention(document.string(literal), file, index)
      case .strong where index >= mentionEnd:
        let text = document.plainText(of: index)
        guard let target = module(named: text) else { continue }
        references.append(reference(file, index, .mention, text, target))
        mentionEnd = Int(node.end)
      case .codeBlock(_, let literal, _):
        references += installCommands(document.bytes(literal), file, index)
      default: continue
      }
    }
    return references
  }

  /// Whether a code span may name a file, a module or an install command: most are told apart by their bytes.
  private static func mayBeMention(_ text: ArraySlice<UInt8>) -> Bool {
    text.count < 512 && text.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
  }

  private func reference(
    _ file: MarkdownFile,
    _ node: Int,
    _ form: Reference.Form,
    _ written: String,
    _ target: Reference.Target
  ) -> Reference {
    Reference(path: file.path, node: node, form: form, written: written, target: target, range: file.document.nodes[node].span)
  }

  /// A code span that names a file of the module, a module, or `augx link <id>`; any other is nobody's business.
  private func mention(_ text: String, _ file: MarkdownFile, _ node: Int) -> [Reference] {
    if let target = module(named: text) { return [reference(file, node, .mention, text, target)] }
    if text.hasPrefix("augx link ") { return installCommands(Array(text.utf8)[...], file, node) }
    let isName = text.utf8.contains { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "/") }
    guard isName, !text.utf8.contains(where: { $0 <= 0x20 }) else { return [] }
    for folder in [Path.folder(file.path), file.module] {
      guard let path = Path.resolve(text, from: folder), Path.isInside(path, file.module), path != file.path else { continue }
      if let target = existing(path) { return [reference(file, node, .mention, text, target)] }
    }
    return []
  }

  /// Lines `augx link <id>`, with or without a prompt sign before them.
  private func installCommands(_ text: ArraySlice<UInt8>, _ file: MarkdownFile, _ node: Int) -> [Reference] {
    guard text.range(ofBytes: "augx link ".utf8) != nil else { return [] }
    return String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap { line in
      let words = line.split(whereSeparator: \.isWhitespace).drop { $0 == "$" || $0 == ">" }
      guard words.count >= 3, words.prefix(2).elementsEqual(["augx", "link"]), let id = words.dropFirst(2).first else { return nil }
      let name = String(id)
      guard name.contains("/"), !name.contains("<"), !name.hasPrefix("-") else { return nil }
      return reference(file, node, .installCommand, name, module(named: name) ?? .missingModule(name))
    }
  }

  /// A module of the library, or one that the configuration declares as external.
  private func module(named id: String) -> Reference.Target? {
    if !id.isEmpty, modules[id] != nil { return .module(id) }
    if let url = external[id] { return .externalModule(id, url: url) }
    return nil
  }

  /// What a link's destination leads to, read from the file it stands in.
  private func target(of written: String, in file: MarkdownFile) -> Reference.Target {
    if LinkResolver.hasScheme(written) || written.hasPrefix("//") { return .external(written) }
    let (rawPath, rawFragment) = LinkResolver.split(written)
    let fragment = rawFragment?.percentDecoded
    guard !rawPath.isEmpty else { return page(file, anchor: fragment) }
    let reference = rawPath.percentDecoded
    let folder = reference.hasPrefix("/") ? "" : Path.folder(file.path)
    guard let path = Path.resolve(reference, from: folder) else { return .outside(written) }
    if let page = pages[path] { return self.page(page, anchor: fragment) }
    return existing(path) ?? .missingFile(path)
  }

  private func page(_ page: MarkdownFile, anchor: String?) -> Reference.Target {
    guard let anchor, !anchor.isEmpty, anchor.lowercased() != "top" else { return .page(page.path, anchor: nil) }
    guard page.isParsed else { return .page(page.path, anchor: anchor) }
    return page.hasAnchor(anchor) ? .page(page.path, anchor: anchor) : .missingAnchor(page.path, anchor: anchor)
  }

  private func existing(_ path: String) -> Reference.Target? {
    if pages[path] != nil { return .page(path, anchor: nil) }
    if modules[path] != nil { return .module(path) }
    return tree.contains(path) ? .file(path) : nil
  }

  /// RFC 3986 section 3.1: a letter, then letters, digits, `+`, `-`, `.`, then a colon.
  static func hasScheme(_ destination: String) -> Bool {
    guard let colon = destination.utf8.firstIndex(of: UInt8(ascii: ":")), let first = destination.utf8.first else { return false }
    guard first.isASCIILetter else { return false }
    return destination.utf8[..<colon].allSatisfy {
      $0.isASCIILetter || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
  }

  /// A destination cut at its fragment; the query is dropped, since files have none.
  private static func split(_ destination: String) -> (path: String, fragment: String?) {
    let parts = destination.utf8.split(separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].prefix { $0 != UInt8(ascii: "?") }
    return (String(Substring(path)), parts.count > 1 ? String(Substring(parts[1])) : nil)
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}

extension String {
  /// Percent escapes (RFC 3986 section 2.1) decoded; a broken escape stays as it is, bytes that are not UTF-8 become U+FFFD.
  var percentDecoded: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    let bytes = Array(utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = Character(Unicode.Scalar(bytes[index + 1])).hexDigitValue,
        let low = Character(Unicode.Scalar(bytes[index + 2])).hexDigitValue
      {
        out.append(UInt8(high * 16 + low))
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
