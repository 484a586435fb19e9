internal import Library

/// Prompts and guides as Agent Skills (agentskills/agentskills, specification.mdx; `targets.md` sections 2 and 3.1): a folder a prompt,
/// and a folder a module with its guides beside a `SKILL.md` that leads to them.
struct Skills: Format {
  /// What the tool puts the text behind the skill's name in for; only tools that go beyond the specification have it, and these know
  /// the key `argument-hint`.
  var argument: String?
  /// A prompt with such a literal is kept: its task is put into a file that the tool only reads.
  var misread = Hazards.none

  func export(_ pack: Pack, to target: Target) -> Export {
    var export = Export()
    for (prompt, name) in pack.prompts {
      export.files += files(of: prompt, name, in: pack, at: "", of: .prompt(name), for: target)
      export.losses += Loss.ofValues(of: prompt, name: name, for: target)
    }
    for (module, name) in pack.modules {
      export.files += ModuleSkill(module, name: name, in: pack).files(at: "", for: target)
    }
    return export
  }

  /// The files of a prompt's skill.
  ///
  /// - Parameter folder: with a slash at its end, or empty.
  func files(
    of prompt: Prompt,
    _ name: PackName,
    in pack: Pack,
    at folder: String,
    of subject: ExportFile.Subject,
    for target: Target
  ) -> [ExportFile] {
    let body = PromptBody(prompt: prompt, argument: argument, guides: pack.guideSkills[prompt.module], hazards: misread)
    let (path, task) = ("\(folder)\(name)/SKILL.md", "references/task.md")
    if body.isExpressible {
      return [ExportFile(target, path, .hashComment(line: 1), of: subject) { header(prompt, name) + "\n" + body.text }]
    }
    return [
      ExportFile(target, path, .hashComment(line: 1), of: subject) { header(prompt, name) + "\n" + body.text(taskIn: task, name: name) },
      ExportFile(target, "\(folder)\(name)/\(task)", .htmlComment, of: subject) { body.task },
    ]
  }

  private func header(_ prompt: Prompt, _ name: PackName) -> String {
    var fields: [(key: String, value: YAMLHeader.Value)] = [
      ("name", .text(name.description)), ("description", .text(Description.of(prompt))),
    ]
    if argument != nil, let hint = prompt.argumentHint { fields.append(("argument-hint", .text(hint))) }
    return YAMLHeader(fields).text
  }
}
