internal import Library

/// A section of `AGENTS.md` that tells which skills lie in the project and when to read them; the skills are those of another target.
struct AgentsSection: Format {
  /// The target that holds the skills.
  let skills: String

  /// The most UTF-8 bytes of the section: half of what Codex loads of the file (32 KiB; `targets.md`, section 1), so that the project's
  /// own words have room.
  private static let limit = 16_384

  func export(_ pack: Pack, to target: Target) -> Export {
    guard !pack.modules.isEmpty || !pack.prompts.isEmpty else { return Export() }
    var export = Export()
    export.files = [ExportFile(target, "AGENTS.md", .section, of: .library) { text(pack) }]
    return export
  }

  /// As much as there is room for: every skill, else those of the modules, which name their prompts, else where to look.
  private func text(_ pack: Pack) -> String {
    let folder = Target.all.first { $0.name == skills }?.folder ?? ""
    let head = """
      ## Skills

      The folder `\(folder)` holds guides and prompts as skills. When a task is one of those below, read the file `SKILL.md` of that \
      skill first, and load only what it names for the task.

      """
    let modules = pack.modules.map { line($0.name, $0.module.manifest.summary?.value ?? $0.module.title) }.joined()
    let prompts = pack.prompts.map { line($0.name, $0.prompt.summary.isEmpty ? $0.prompt.title : $0.prompt.summary) }.joined()
    let whole = section("Guides", modules) + section("Prompts", prompts)
    let choices = [whole, section("Guides", modules), "\nThere are too many to list: look for the folder whose name fits the task.\n"]
    return head + (choices.first { $0.utf8.count <= AgentsSection.limit } ?? "")
  }

  private func section(_ title: String, _ lines: String) -> String {
    lines.isEmpty ? "" : "\n### \(title)\n\n\(lines)"
  }

  private func line(_ name: PackName, _ purpose: String) -> String {
    "- `\(name)`: \(MarkdownText.literal(Description.cut(purpose, to: 300)))\n"
  }
}
