internal import Library

/// Which pages speak of a page: every reference of the library, turned round.
struct Backlinks: Sendable {
  /// How many are shown before the rest is only counted: a page that everybody cites stays a page.
  private static let longest = 40

  /// By the number of the page that is spoken of: the numbers of the pages that do, each once, in reading order.
  private var sources: [Int: [Int]] = [:]

  init(_ library: Library, map: SiteMap) {
    let sections = Backlinks.sections(of: library, map: map)
    for reference in library.references {
      guard let source = map.page(ofFile: reference.path)?.index else { continue }
      switch reference.target {
      case .page(let path, let anchor):
        if let page = map.page(ofFile: path)?.index { add(source, to: page) }
        if let anchor { for page in sections[path]?[anchor] ?? [] { add(source, to: page) } }
      case .module(let id):
        if let page = map.page(ofModule: id)?.index { add(source, to: page) }
      case .file, .external, .externalModule, .missingFile, .otherCase, .missingAnchor, .missingModule, .outside: break
      }
    }
    sources = sources.mapValues { Array(Set($0)).sorted() }
  }

  private mutating func add(_ source: Int, to page: Int) {
    if source != page, sources[page]?.last != source { sources[page, default: []].append(source) }
  }

  /// The pages that show a section of a file: its workflow and its prompt.
  private static func sections(of library: Library, map: SiteMap) -> [String: [String: [Int]]] {
    var sections: [String: [String: [Int]]] = [:]
    for module in library.modules {
      for workflow in module.workflows {
        if let page = map.page(of: workflow) { sections[workflow.path, default: [:]][workflow.anchor, default: []].append(page.index) }
      }
      for prompt in module.prompts where !prompt.anchor.isEmpty {
        if let page = map.page(of: prompt) { sections[prompt.path, default: [:]][prompt.anchor, default: []].append(page.index) }
      }
    }
    return sections
  }

  /// The numbers of the pages that speak of a page.
  func sources(of page: SitePage) -> [Int] { sources[page.index] ?? [] }

  /// The list items of the pages that speak of a page; empty when none does.
  func html(for page: SitePage, library: Library, map: SiteMap, root: String) -> HTML {
    let sources = sources(of: page)
    var out = HTML()
    for index in sources.prefix(Backlinks.longest) {
      let source = map.pages[index]
      out.append("<li><a href=\"\(root)\(source.location.href)\">\(source.title)</a>" as HTML)
      if let number = source.subject.module {
        let module = library.modules[number]
        let noun = PageGroup(source.subject, in: module)?.noun ?? "Module"
        let kind = number == page.subject.module ? noun : "\(noun) in \(Words.title(module.title))"
        out.append("<span class=\"kind\">\(kind)</span>" as HTML)
      }
      out.append("</li>\n" as HTML)
    }
    let rest = sources.count - Backlinks.longest
    if rest > 0 { out.append("<li>and \(Words.number(rest)) more</li>\n" as HTML) }
    return out
  }
}
