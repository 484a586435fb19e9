package import Files
package import Library

/// The prompts and guides of a library, exported for every target.
package struct Pack: Sendable {
  /// Every prompt with its name in the pack, in the order of modules and files.
  package let prompts: [(prompt: Prompt, name: PackName)]
  package let library: Library

  package init(_ library: Library) {
    self.library = library
    let prompts = library.prompts
    self.prompts = Array(zip(prompts, PackName.names(of: prompts))).map { (prompt: $0, name: $1) }
  }

  /// The files of some targets, and what they could not hold; in the order of targets, then of prompts.
  package func projectFiles(for targets: [Target]) -> Export {
    targets.reduce(into: Export()) { export, target in export.append(target.format.export(self, to: target)) }
  }

  /// What the site offers for download: the files that are made of a prompt, for every target below `prompts/`, and all of them in
  /// `prompts.zip`. Guides are pages of the site already.
  ///
  /// - Throws: `MachineFailure` when the archive would be too large for its format.
  package func files() throws(MachineFailure) -> [OutputFile] {
    let files = projectFiles(for: Target.all).files.filter { $0.prompt != nil }.map(\.inSite)
    guard !files.isEmpty else { return [] }
    let entries = files.map { OutputFile(path: String($0.path.dropFirst("prompts/".count)), render: $0.render) }
    let archive = try ZipArchive.bytes(of: entries)
    return files + [OutputFile(path: "prompts.zip") { archive }]
  }
}
