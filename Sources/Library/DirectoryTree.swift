/// A directory tree drawn with box characters in a fenced block, read entry by entry.
package struct DirectoryTree: Sendable {
  /// The file it is drawn in.
  package let path: String
  /// Index of the code block in that file's document.
  package let node: Int
  /// Everything that is drawn of the module's own folder.
  package let entries: [Entry]
  /// The lines that stand for the module's folder, or for a folder in it.
  package let roots: [Root]

  /// Whether it draws the module's own folder; other trees are left alone.
  package var isOwn: Bool { !entries.isEmpty || !roots.isEmpty }

  /// A line below which a folder of the module is drawn.
  package struct Root: Sendable, Hashable {
    /// The path in the module; empty for the module's own folder.
    package let folder: String
    /// The bytes of its name in the source file.
    package let range: Range<Int>
  }

  /// One line of a tree.
  package struct Entry: Sendable, Hashable {
    /// The name as it is drawn, without a trailing slash.
    package let name: String
    /// The path in the module, as the tree says it.
    package let path: String
    package let isFolder: Bool
    /// `...`, a pattern, a stand-in for names: the folder holds more than is drawn.
    package let isElision: Bool
    /// Whether the same drawing has shown the same path before.
    package let isRepeat: Bool
    /// The bytes of the name in the source file.
    package let range: Range<Int>
    /// Bytes of the name in the block's literal text, for renderers.
    package let literalRange: Range<Int>
    /// Whether the disk has it.
    package let exists: Bool
  }
}
