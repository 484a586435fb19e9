internal import Library

/// A guide or an example as it goes into somebody's project: with links that lead somewhere where it then lies, and with what is known of
/// its examples.
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

  init(_ page: MarkdownFile, in library: Library) {
    (self.page, self.library) = (page, library)
  }

  func text(_ destination: (Reference) -> Destination) -> String {
    let text = PortableText(page, in: library).text { reference in
      mention(reference, destination)
    } destination: { reference in
      link(reference, destination)
    }
    let examples = library.badges(of: page).sentence
    return text + (examples.isEmpty ? "" : "\nExamples of this page: \(examples).\n")
  }

  private func link(_ reference: Reference, _ destination: (Reference) -> Destination) -> PortableText.Destination? {
    switch reference.target {
    case .external: return nil
    case .externalModule(_, .some(let url)): return .address(url)
    default: break
    }
    switch destination(reference) {
    case .file("", nil, _): return .words("")
    case .file(let path, let anchor, _): return .address(path + (anchor.map { "#" + $0 } ?? ""))
    case .outside: return .words(words(for: reference.target))
    }
  }

  private func mention(_ reference: Reference, _ destination: (Reference) -> Destination) -> PortableText.Mention? {
    guard case .page(let path, _) = reference.target else { return nil }
    switch destination(reference) {
    case .file(_, _, let name): return name.map { .renamed($0) }
    case .outside:
      // A file of the page's own module that is named as if it lay here.
      guard let module = library.module(containing: path), module.id == page.module, !module.id.isEmpty else { return nil }
      return .followed("of module \(MarkdownText.code(module.id))")
    }
  }

  /// What a link leads to, behind its text, when that is in another module.
  private func words(for target: Reference.Target) -> String {
    switch target {
    case .page(let path, _), .file(let path):
      guard let module = library.module(containing: path), module.id != page.module, !module.id.isEmpty else { return "" }
      return "(\(MarkdownText.code(module.pathInModule(path))) of module \(MarkdownText.code(module.id)))"
    case .module(let id), .externalModule(let id, _), .missingModule(let id): return "(module \(MarkdownText.code(id)))"
    default: return ""
    }
  }
}
