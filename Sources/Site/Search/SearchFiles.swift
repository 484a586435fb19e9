internal import Files
internal import JSON
internal import Library

/// The files that a search loads, when it needs them: `search/pages.js` with the title of every page, `search/words-N.js` with the index,
/// `search/text-N.js` with the texts from which excerpts are cut.
///
/// Each is a classic script that calls a function of `assets/search.js`: a page from the disk may neither fetch nor import. Words are cut
/// into shards by their order, not by pages, so that a search loads the one or two in which its words stand, however large the library.
/// Texts are cut by pages, since only those of the pages that are shown are loaded.
struct SearchFiles {
  /// About how large a shard of the index is, and a text file, in bytes: a library of some hundred pages has two or three of the first.
  private static let wordsSize = 196_608
  private static let textSize = 65_536

  private let site: Site
  private var index = SearchIndex()
  private var groups: [JSONText] = []
  private var groupOfKey: [String: Int] = [:]
  private var entries: [JSONText] = []
  /// The pages of each text file.
  private var chunks: [[SitePage]] = []
  private var chunkSize = textSize

  /// The files of a site; reads the text of every page.
  static func files(of site: Site) -> [OutputFile] {
    var files = SearchFiles(site: site)
    for page in site.map.pages { files.add(page) }
    return files.files
  }

  private init(site: Site) {
    self.site = site
  }

  private mutating func add(_ page: SitePage) {
    let sections = SearchText(site: site).sections(of: page)
    guard !sections.isEmpty else { return }
    if chunkSize >= Self.textSize {
      chunks.append([])
      chunkSize = 0
    }
    chunks[chunks.count - 1].append(page)
    var lengths: [UInt8] = []
    for (number, section) in sections.enumerated() {
      lengths.append(SearchNumber.length(index.add(section, title: number == 0 ? page.title : "")))
      chunkSize += section.text.count + 40
    }
    let folder = Path.folder(page.location.href)
    entries.append(
      .array([
        .string(String(page.location.href.dropFirst(folder.isEmpty ? 0 : folder.utf8.count + 1))), .string(page.title),
        .int(group(of: page, folder: folder)), .string(String(decoding: lengths, as: UTF8.self)),
      ])
    )
  }

  /// The number of the folder of a page with the words for it.
  private mutating func group(of page: SitePage, folder: String) -> Int {
    let words = trail(of: page)
    let key = folder + "\u{0}" + words
    if let number = groupOfKey[key] { return number }
    groupOfKey[key] = groups.count
    groups.append(.array([.string(folder.isEmpty ? "" : folder + "/"), .string(words)]))
    return groups.count - 1
  }

  /// Where a page stands, for people: its module and its group.
  private func trail(of page: SitePage) -> String {
    if case .manual = page.subject { return "Manual" }
    guard let number = page.subject.module else { return "Rules" }
    let module = site.library.modules[number]
    let group = PageGroup(page.subject, in: module).map { $0 == .readme ? "Overview" : $0.title }
    return [Words.clipped(module.id, to: 80), group ?? "Module"].filter { !$0.isEmpty }.joined(separator: " \u{203A} ")
  }

  private var files: [OutputFile] {
    let shards = index.shards(of: Self.wordsSize)
    var first = 0
    var starts: [JSONText] = []
    for chunk in chunks {
      starts.append(.int(first))
      first += chunk.count
    }
    let head = JSONText.object([
      ("words", .array(shards.map { .string($0.first) })), ("texts", .array(starts)), ("groups", .array(groups)),
      ("pages", .array(entries)),
    ])
    let text = SearchText(site: site)
    return [OutputFile(path: "search/pages.js") { Self.call("pages", JSONWriter.line(head)) }]
      + shards.enumerated().map { number, shard in
        OutputFile(path: "search/words-\(number).js") { Self.call("words", Array("\(number), \"".utf8) + shard.text + Array("\"".utf8)) }
      }
      + chunks.enumerated().map { number, pages in
        OutputFile(path: "search/text-\(number).js") {
          Self.call("text", Array("\(number), ".utf8) + JSONWriter.line(.array(pages.map { Self.text(text.sections(of: $0)) })))
        }
      }
  }

  /// The sections of a page: anchor, heading and text of each.
  private static func text(_ sections: [SearchSection]) -> JSONText {
    .array(
      sections.map { section in
        .array([.string(section.anchor), .string(section.title), .string(String(decoding: section.text, as: UTF8.self))])
      }
    )
  }

  private static func call(_ function: String, _ arguments: [UInt8]) -> [UInt8] {
    Array("augurySearch.\(function)(".utf8) + arguments + Array(");\n".utf8)
  }
}
