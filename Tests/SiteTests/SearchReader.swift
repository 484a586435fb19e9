import Foundation

/// The index of a site as its script reads it: an independent decoder of the same files.
struct SearchReader {
  /// How a word stands in a section (the lowest bits of a posting).
  enum Manner: Int { case code, once, twice, often, heading, headingAndText, title, titleAndText }

  struct Section: Equatable {
    let page: String
    let anchor: String
    let heading: String
    let text: String
    let length: Int
  }

  /// The address and the title of each page, in the order of the index.
  private(set) var pages: [(path: String, title: String, trail: String)] = []
  private(set) var sections: [Section] = []
  /// Every word and its postings: the section by its number, and how the word stands there.
  private(set) var words: [String: [(section: Int, manner: Manner)]] = [:]

  init(_ site: SiteReader) throws {
    let head = try Self.arguments(site.page("search/pages.js"), of: "pages")[0] as? [String: Any] ?? [:]
    let groups = head["groups"] as? [[String]] ?? []
    let entries = head["pages"] as? [[Any]] ?? []
    let starts = head["texts"] as? [Int] ?? []
    let texts = try starts.indices.flatMap { try Self.arguments(site.page("search/text-\($0).js"), of: "text")[1] as? [[[String]]] ?? [] }
    for (entry, texts) in zip(entries, texts) {
      let group = groups[entry[2] as? Int ?? 0]
      pages.append((group[0] + (entry[0] as? String ?? ""), entry[1] as? String ?? "", group[1]))
      let lengths = Array((entry[3] as? String ?? "").utf8).map(Self.symbol)
      for (text, size) in zip(texts, lengths) {
        let length = size < 4 ? size : (4 + size % 4) << (size / 4 - 1)
        sections.append(Section(page: pages[pages.count - 1].path, anchor: text[0], heading: text[1], text: text[2], length: length))
      }
    }
    for number in (head["words"] as? [String] ?? []).indices {
      let text = try Self.arguments(site.page("search/words-\(number).js"), of: "words")[1] as? String ?? ""
      for record in text.split(separator: " ") {
        let parts = record.split(separator: "!")
        words[String(parts[0])] = Self.postings(Array(parts[1].utf8))
      }
    }
  }

  /// The sections that have a word: the anchor, or the path of the page for its beginning.
  func places(of word: String) -> [String] {
    (words[word] ?? []).map { sections[$0.section].anchor.isEmpty ? sections[$0.section].page : sections[$0.section].anchor }
  }

  /// How a word stands in the sections that have it.
  func manners(of word: String) -> [Manner] { (words[word] ?? []).map(\.manner) }

  /// What a file of the index calls its function with.
  private static func arguments(_ script: String, of function: String) throws -> [Any] {
    let call = "augurySearch.\(function)("
    guard script.hasPrefix(call), script.hasSuffix(");\n") else { throw CocoaError(.coderReadCorrupt) }
    let list = "[" + script.dropFirst(call.count).dropLast(3) + "]"
    return try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [Any] ?? []
  }

  private static func symbol(_ byte: UInt8) -> Int { Int(byte) - (byte > 92 ? 36 : 35) }

  private static func postings(_ bytes: [UInt8]) -> [(section: Int, manner: Manner)] {
    var found: [(section: Int, manner: Manner)] = []
    var (section, number, shift) = (-1, 0, 0)
    for byte in bytes.map(symbol) {
      number += (byte & 31) << shift
      shift += 5
      guard byte < 32 else { continue }
      section += number / 8 + 1
      found.append((section, Manner(rawValue: number % 8) ?? .code))
      (number, shift) = (0, 0)
    }
    return found
  }
}
