internal import Files
internal import Library

/// Guides as rules: a file a guide, which the tool takes into its context by pattern or by description.
struct Rules: Format {
  /// A guide, or a part of one, as its front matter tells of it.
  struct Rule {
    let description: String
    /// The patterns of files for which the module is meant (`appliesTo.filePatterns`).
    let patterns: [String]
  }

  /// What stands behind the name of a file: `.mdc`.
  let suffix: String
  /// The patterns that the tool understands; the others are told as a loss.
  var understands: @Sendable (String) -> Bool = { _ in true }
  /// The most UTF-16 units of a file.
  var limit = Int.max
  let header: @Sendable (Rule) -> [(key: String, value: YAMLHeader.Value)]

  func export(_ pack: Pack, to target: Target) -> Export {
    var export = Export()
    for (module, _) in pack.modules {
      export.losses += losses(of: module, for: target)
      let rules = ModuleRules(module, in: pack, format: self)
      for guide in module.guides {
        guard let parts = rules.parts[guide.path] else {
          let sentence = "No file: a block of it is longer than \(limit) characters, and is not cut."
          export.losses.append(Loss(.notExported, of: .page(guide.path), for: target, sentence))
          continue
        }
        for part in 0..<parts {
          let file = ExportFile(target, rules.file(of: guide, part: part), .hashComment(line: 1), of: .page(guide.path)) {
            rules.text(of: guide, part: part)
          }
          export.files.append(file)
        }
      }
    }
    return export
  }

  /// The patterns of a module that the tool understands.
  func patterns(of module: Module) -> [String] {
    module.manifest.filePatterns.map(\.value).filter { !$0.isEmpty && !$0.contains(where: \.isNewline) && understands($0) }
  }

  private func losses(of module: Module, for target: Target) -> [Loss] {
    let kept = Set(patterns(of: module))
    let lost = module.manifest.filePatterns.map(\.value).filter { !kept.contains($0) }
    guard !lost.isEmpty, !module.guides.isEmpty else { return [] }
    let sentence = "Left out, since the tool may misread them: \(lost.map { "`\($0)`" }.joined(separator: ", "))."
    return [Loss(.pattern, of: .module(module.id), for: target, sentence)]
  }
}

/// The rules of one module.
///
/// A guide that is too large is cut at its headings into numbered files. Where a link leads depends on where the guides are cut, and
/// that on the length of the links; all names of parts are of one length, so the guides are cut once with links to the first part.
private struct ModuleRules: Sendable {
  private let module: Module
  private let pack: Pack
  private let format: Rules
  /// The number of files by path of a guide; none for one that cannot be cut.
  private(set) var parts: [String: Int] = [:]
  /// The part in which a heading stands, by path and anchor; the first where nothing is said.
  private var anchors: [String: [String: Int]] = [:]

  init(_ module: Module, in pack: Pack, format: Rules) {
    (self.module, self.pack, self.format) = (module, pack, format)
    for guide in module.guides { parts[guide.path] = 1 }
    guard format.limit < .max else { return }
    let large = module.guides.filter { whole($0).utf16.count > room(for: $0) }
    for guide in large { parts[guide.path] = 2 }
    for guide in large {
      let cut = GuideParts(whole(guide), limit: room(for: guide))
      parts[guide.path] = cut?.texts.count
      anchors[guide.path] = cut?.anchors
    }
  }

  /// The name of a file. Two hyphens stand in no other name.
  func file(of guide: MarkdownFile, part: Int) -> String {
    let name = pack.guides[guide.path]?.description ?? PackName(stem: guide).description
    return name + (parts[guide.path] == 1 ? "" : "--\(part + 1)") + format.suffix
  }

  func text(of guide: MarkdownFile, part: Int) -> String {
    let count = parts[guide.path] ?? 1
    let texts = count > 1 ? GuideParts(whole(guide), limit: room(for: guide))?.texts ?? [] : []
    guard texts.indices.contains(part) else { return header(guide, nil) + whole(guide) }
    let name = "part \(part + 1) of \(count)"
    return header(guide, name) + (part == 0 ? "" : "# \(MarkdownText.literal(guide.title)) (\(name))\n\n") + texts[part]
  }

  private func header(_ guide: MarkdownFile, _ part: String?) -> String {
    let rule = Rules.Rule(description: Description.of(guide: guide, in: module, part: part), patterns: format.patterns(of: module))
    return YAMLHeader(format.header(rule)).text + "\n"
  }

  /// What front matter and title of a part leave of the limit, with some air for numbers that get longer.
  private func room(for guide: MarkdownFile) -> Int {
    max(format.limit - header(guide, "part 100 of 100").utf16.count - 2 * guide.title.utf16.count - 200, format.limit / 2)
  }

  private func whole(_ guide: MarkdownFile) -> String {
    GuideText(guide, in: pack.library).text { reference in
      guard case .page(let path, let anchor) = reference.target, let target = module.guides.first(where: { $0.path == path }),
        parts[path] != nil
      else { return .outside }
      let part = anchor.flatMap { anchors[path]?[$0] } ?? 0
      let isHere = path == guide.path && parts[path] == 1
      return .file(isHere ? "" : file(of: target, part: part), anchor: anchor)
    }
  }
}
