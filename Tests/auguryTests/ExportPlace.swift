import Foundation
import TestSupport

/// A user's folder: a library in `library` with one module, an empty project in `project`, and `augury export` from one into the other.
struct ExportPlace {
  static let skill = "project/.claude/skills/deploy/SKILL.md"

  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.put(
      LibraryText(
        """
        -- augury.yml --
        preset: none
        -- workflows/x/module.json --
        {"name": "x", "description": "How to deploy"}
        -- workflows/x/README.md --
        # Deploy

        **AI Prompt Template** `deploy`:
        ```
        Deploy [service].
        ```
        -- workflows/x/rules/steps.md --
        # Steps

        - Build first.
        """
      ),
      in: "library"
    )
    try scratch.makeFolder("project")
  }

  func export(_ arguments: String..., into: String? = "project") throws -> Program.Ending {
    try Tool.run(["export", "--library", "library"] + arguments + (into.map { ["--into", $0] } ?? []), in: scratch.path)
  }

  /// Every file of the project with its content.
  func files() throws -> [String: Data] {
    let paths = try scratch.paths().filter { $0.hasPrefix("project/") }
    return Dictionary(uniqueKeysWithValues: paths.map { ($0, scratch.data($0) ?? Data()) })
  }
}
