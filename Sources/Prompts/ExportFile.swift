package import Files

/// A file of a target.
package struct ExportFile: Sendable {
  package let target: Target
  /// The path below the target's folder.
  package let path: String
  /// Where a program may say that it made the file, and what it wrote.
  package let marker: Marker
  package let subject: Subject
  /// Renders the content; deterministic, and callable from any task.
  package let render: @Sendable () -> [UInt8]

  init(_ target: Target, _ path: String, _ marker: Marker, of subject: Subject, text: @escaping @Sendable () -> String) {
    self.init(target, path, marker, of: subject, bytes: { Array(text().utf8) })
  }

  init(_ target: Target, _ path: String, _ marker: Marker, of subject: Subject, bytes: @escaping @Sendable () -> [UInt8]) {
    (self.target, self.path, self.marker, self.subject, self.render) = (target, path, marker, subject, bytes)
  }

  /// How a file can carry a note about itself without a tool taking it for content.
  package enum Marker: Sendable, Hashable {
    /// A line that starts with `#`, put in before the line with this index: 1 behind the `---` of front matter, 0 in TOML.
    case hashComment(line: Int)
    /// An HTML comment as the last line.
    case htmlComment
    /// None: its format has no comments. A list beside it has to know.
    case list
    /// The file may be somebody else's: the content is a section between marks.
    case section
  }

  /// What a file, or a loss, is about.
  package enum Subject: Sendable, Hashable {
    case prompt(PackName)
    /// A guide or an example, by its path in the library.
    case page(String)
    /// A module, by its id.
    case module(String)
    /// All prompts of the library.
    case prompts
    case library
  }

  /// The file in a project.
  package var inProject: OutputFile { OutputFile(path: Path.join(target.folder, path), render: render) }
  /// The file in the site.
  package var inSite: OutputFile { OutputFile(path: "prompts/\(target.name)/\(path)", render: render) }
}

/// What a target is given: files, and what they could not hold.
package struct Export: Sendable {
  package internal(set) var files: [ExportFile] = []
  package internal(set) var losses: [Loss] = []

  mutating func append(_ other: Export) {
    files += other.files
    losses += other.losses
  }
}
