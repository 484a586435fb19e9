private import Files

/// The texts that are put round prompts where a target asks for them: the files of `templates/prompts/`.
///
/// They hold one name at most, so a name is replaced as text; a template language would bring escapes and conditions that nothing here
/// has a use for.
enum Wrapper {
  /// To load the guides of a module first.
  static func context(guides: PackName) -> String { text("context").replacing("{{guides}}", with: guides.description) }

  /// What holds for every task, under a heading.
  static let guardrails = text("guardrails")

  private static func text(_ name: String) -> String {
    EmbeddedFiles.all.first { $0.path == "templates/prompts/\(name).md" }?.text ?? ""
  }
}
