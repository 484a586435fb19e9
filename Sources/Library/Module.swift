package import Diagnostics
internal import Files

/// A folder with a `module.json`.
///
/// Immutable, and a class only so that a copy is one reference: every rule walks over every module.
package final class Module: Sendable {
  /// The most workflows or prompts of one file that are read: each becomes a page or two, with all that is around it.
  package static let mostInFile = 200

  /// Its path in the library: `workflows/database`. Empty when the library's root itself is the module.
  package let id: String
  package let manifest: Manifest
  /// The `metadata.json` beside it, which must agree with it.
  package let metadata: Manifest?
  /// Its Markdown files: README first, then guides, examples, prompt files, others, each group in the order of paths.
  package let pages: [MarkdownFile]
  package let workflows: [Workflow]
  package let prompts: [Prompt]
  /// What sections that mean to define a workflow leave out.
  package let workflowGaps: [WorkflowGap]
  /// The paths in the library of files that define more workflows and prompts than are read.
  package let crowded: [String]
  /// The directory trees drawn in its Markdown files.
  package let trees: [DirectoryTree]
  /// Every file of the module, hidden ones left out, relative to the module's folder, sorted. Files of a module inside this
  /// one are that module's.
  package let files: [String]
  package let count: CharacterCount
  /// What its text files hold that nobody sees, or wrote.
  package let oddTexts: [OddText]
  /// Where the module states its own count.
  package let claims: [CountClaim]

  init(
    id: String,
    manifest: Manifest,
    metadata: Manifest?,
    pages: [MarkdownFile],
    workflows: [Workflow],
    prompts: [Prompt],
    workflowGaps: [WorkflowGap],
    crowded: [String],
    trees: [DirectoryTree],
    files: [String],
    count: CharacterCount,
    oddTexts: [OddText],
    claims: [CountClaim]
  ) {
    self.id = id
    self.manifest = manifest
    self.metadata = metadata
    self.pages = pages
    self.workflows = workflows
    self.prompts = prompts
    self.workflowGaps = workflowGaps
    self.crowded = crowded
    self.trees = trees
    self.files = files
    self.count = count
    self.oddTexts = oddTexts
    self.claims = claims
  }

  /// The id for people: `.` for a library that itself is the module.
  package var label: String { id.isEmpty ? "." : id }
  /// The first part of the id.
  package var category: String { String(decoding: id.utf8.prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self) }
  /// The name for people: `displayName`, else the README's title, else `name`, else the last part of the id.
  package var title: String {
    manifest.displayName?.value ?? readme?.title ?? manifest.name?.value ?? Path.name(id)
  }
  package var readme: MarkdownFile? { pages.first { $0.role == .readme } }
  /// `module.json` and, if there is one, `metadata.json`.
  package var manifests: [Manifest] { [manifest] + (metadata.map { [$0] } ?? []) }
  package var changelog: MarkdownFile? { pages.first { $0.role == .changelog } }
  package var guides: [MarkdownFile] { pages.filter { $0.role == .guide } }
  package var examples: [MarkdownFile] { pages.filter { $0.role == .example } }

  /// The number that every claim should state: the measured one where the counted claims state it already, whatever their
  /// form; else the one that is right as soon as all claims are written anew.
  package var statedCount: Int {
    let counted = claims.filter(\.isCounted)
    if !counted.isEmpty, counted.allSatisfy({ $0.value == count.characters }) { return count.characters }
    let rest = counted.reduce(count.characters) { $0 + $1.frameLength - $1.length }
    return CountFixedPoint.characters(rest: rest, claims: counted.count)
  }

  /// The changes that make every claim state the right number; none where all do.
  package var countFixes: [Fix] {
    let right = statedCount
    return claims.allSatisfy { $0.value == right } ? [] : claims.map { $0.fix(for: right) }
  }

  /// The path in the library of a file of this module.
  package func path(_ file: String) -> String { Path.join(id, file) }

  /// The path in this module of something that lies in its folder, given by its path in the library.
  package func pathInModule(_ path: String) -> String { id.isEmpty ? path : String(path.dropFirst(id.count + 1)) }
}
