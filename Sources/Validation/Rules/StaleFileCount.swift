package import Diagnostics
internal import Files
internal import JSON
package import Library
internal import Markdown

package enum StaleFileCount: Rule {
  package static let id = "stale-file-count"
  package static let group = RuleGroup.agreement
  package static let severity = Severity.warning
  package static let summary = "A stated number of files is not the number that there is"
  package static let why = """
    A reader who counts finds one more, or looks for one that is gone. Read are headings of README.md such as `Rules (8 files)`, \
    `across 7 files` under `Character Count`, and the numbers `fileCount`, `ruleCount`, `exampleCount` and those in `files` of \
    `module.json` and `metadata.json`. A number that is right in any sense (Markdown files only, subfolders left out) is right.
    """
  package static let bad: Sample = """
    -- workflows/demo/metadata.json --
    { "fileCount": «12», "files": { "rules": 1 } }
    -- workflows/demo/README.md --
    # Demo

    ## Contents

    «### Rules (2 files)»

    One guide.

    ## Character Count

    ~0 characters
    """
  package static let good: Sample = """
    -- workflows/demo/metadata.json --
    { "fileCount": 4, "files": { "rules": 1 } }
    -- workflows/demo/README.md --
    # Demo

    ## Contents

    ### Rules (1 file)

    One guide.

    ## Character Count

    ~0 characters
    """

  package static func check(_ library: Library) -> [Finding] {
    library.modules.flatMap { module -> [Finding] in
      let counts = FileCounts(module)
      let readme = module.readme.map { headings(of: $0, counts) + total(of: $0, counts) } ?? []
      return readme + module.manifests.flatMap { numbers(of: $0, counts) }
    }
  }

  /// How many files a module has, in every sense of the words.
  private struct FileCounts {
    private let files: [String]

    init(_ module: Module) {
      files = module.files
    }

    /// The numbers that are right for a folder; nil when the module has no such folder. No name stands for the whole module.
    func numbers(in folder: String?) -> Set<Int>? {
      let inside = folder.map { folder in files.filter { Path.isInside($0, folder) } } ?? files
      guard !inside.isEmpty else { return nil }
      let counted = inside.filter { !CharacterCount.uncounted.contains($0) }
      let guides = inside.filter { $0.contains("/") }
      let direct = folder.map { folder in inside.filter { Path.folder($0) == folder } } ?? inside
      return Set([inside, counted, guides, direct].flatMap { [$0.count, $0.count { Path.fileExtension($0) == "md" }] })
    }
  }

  private static func finding(_ path: String, _ range: Range<Int>, _ number: Int, in folder: String?, _ counts: FileCounts) -> Finding? {
    guard let right = counts.numbers(in: folder), !right.contains(number) else { return nil }
    let most = right.max() ?? 0
    let place = folder.map { "`\($0)/` has" } ?? "the module has"
    return finding(
      path,
      range,
      "states \(number) file\(number == 1 ? "" : "s"); \(place) \(most)",
      why: "a reader looks for files that are not there, or misses some",
      help: "correct the number, or leave it out"
    )
  }

  // MARK: README

  private static let folders = ["rules": "rules", "guides": "rules", "examples": "examples", "prompts": "prompts"]

  /// `### Rules (8 files)`.
  private static func headings(of readme: MarkdownFile, _ counts: FileCounts) -> [Finding] {
    firstFindings(readme.headings) { heading in
      guard heading.title.hasSuffix(")"), heading.title.utf8.count <= 100 else { return nil }
      let words = heading.title.lowercased().split { " ()".contains($0) }
      guard (2...3).contains(words.count), let folder = folders[String(words[0])], let number = Int(words[1]),
        words.count == 2 || ["file", "files", "guide", "guides", "rule", "rules", "example", "examples"].contains(words[2])
      else { return nil }
      return finding(readme.path, readme.document.nodes[heading.node].span, number, in: folder, counts)
    }
  }

  /// `~1234 characters across 7 files`.
  private static func total(of readme: MarkdownFile, _ counts: FileCounts) -> [Finding] {
    guard let heading = readme.heading(startingWith: "character count"), let block = readme.firstBlock(under: heading) else { return [] }
    let line = readme.source.lineRange(at: readme.document.nodes[block].span.lowerBound)
    let words = readme.source.bytes[line].split(separator: 0x20)
    guard line.count <= 1_000, let across = words.firstIndex(where: { $0.elementsEqual("across".utf8) }), words.count > across + 2,
      let number = Int(String(decoding: words[across + 1], as: UTF8.self)), words[across + 2].starts(with: "file".utf8)
    else { return [] }
    let range = words[across].startIndex..<words[across + 2].endIndex
    return [finding(readme.path, range, number, in: nil, counts)].compactMap { $0 }
  }

  // MARK: JSON

  private static func numbers(of manifest: Manifest, _ counts: FileCounts) -> [Finding] {
    let root = manifest.root
    let files = root?["files"]
    let claims = [
      (root?["fileCount"], nil), (files?["total"], nil), (root?["ruleCount"], "rules"), (files?["rules"], "rules"),
      (root?["exampleCount"], "examples"), (files?["examples"], "examples"),
    ]
    return claims.compactMap { value, folder in
      guard let value, let number = value.int else { return nil }
      return finding(manifest.source.path, value.span, number, in: folder, counts)
    }
  }
}
