package import Files
package import Markdown

/// A Markdown file of a module, parsed.
package struct MarkdownFile: Sendable {
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
  /// Every heading, in order.
  package let headings: [Heading]
  /// The anchors of the headings.
  let anchors: Set<String>
  /// The first heading of level 1, else the first heading, else the file's name.
  package let title: String
  /// The first paragraph, as plain text; empty when there is none before the third heading (title, then `Overview`).
  package let lead: String
  package let count: TextCount
  /// Brackets that look like part of a link.
  package let brackets: LooseBrackets

  /// Path in the library.
  package var path: String { source.path }
  /// Path in its module.
  package var pathInModule: String { module.isEmpty ? path : String(path.dropFirst(module.count + 1)) }

  /// Whether an anchor of the file exists: that of a heading.
  package func hasAnchor(_ id: String) -> Bool { anchors.contains(id) }

  /// Whether all of it was parsed; a file that is not UTF-8, or beyond the limits of the parser, was not.
  package var isParsed: Bool { source.invalidUTF8Offset == nil && document.issues.isEmpty }
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
}
