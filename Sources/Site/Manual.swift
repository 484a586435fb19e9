package import Files
internal import Library

/// The pages that a site has beside those of its library: the Markdown files of `site/pages`, as a manual.
///
/// They are read as a module of a library of their own, so that links between them, highlighting, search and twins are those of any
/// guide, and no rule judges them.
package struct Manual: Sendable {
  /// What stands for the page of rules: a page may link to it as if it lay beside it.
  static let rulesPath = "rules.md"
  /// The folder of the site that the pages lie in.
  static let folder = "manual"

  let library: Library
  /// The files in reading order, as numbers in the module's pages.
  let order: [Int]

  /// The module that the pages are read as.
  var module: Module { library.modules[0] }

  /// Nil where there are no pages.
  ///
  /// - Parameters:
  ///   - pages: Markdown files with paths below `site/pages`; others are ignored.
  ///   - order: paths in the order of reading; what is not named comes behind, by path.
  ///   - inserts: makes the Markdown that stands for a directive of its name, `<!-- augury: commands -->`.
  package init?(pages: [SourceFile], order: [String], inserts: [String: @Sendable () -> String] = [:]) {
    var files = [Loader.manifestName: Array("{}".utf8), Manual.rulesPath: Array("# Rules\n".utf8)]
    var paths: Set<String> = []
    for page in pages where Path.fileExtension(page.path) == "md" {
      paths.insert(page.path)
      files[page.path] = page.bytes
    }
    guard !paths.isEmpty, let (library, module) = Manual.expanded(files, inserts) else { return nil }
    let place = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.library = library
    self.order = module.pages.indices.filter { paths.contains(module.pages[$0].path) }.sorted { left, right in
      let (left, right) = (module.pages[left].path, module.pages[right].path)
      return (place[left] ?? .max, left) < (place[right] ?? .max, right)
    }
  }

  /// The pages, read, with texts in place of the directives that ask for them. Where a directive stands, and not only a line that
  /// looks like one, a first reading tells.
  private static func expanded(_ files: [String: [UInt8]], _ inserts: [String: @Sendable () -> String]) -> (Library, Module)? {
    let read = { (files: [String: [UInt8]]) in Loader.load(SourceTree(files: files), configuration: Configuration()) }
    let first = read(files)
    var expanded = files
    for page in first.pages {
      for directive in Directive.all(in: page).reversed() where directive.isAlone {
        guard let text = inserts[directive.name]?() else { continue }
        expanded[page.path]?.replaceSubrange(directive.range, with: text.utf8)
      }
    }
    let library = expanded == files ? first : read(expanded)
    return library.modules.first { $0.id.isEmpty }.map { (library, $0) }
  }
}

extension Site {
  /// The library that the file of a page belongs to: the manual has its own.
  func library(of page: SitePage) -> Library {
    if case .manual = page.subject, let manual { manual.library } else { library }
  }

  /// The page of a file that a page speaks of.
  func page(ofFile path: String, from page: SitePage) -> SitePage? {
    if case .manual = page.subject { map.page(ofManual: path) } else { map.page(ofFile: path) }
  }
}
