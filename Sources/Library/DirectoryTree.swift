/// A directory tree drawn with box characters in a fenced block, read entry by entry.
package struct DirectoryTree: Sendable {
  /// The file it is drawn in.
  package let path: String
  /// Index of the code block in that file's document.
  package let node: Int
  package let entries: [Entry]
  /// Whether it draws the module's own folder; other trees are left alone.
  package let isOwn: Bool

  /// One line of a tree.
  package struct Entry: Sendable, Hashable {
    /// The name as it is drawn, without a trailing slash.
    package let name: String
    /// The path in the module, as the tree says it.
    package let path: String
    package let isFolder: Bool
    /// `...`: the folder holds more than is drawn.
    package let isElision: Bool
    /// The bytes of the name in the source file.
    package let range: Range<Int>
    /// Bytes of the name in the block's literal text, for renderers.
    package let literalRange: Range<Int>
    /// Whether the disk has it.
    package let exists: Bool
  }
}
