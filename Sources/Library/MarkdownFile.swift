package import Files
package import Markdown

/// A Markdown file of a module, parsed.
///
/// Immutable, and a class only so that a copy is one reference: every rule walks over every page, and copies of all these fields were a
/// tenth of the time of a build of 20,000 pages.
package final class MarkdownFile: Sendable {
  /// What a file is for, told by where it lies.
  package enum Role: Int, Sendable, Comparable {
    case readme, guide, example, prompt, changelog, other

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  package let source: SourceFile
  /// The id of the module it belongs to.
  package let module: String
  package let role: Role
  package let document: Document
  /// Its headings, code blocks and tables.
  package let blocks: BlockIndex
  /// The anchors of the headings.
  let anchors: Set<String>
  /// The first heading of level 1, else the first heading, else the file's name.
  package let title: String
  /// The first paragraph, as plain text; empty when there is none before the third heading (title, then `Overview`).
  package let lead: String
  package let count: TextCount
  /// Brackets that look like part of a link.
  package let brackets: LooseBrackets
  /// The first fault among its fences.
  package let fenceFault: FenceFault?
  /// Whether `engine=` stands in it, without which no fence can run.
  let namesEngine: Bool

  /// Parses a Markdown file of a module. A file that is not UTF-8 is an empty document: nothing of it can be trusted.
  init(_ source: SourceFile, module: String, pathInModule: String) {
    let isText = source.invalidUTF8Offset == nil
    let start = isText ? FrontMatter.length(in: source.bytes) : 0
    self.source = source
    self.module = module
    role = Role(pathInModule: pathInModule)
    document = Document(parsing: isText ? source.bytes : [], skipping: start)
    blocks = BlockIndex(of: document)
    anchors = Set(blocks.headings.map(\.id))
    let titleHeading = blocks.headings.first { $0.level == 1 } ?? blocks.headings.first
    title = titleHeading.map(\.title).flatMap { $0.isEmpty ? nil : $0 } ?? Path.withoutExtension(source.name)
    lead = MarkdownFile.lead(of: document)
    count = TextCount(source)
    brackets = LooseBrackets(in: isText ? source.bytes : [], from: start)
    fenceFault = FenceFault.first(among: blocks.codeBlocks, of: document, in: source)
    namesEngine = source.bytes.range(ofBytes: "engine=".utf8) != nil
  }

  /// Path in the library.
  package var path: String { source.path }
  /// Path in its module.
  package var pathInModule: String { module.isEmpty ? path : String(path.dropFirst(module.count + 1)) }
  /// Every heading, in order.
  package var headings: [Heading] { blocks.headings }

  /// Whether an anchor of the file exists: that of a heading.
  package func hasAnchor(_ id: String) -> Bool { anchors.contains(id) }

  /// Whether all of it was parsed; a file that is not UTF-8, or beyond the limits of the parser, was not.
  package var isParsed: Bool { source.invalidUTF8Offset == nil && document.issues.isEmpty }

  /// Whether its tree is what its author wrote: parsed, and no broken fence has turned text into code.
  package var isSound: Bool { isParsed && fenceFault == nil }
}

/// A heading of a Markdown file.
package struct Heading: Sendable {
  /// 1 to 6.
  package let level: Int
  package let title: String
  /// The anchor, by GitHub's rules.
  package let id: String
  /// Its index in `Document.nodes`.
  package let node: Int
  /// Whether it stands in no quotation, list or other block.
  package let isTopLevel: Bool
}
