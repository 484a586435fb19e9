internal import Files
internal import Library

/// `llms-full.txt`: every article of every module in reading order, one behind the other, for whoever loads a library whole.
enum LLMsFullText {
  /// How many bytes of articles it holds at most: no model takes more, and a large library does not double its site.
  private static let longest = 4 << 20

  static func file(_ site: Site) -> OutputFile {
    OutputFile(path: "llms-full.txt") { bytes(site) }
  }

  private static func bytes(_ site: Site) -> [UInt8] {
    let base = site.configuration.address?.base ?? ""
    var out = Array("# \(MarkdownText.inline(site.title))\n\n> \(MarkdownText.inline(site.configuration.tagline))\n".utf8)
    for page in site.map.pages where page.subject.owner != nil {
      guard let file = page.markdown(of: site), file.role != .changelog else { continue }
      let text = ArticleTwin(file, of: page, in: "", site: site).bytes
      guard out.count + text.count <= longest else {
        return out + Array("\n---\n\nThe rest is left out: llms.txt lists every page.\n".utf8)
      }
      out += Array("\n---\n\nSource: <\(base)\(page.twin.href)>\n\n".utf8) + text
    }
    return out
  }
}
