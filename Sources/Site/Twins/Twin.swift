internal import Files
internal import Library

/// A page as Markdown: the file that lies beside it, for agents and for whoever copies it.
///
/// That of an article is its source with links that lead to other twins. The others say in short what their page shows, of the same facts.
struct Twin {
  let bytes: [UInt8]

  init(of page: SitePage, on site: Site) {
    if let file = page.markdown(of: site) {
      bytes = ArticleTwin(file, of: page, in: Path.folder(page.twin.path), site: site).bytes
      return
    }
    let modules = site.library.modules
    var text = TwinText(page, site: site)
    switch page.subject {
    case .catalog: text.appendCatalog()
    case .prompts: text.appendPrompts()
    case .profiles: text.appendProfiles()
    case .report: text.appendReport()
    case .rules: text.appendRules()
    case .rule(let rule): text.append(site.rules[rule])
    case .collections: text.appendCollections()
    case .collection(let number): text.append(site.library.collections[number], number: number)
    case .comparison(let number): text.appendComparison(of: site.library.collections[number])
    case .module(let module): text.append(modules[module], number: module)
    case .workflow(let module, let workflow): text.append(modules[module].workflows[workflow], in: modules[module])
    case .prompt(let module, let prompt, _): text.append(modules[module].prompts[prompt], in: modules[module])
    case .search, .notFound, .article, .manual: text.appendWayHome()
    }
    bytes = Array(text.text.utf8)
  }
}
