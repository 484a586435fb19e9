package import Files

/// The record of a fence that came to what its author expects: what ran, and what was accepted.
package struct Receipt: Sendable, Hashable {
  /// The hash of the fence as it ran.
  package let fence: String
  package let system: String
  package let rung: Rung
  /// A hash over what was expected and met, so that two runs of an output with masked parts have one receipt.
  package let result: String
  /// The version of the program: `15.18`; `-` where it has none.
  package let version: String
  /// What ran: `PostgreSQL`.
  package let program: String

  package init(fence: String, system: String, rung: Rung, result: String, version: String, program: String) {
    self.fence = fence
    self.system = system
    self.rung = rung
    self.result = result
    self.version = version
    self.program = program
  }

  /// What a badge says.
  package var words: String {
    rung.words(program: version == "-" ? program : "\(program) \(version)", system: system)
  }

  /// Whether it is about the same program and the same major version.
  package func isOfKind(_ other: Receipt) -> Bool {
    let major = { (version: String) in version.prefix { $0 != "." } }
    return (system, rung, program, major(version)) == (other.system, other.rung, other.program, major(other.version))
  }
}

/// The receipts of a module, page by page: `.augury/receipts/<module id>.txt` at the library's root, outside of all modules so that
/// they change no count. A line a page, and under it a line a fence, in the order of the text; nothing in it depends on when or where
/// something ran.
package struct Receipts: Sendable, Hashable {
  /// By the page's path in its module.
  package var pages: [String: [Receipt]]

  package init(pages: [String: [Receipt]] = [:]) {
    self.pages = pages
  }

  /// The folder at a library's root that holds them.
  package static let folder = ".augury"
  private static let heading = "augury receipts 1"

  /// Where the receipts of a module are.
  package static func path(ofModule id: String) -> String {
    id.isEmpty ? "\(folder)/receipts.txt" : "\(folder)/receipts/\(id).txt"
  }

  /// Reads the text of a file. What is not a receipt is none: such a fence has to run again.
  package init(_ source: SourceFile) {
    pages = [:]
    // By bytes: every command reads all of them.
    var lines = source.text.utf8.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }[...]
    guard lines.popFirst()?.elementsEqual(Self.heading.utf8) == true else { return }
    var page = ""
    for line in lines {
      if !line.starts(with: "  ".utf8) {
        page = String(Substring(line))
      } else if let receipt = Receipt(line) {
        pages[page, default: []].append(receipt)
      }
    }
  }

  /// The content of the file.
  package var bytes: [UInt8] {
    var text = Self.heading + "\n"
    for (page, receipts) in pages.sorted(by: { Path.precedes($0.key, $1.key) }) where !receipts.isEmpty {
      text += "\n\(page)\n" + receipts.map { "  \($0.line)\n" }.joined()
    }
    return Array(text.utf8)
  }

  /// The receipt of a fence on a page of the module.
  package func receipt(of fence: RunnableFence, onPage pathInModule: String) -> Receipt? {
    pages[pathInModule]?.first { $0.fence == fence.hash && $0.system == fence.system }
  }
}

extension Receipt {
  fileprivate var line: String { [fence, system, rung.rawValue, result, version, program].joined(separator: " ") }

  fileprivate init?(_ line: Substring.UTF8View) {
    let words = line.split(separator: UInt8(ascii: " "), maxSplits: 5).map { String(Substring($0)) }
    guard words.count == 6, let rung = Rung(rawValue: words[2]), rung <= FenceSystem.highest(of: words[1]) else { return nil }
    self.init(fence: words[0], system: words[1], rung: rung, result: words[3], version: words[4], program: words[5])
  }
}
