internal import Files

/// A folder with a `module.json`.
package struct Module: Sendable {
  /// Its path in the library: `workflows/database`. Empty when the library's root itself is the module.
  package let id: String
  package let manifest: Manifest
  /// Its Markdown files: README first, then guides, examples, prompt files, others, each group in the order of paths.
  package let pages: [MarkdownFile]
  package let workflows: [Workflow]
  package let prompts: [Prompt]
  /// The directory trees drawn in its Markdown files.
  package let trees: [DirectoryTree]
  /// Every file of the module, hidden ones left out, relative to the module's folder, sorted. Files of a module inside this
  /// one are that module's.
  package let files: [String]
  package let count: CharacterCount
  /// Where the module states its own count.
  package let claims: [CountClaim]

  /// The first part of the id.
  package var category: String { String(id.prefix { $0 != "/" }) }
  /// The name for people: `displayName`, else the README's title, else `name`, else the last part of the id.
  package var title: String {
    manifest.displayName?.value ?? readme?.title ?? manifest.name?.value ?? Path.name(id)
  }
  package var readme: MarkdownFile? { pages.first { $0.role == .readme } }
  package var guides: [MarkdownFile] { pages.filter { $0.role == .guide } }
  package var examples: [MarkdownFile] { pages.filter { $0.role == .example } }

  /// What every claim should say.
  package var statedCount: CountFixedPoint { CountFixedPoint(measured: count.characters, claims: claims) }

  /// The path in the library of a file of this module.
  package func path(_ file: String) -> String { Path.join(id, file) }
}
