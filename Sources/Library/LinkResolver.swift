internal import Files
internal import Markdown

/// Finds the references of Markdown files and what each leads to.
struct LinkResolver {
  private let modules: [String: Module]
  private let pages: [String: MarkdownFile]
  private let tree: SourceTree
  private let external: [String: String?]
  private let factIDs: FactIDs
  /// Paths by themselves in lower case; empty where two differ in nothing else. Only libraries with missing files need it.
  private lazy var lowercased = Dictionary(tree.entries.lazy.map { ($0.path.lowercased(), $0.path) }, uniquingKeysWith: { _, _ in "" })

  init(modules: [Module], tree: SourceTree, configuration: Configuration, factIDs: FactIDs) {
    self.modules = Dictionary(modules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    pages = Dictionary(modules.flatMap(\.pages).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.tree = tree
    external = configuration.external
    self.factIDs = factIDs
  }

  /// The references of one file in the order of its nodes.
  mutating func references(in file: MarkdownFile) -> [Reference] {
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
    _ target: Reference.Target,
    _ range: Range<Int>? = nil
  ) -> Reference {
    let range = range ?? file.document.nodes[node].span
    return Reference(path: file.path, node: node, form: form, written: written, target: target, range: range)
  }

  /// A code span that names a file of the module, a module, a fact of a collection by its id, or `augx link <id>`; any other is nobody's
  /// business.
  private mutating func mention(_ text: String, _ file: MarkdownFile, _ node: Int) -> [Reference] {
    if let fact = factIDs.places[text]?.first {
      let isItself = fact.file.path == file.path && FactIDs.isDefinition(node, in: fact)
      return isItself ? [] : [reference(file, node, .citation, text, page(fact.file, anchor: fact.anchor))]
    }
    if let target = module(named: text) { return [reference(file, node, .mention, text, target)] }
    if text.hasPrefix("augx link ") { return installCommands(Array(text.utf8)[...], file, node) }
    let isName = text.utf8.contains { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "/") }
    guard isName, !text.utf8.contains(where: { $0 <= 0x20 }) else { return [] }
    for folder in [Path.folder(file.path), file.module] {
      guard let path = Path.resolve(text, from: folder), Path.isInside(path, file.module), path != file.path else { continue }
      if let target = existing(path) { return [reference(file, node, .mention, text, target)] }
    }
    guard let path = pathInModule(text, in: file) else { return [] }
    let target = missing(path)
    if case .missingFile = target, !isInFolder(path, of: file.module) { return [] }
    return [reference(file, node, .mention, text, target)]
  }

  /// Whether the first folder of a path below a module is there: then the path can only mean a file of the module.
  private func isInFolder(_ path: String, of module: String) -> Bool {
    let inModule = module.isEmpty ? path : String(path.dropFirst(module.count + 1))
    return tree.isFolder(Path.join(module, String(inModule.prefix { $0 != "/" })))
  }

  /// The path in a folder of the module that a code span spells, when it may be one of the module's own Markdown files. The history of
  /// a module speaks of files that are gone, and a README in some folder is everybody's.
  private func pathInModule(_ text: String, in file: MarkdownFile) -> String? {
    guard file.role != .changelog, text.utf8.count > 3, text.utf8.suffix(3).elementsEqual(".md".utf8) else { return nil }
    guard text.utf8.contains(UInt8(ascii: "/")), text.utf8.allSatisfy({ $0 >= 0x80 || $0.isNameByte }) else { return nil }
    let isRelative = text.hasPrefix("./") || text.hasPrefix("../")
    guard let path = Path.resolve(text, from: isRelative ? Path.folder(file.path) : file.module) else { return nil }
    guard Path.isInside(path, file.module), Path.folder(path) != file.module, !Path.isHidden(path), !tree.contains(path) else { return nil }
    return Path.name(path).lowercased() == "readme.md" ? nil : path
  }

  /// What is at a path that is not there: perhaps the same in other letters.
  private mutating func missing(_ path: String) -> Reference.Target {
    guard let actual = lowercased[path.lowercased()], !actual.isEmpty, tree.contains(actual) else { return .missingFile(path) }
    return .otherCase(path, actual: actual)
  }

  /// Lines `augx link <id>`, with or without a prompt sign before them, each at its id.
  private func installCommands(_ text: ArraySlice<UInt8>, _ file: MarkdownFile, _ node: Int) -> [Reference] {
    guard text.range(ofBytes: "augx link ".utf8) != nil else { return [] }
    var places: CodeBlockPlaces?
    if case .codeBlock = file.document.nodes[node].kind { places = CodeBlockPlaces(node: node, in: file) }
    let lines = String(decoding: text, as: UTF8.self).split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
    return lines.enumerated().compactMap { number, line in
      let words = line.split(whereSeparator: \.isWhitespace).drop { $0 == "$" || $0 == ">" }
      guard words.count >= 3, words.prefix(2).elementsEqual(["augx", "link"]), let id = words.dropFirst(2).first else { return nil }
      guard id.contains("/"), !id.contains("<"), !id.hasPrefix("-") else { return nil }
      let start = line.utf8.distance(from: line.startIndex, to: id.startIndex)
      let range = places?.range(line: number, columns: start..<(start + id.utf8.count), length: line.utf8.count)
      let name = String(id)
      return reference(file, node, .installCommand, name, module(named: name) ?? .missingModule(name), range)
    }
  }

  /// A module of the library, or one that the configuration declares as external.
  private func module(named id: String) -> Reference.Target? {
    if !id.isEmpty, modules[id] != nil { return .module(id) }
    if let url = external[id] { return .externalModule(id, url: url) }
    return nil
  }

  /// What a link's destination leads to, read from the file it stands in.
  private mutating func target(of written: String, in file: MarkdownFile) -> Reference.Target {
    if LinkResolver.hasScheme(written) || written.hasPrefix("//") { return .external(written) }
    let (rawPath, rawFragment) = LinkResolver.split(written)
    let fragment = rawFragment?.percentDecoded
    guard !rawPath.isEmpty else { return page(file, anchor: fragment) }
    let reference = rawPath.percentDecoded
    let folder = reference.hasPrefix("/") ? "" : Path.folder(file.path)
    guard let path = Path.resolve(reference, from: folder) else { return .outside(written) }
    if let page = pages[path] { return self.page(page, anchor: fragment) }
    return existing(path) ?? missing(path)
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

  /// Whether it stands in names of files that are meant as they are written, not in patterns and stand-ins.
  fileprivate var isNameByte: Bool { isASCIILetter || (0x2D...0x39).contains(self) || self == UInt8(ascii: "_") }
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
