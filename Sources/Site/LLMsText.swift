internal import Files
internal import Library

/// `llms.txt`: what the site holds, for language models (AnswerDotAI/llms-txt, nbs/index.qmd).
///
/// The reference parser needs a quotation and a line of text behind the title, and stumbles over brackets in titles and addresses, so
/// there are none.
enum LLMsText {
  static func file(_ site: Site) -> OutputFile {
    OutputFile(path: "llms.txt") { Array(text(site).utf8) }
  }

  private static func text(_ site: Site) -> String {
    let base = site.configuration.address?.base ?? ""
    var out = "# \(line(site.title))\n\n> \(line(site.configuration.tagline))\n\n"
    let form = site.has(.markdown) ? ", as Markdown" : ""
    out += "Modules are folders of guides, examples, workflows and prompts. Every entry is a page of this site\(form).\n"
    for (module, range) in zip(site.library.modules, site.map.pagesOfModule) {
      let pages = site.map.pages[range]
      out += "\n## \(line(Words.title(module.title)))\n\n"
      for page in pages {
        out += entry(page, site, base)
      }
    }
    let collections = site.library.collections.indices.flatMap { number in
      [site.map.page(ofCollection: number), site.map.page(ofComparison: number)].compactMap(\.self)
    }
    if !collections.isEmpty { out += "\n## Collections\n\n" }
    for page in collections { out += entry(page, site, base) }
    let manual = site.map.pages[site.map.manualPages]
    if !manual.isEmpty { out += "\n## Manual\n\n" }
    for page in manual { out += entry(page, site, base) }
    if !site.map.contexts.isEmpty { out += "\n## Contexts\n\n" }
    for (profile, location) in site.map.contexts {
      let count = site.library.files(of: profile).count
      let home = profile.module.flatMap { site.library.module($0) }.map { " of " + Words.title($0.title) } ?? ""
      out += "- [\(line(Words.title(profile.name)))](\(base)\(location.href)): "
      out += line("\(count == 1 ? "one file" : "\(count) files")\(home) in one, to be loaded together") + "\n"
    }
    return out
  }

  /// A page, by its twin in Markdown where it has one, with what it is about.
  private static func entry(_ page: SitePage, _ site: Site, _ base: String) -> String {
    let notes = line(Words.clipped(site.summary(of: page), to: 200))
    let place = site.has(.markdown) ? page.twin : page.location
    return "- [\(line(page.title))](\(base)\(place.href))" + (notes.isEmpty ? "\n" : ": \(notes)\n")
  }

  /// A text without what the format would misread: on one line, without brackets, white space as single spaces.
  private static func line(_ text: String) -> String {
    let isDropped = { (byte: UInt8) in byte <= 0x20 || [0x28, 0x29, 0x5B, 0x5D].contains(byte) }
    return text.utf8.split(whereSeparator: isDropped).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}
