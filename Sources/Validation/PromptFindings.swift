internal import Diagnostics
internal import Library

extension Rule {
  /// The findings about the prompts of a library. One that is read only in part is left alone: of it too little is known.
  static func findings<Thing>(
    inPromptsOf library: Library,
    among things: (Prompt, MarkdownFile) -> [Thing],
    _ find: (Thing, Prompt) -> Finding?
  ) -> [Finding] {
    library.modules.flatMap { module in
      module.prompts.flatMap { prompt -> [Finding] in
        guard !prompt.isCut, let page = module.pages.first(where: { $0.path == prompt.path }) else { return [] }
        return firstFindings(things(prompt, page)) { find($0, prompt) }
      }
    }
  }

  /// The findings about what does not fit between prompts and their tables, each at its cell.
  static func tableFindings(in library: Library, _ find: (Prompt.TableFault, Prompt) -> Finding?) -> [Finding] {
    findings(inPromptsOf: library, among: { prompt, _ in prompt.tableFaults }, find)
  }
}
