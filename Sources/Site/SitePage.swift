internal import Library

/// One page of the site: what it is about, where it lies, and what it is called.
package struct SitePage: Sendable {
  /// What a page is about; numbers count in the library's and the module's own lists.
  package enum Subject: Sendable, Hashable {
    case catalog
    case prompts
    case notFound
    /// Every page, to be searched.
    case search
    /// Every profile, with a way to copy each.
    case profiles
    /// What the library holds, what was found in it and what ran.
    case report
    /// A page of the manual, by its number in the manual's module.
    case manual(Int)
    /// Every rule.
    case rules
    /// One of `Site.rules`.
    case rule(Int)
    /// Every collection, where there are several.
    case collections
    /// One of `Library.collections`.
    case collection(Int)
    /// How the members of a collection compare.
    case comparison(Int)
    case module(Int)
    case article(module: Int, Int)
    case workflow(module: Int, Int)
    /// `file` is the Markdown file that is nothing but this prompt.
    case prompt(module: Int, Int, file: Int?)

    /// The module that the page belongs to, or is about.
    var module: Int? {
      if case .module(let module) = self { module } else { owner }
    }

    /// The collection that the page is about.
    var collection: Int? {
      switch self {
      case .collection(let number), .comparison(let number): number
      default: nil
      }
    }

    /// The module that the page belongs to.
    var owner: Int? {
      switch self {
      case .catalog, .prompts, .notFound, .search, .profiles, .report, .manual, .rules, .rule, .collections, .collection, .comparison,
        .module:
        nil
      case .article(let module, _), .workflow(let module, _), .prompt(let module, _, _): module
      }
    }
  }

  /// Its place in `SiteMap.pages`.
  let index: Int
  package let subject: Subject
  package let location: Location
  /// Where the same page lies as Markdown, beside it.
  package internal(set) var twin: Location
  /// What other pages call it; never empty, never long.
  let title: String
  /// What the sidebar of its module calls it.
  let shortTitle: String
  /// What the browser calls it; no two pages share one.
  package internal(set) var headTitle = ""

  /// The Markdown file that the page shows; nil where it shows none whole.
  func markdown(of site: Site) -> MarkdownFile? {
    switch subject {
    case .article(let module, let file), .prompt(let module, _, let file?): site.library.modules[module].pages[file]
    case .manual(let file): site.manual?.module.pages[file]
    default: nil
    }
  }

  /// How many folders lie between the output folder and the page.
  var depth: Int { location.path.utf8.count { $0 == UInt8(ascii: "/") } }
}
