internal import Files
internal import Library
internal import Markdown

/// The files of a context, each with the line that tells where it begins.
struct ContextParts {
  private let sources: [SourceFile]
  private let pages: [MarkdownFile?]
  private let library: Library
  private let address: (Reference.Target) -> String?
  private let indexOfPath: [String: Int]
  /// The anchors of the headings of each file in the context, by those they have in the file.
  private let anchors: [[String: String]]
  /// Whether two of the files have a footnote of one label.
  private let sharesFootnotes: Bool

  init(_ profile: Profile, sources: [SourceFile], in library: Library, address: @escaping (Reference.Target) -> String?) {
    (self.sources, self.library, self.address) = (sources, library, address)
    let pages = sources.map { source in library.module(containing: source.path)?.pages.first { $0.path == source.path } }
    self.pages = pages
    indexOfPath = Dictionary(sources.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    anchors = ContextParts.anchors(of: pages, behind: ContextHeader.title(of: profile))
    let labels = pages.compactMap(\.self).flatMap { Set($0.footnoteDefinitions.map(\.label)) }
    sharesFootnotes = Set(labels).count < labels.count
  }

  /// Headings of different files may have one text: their anchors count on through the whole file.
  private static func anchors(of pages: [MarkdownFile?], behind title: String) -> [[String: String]] {
    var slugs = Slugs()
    _ = slugs.next(for: title)
    return pages.map { page in
      guard let page else { return [:] }
      var anchors: [String: String] = [:]
      for heading in page.headings { anchors[heading.id] = slugs.next(for: text(of: heading, in: page.document)) }
      return anchors
    }
  }

  /// What the anchor of a heading is made of; a picture in it is its words here.
  private static func text(of heading: Heading, in document: Document) -> String {
    document.nodes[heading.node..<Int(document.nodes[heading.node].end)].reduce(into: "") { text, node in
      switch node.kind {
      case .text(let literal), .code(let literal): text += document.string(literal)
      default: break
      }
    }
  }

  var texts: [String] {
    sources.indices.map { index in
      let place = "File \(index + 1) of \(sources.count): \(MarkdownText.code(sources[index].path))"
      return "\n---\n\n<a id=\"\(ContextHeader.anchor(index))\"></a>**\(place)**\n\n" + text(index)
    }
  }

  private func text(_ index: Int) -> String {
    guard let page = pages[index] else { return plainText(sources[index]) }
    let footnotes = sharesFootnotes ? "\(index + 1)-" : ""
    return PortableText(page, in: library).text(footnotes: footnotes) { destination(of: $0, from: index) }
  }

  /// A file that is no Markdown, as a block of code.
  private func plainText(_ source: SourceFile) -> String {
    let text = source.text.replacing("\r\n", with: "\n")
    let language = Path.fileExtension(source.path).filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return MarkdownText.fenced(text.hasSuffix("\n") ? String(text.dropLast()) : text, language: language)
  }

  private func destination(of reference: Reference, from index: Int) -> PortableText.Destination? {
    switch reference.target {
    case .external, .externalModule: nil
    case .page(let path, let anchor): inside(path, anchor: anchor) ?? outside(reference.target, path, anchor: anchor)
    case .missingAnchor(let path, let anchor): inside(path, anchor: nil) ?? outside(reference.target, path, anchor: anchor)
    case .file(let path), .otherCase(_, let path): inside(path, anchor: nil) ?? outside(reference.target, path, anchor: nil)
    case .module(let id):
      library.module(id)?.readme.flatMap { inside($0.path, anchor: nil) } ?? outside(reference.target, id, anchor: nil)
    case .missingFile(let path), .missingModule(let path), .outside(let path): .words("(\(MarkdownText.code(path)))")
    }
  }

  /// The place of a file of the context, or of a heading in it.
  private func inside(_ path: String, anchor: String?) -> PortableText.Destination? {
    guard let index = indexOfPath[path] else { return nil }
    return .address("#" + (anchor.flatMap { anchors[index][$0] } ?? ContextHeader.anchor(index)))
  }

  /// What is not in the context: its address, or its path in words.
  private func outside(_ target: Reference.Target, _ path: String, anchor: String?) -> PortableText.Destination {
    if let address = address(target) { return .address(address) }
    return .words("(\(MarkdownText.code(path + (anchor.map { "#" + $0 } ?? ""))))")
  }
}
