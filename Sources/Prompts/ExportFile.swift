package import Files

/// A file of a target.
package struct ExportFile: Sendable {
  package let target: Target
  /// The path below the target's folder.
  package let path: String
  /// Where a program may say that it made the file, and what it wrote.
  package let marker: Marker
  /// The prompt it is made of; nil for a file about a module or the whole library.
  package let prompt: PackName?
  /// The id of the module it is made of.
  package let module: String?
  /// Renders the content; deterministic, and callable from any task.
  package let render: @Sendable () -> [UInt8]

  /// How a file can carry a note about itself without a tool taking it for content.
  package enum Marker: Sendable, Hashable {
    /// A line that starts with `#`, put in before the line with this index: 1 behind the `---` of front matter, 0 in TOML.
    case hashComment(line: Int)
    /// An HTML comment as the last line.
    case htmlComment
    /// None: its format has no comments, or every byte of it counts. A list beside it has to know.
    case list
    /// The file may be somebody else's: the content is a section between marks.
    case section
  }

  /// The file in a project.
  package var inProject: OutputFile { OutputFile(path: Path.join(target.folder, path), render: render) }
  /// The file in the site.
  package var inSite: OutputFile { OutputFile(path: "prompts/\(target.name)/\(path)", render: render) }
}

/// What a target is given: files, and what they could not hold.
package struct Export: Sendable {
  package var files: [ExportFile] = []
  package var losses: [Loss] = []

  package init() {}

  mutating func append(_ other: Export) {
    files += other.files
    losses += other.losses
  }
}
