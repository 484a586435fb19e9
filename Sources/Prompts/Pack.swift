package import Files
package import Library

/// The prompts of a library, exported for every target.
package struct Pack: Sendable {
  /// Every prompt with its name in the pack, in the order of modules and files.
  package let prompts: [(prompt: Prompt, name: PromptName)]

  package init(_ library: Library) {
    let prompts = library.prompts
    self.prompts = Array(zip(prompts, PromptName.names(of: prompts))).map { (prompt: $0, name: $1) }
  }

  /// The files of every target below `prompts/`, and all of them in `prompts.zip`.
  ///
  /// - Throws: `MachineFailure` when the archive would be too large for its format.
  package func files() throws(MachineFailure) -> [OutputFile] {
    let files = PromptTarget.all.flatMap { target in
      prompts.map { prompt, name in
        OutputFile(path: "prompts/\(target.name)/\(target.path(name))", text: target.render(prompt, name))
      }
    }
    guard !files.isEmpty else { return [] }
    let entries = files.map { OutputFile(path: String($0.path.dropFirst("prompts/".count)), render: $0.render) }
    let archive = try ZipArchive.bytes(of: entries)
    return files + [OutputFile(path: "prompts.zip") { archive }]
  }
}
